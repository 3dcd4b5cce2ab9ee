import { readFile } from "node:fs/promises";
import path from "node:path";
import {
  type Diagnostic,
  diagnose,
  type Execbrief,
  loadDelivery,
  type Surroundings,
  type Transport,
} from "../index.ts";

/** What it takes to send: a server that was not reached yet, and perhaps a signature. */
export interface Mailer {
  readonly transport: Transport;
  readonly from: { readonly name?: string | undefined; readonly address: string };
  readonly sign: (message: Buffer) => Promise<Buffer>;
  readonly server: { readonly host: string; readonly port: number };
}

/** Opens a mailer as the project’s settings say; secrets come from the environment or from files of their owner’s alone. */
export async function openMailer(
  { project }: Execbrief,
  { env, platform }: Pick<Surroundings, "env" | "platform">,
): Promise<{ mailer: Mailer | undefined; diagnostics: readonly Diagnostic[] }> {
  const { openSmtpTransport, openSigner, readSecret, isLoopback } = await loadDelivery();
  const { smtp, from, dkim } = project.config.delivery ?? {};
  const diagnostics: Diagnostic[] = [];
  const hasRights = platform !== "win32";
  const inProject = (file: string) => path.resolve(project.folder, file);
  const secret = async (variable: string, file: string | undefined, what: string) => {
    if (env[variable]) return env[variable];
    if (file === undefined) return undefined;
    const read = await readSecret(inProject(file), { what, hasRights });
    diagnostics.push(...read.diagnostics);
    return read.ok ? read.value : undefined;
  };
  const authority = async (file: string) =>
    readFile(inProject(file), "utf8").catch(() => {
      diagnostics.push(diagnose("secret-missing", { what: "certificate", path: file }));
      return undefined;
    });

  if (smtp === undefined) diagnostics.push(diagnose("delivery-not-configured", { setting: "delivery.smtp" }));
  if (from === undefined) diagnostics.push(diagnose("delivery-not-configured", { setting: "delivery.from" }));
  if (smtp?.security === "none" && !isLoopback(smtp.host)) {
    diagnostics.push(diagnose("smtp-not-encrypted", { host: smtp.host }));
  }
  const user = env.EXECBRIEF_SMTP_USER ?? smtp?.user;
  const passwordFile = env.EXECBRIEF_SMTP_PASSWORD_FILE ?? smtp?.passwordFile;
  const password = await secret("EXECBRIEF_SMTP_PASSWORD", passwordFile, "password");
  if (user !== undefined && password === undefined && diagnostics.length === 0) {
    diagnostics.push(diagnose("delivery-not-configured", { setting: "EXECBRIEF_SMTP_PASSWORD" }));
  }
  const privateKey = dkim && (await secret("EXECBRIEF_DKIM_KEY", dkim.keyFile, "DKIM key"));
  if (dkim !== undefined && privateKey === undefined && diagnostics.length === 0) {
    diagnostics.push(diagnose("delivery-not-configured", { setting: "delivery.dkim.keyFile" }));
  }
  const signer = dkim && privateKey !== undefined ? await openSigner({ ...dkim, privateKey }) : undefined;
  diagnostics.push(...(signer?.diagnostics ?? []));
  const ca = smtp?.caFile === undefined ? undefined : await authority(smtp.caFile);
  if (diagnostics.length > 0 || smtp === undefined || from === undefined)
    return { mailer: undefined, diagnostics };

  const transport = openSmtpTransport({ ...smtp, user, password, authority: ca });
  const sign = signer?.ok ? signer.value : async (message: Buffer) => message;
  return { mailer: { transport, from, sign, server: smtp }, diagnostics };
}
