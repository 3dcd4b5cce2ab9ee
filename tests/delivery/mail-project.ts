import { writeFileSync } from "node:fs";
import path from "node:path";
import { starterBrief } from "../../src/cli/starter-brief.ts";
import { folderOf } from "../render/folder-of.ts";
import { LOGIN, type MailServer } from "./mail-server.ts";

export const BRIEF = starterBrief({
  title: "A brief to be mailed",
  date: "2025-02-03",
  schemaComment: "# test",
});

/** The environment with the login of the server. */
export const SECRETS = { EXECBRIEF_SMTP_USER: LOGIN.user, EXECBRIEF_SMTP_PASSWORD: LOGIN.password };

/** A project with a brief `weekly.yaml` that mails by `server`; `delivery` changes its settings. */
export function mailProject(
  server: Pick<MailServer, "port" | "cert">,
  delivery: Readonly<Record<string, unknown>> = {},
): string {
  const folder = folderOf({ "weekly.yaml": BRIEF, "ca.pem": server.cert });
  const settings = {
    smtp: { host: "127.0.0.1", port: server.port, caFile: "ca.pem" },
    from: { name: "Briefing desk", address: "desk@brief.test" },
    unsubscribe: { url: "https://brief.test/out?who={email}" },
    rate: 6000,
    ...delivery,
  };
  writeFileSync(path.join(folder, "brief.config.yaml"), JSON.stringify({ delivery: settings }));
  return folder;
}
