import path from "node:path";
import type { Brief } from "../../../src/brief/schema.ts";
import type { ReadingContext } from "../../../src/edition/compose-edition.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import type { Artifact } from "../../../src/formats/artifact.ts";
import { DEFAULT_CLIENTS, type MailPolicy } from "../../../src/formats/email/check-support.ts";
import { toEmail } from "../../../src/formats/email/email.ts";
import { toText } from "../../../src/formats/text.ts";
import { type Mailroom, openMailroom } from "../../../src/render/render-mail.ts";
import { loadTemplateSet } from "../../../src/render/template-set.ts";
import { openTheme } from "../../../src/render/theme/open-theme.ts";
import { editionOf, sampleBrief } from "../../edition/sample.ts";
import { NO_BRAND } from "../../render/no-brand.ts";

/** What a project asks for that asks for nothing. */
export const POLICY: MailPolicy = { clients: DEFAULT_CLIENTS, allow: [] };

let room: Promise<Mailroom> | undefined;

/** The mailroom of the bundled template set. */
export function executiveMailroom(): Promise<Mailroom> {
  room ??= openExecutive();
  return room;
}

async function openExecutive(): Promise<Mailroom> {
  const set = await loadTemplateSet(path.resolve(import.meta.dirname, "../../../templates/executive"));
  const theme = set.ok ? await openTheme(set.value, NO_BRAND) : set;
  if (!set.ok || !theme.ok) throw new Error(theme.diagnostics.map(({ message }) => message).join("\n"));
  return openMailroom(set.value, theme.value);
}

/** The message of an edition, with what was found in it. */
export async function emailOf(
  edition: Edition,
): Promise<{ artifact: Artifact; html: string; findings: string[] }> {
  const renderer = (await executiveMailroom()).mail();
  if (!renderer.ok) throw new Error(renderer.diagnostics.map(({ message }) => message).join("\n"));
  const email = await toEmail(edition, "sample", renderer.value, POLICY);
  if (!email.ok) throw new Error(email.diagnostics.map(({ message }) => message).join("\n"));
  return {
    artifact: email.value,
    html: new TextDecoder().decode(email.value.bytes),
    findings: email.diagnostics.map(({ code }) => code),
  };
}

/** The message of a small brief with the given parts. */
export const mailOf = (parts: Partial<Brief> = {}, context: Partial<ReadingContext> = {}) =>
  emailOf(editionOf(sampleBrief(parts), context));

/** The plain text of an edition. */
export async function textOf(edition: Edition): Promise<string> {
  const renderer = (await executiveMailroom()).text();
  const text = renderer.ok ? toText(edition, "sample", renderer.value) : renderer;
  if (!text.ok) throw new Error(text.diagnostics.map(({ message }) => message).join("\n"));
  return new TextDecoder().decode(text.value.bytes);
}
