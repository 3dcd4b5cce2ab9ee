import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { MAIL_CLIENTS, type MailClient, SUPPORT_TABLE } from "./client-support.ts";
import { readElements, type WrittenTag } from "./read-elements.ts";
import { usedFeatures } from "./used-features.ts";

/** What a project asks of its messages. */
export interface MailPolicy {
  /** The mail programs whose readers must miss nothing. */
  readonly clients: readonly MailClient[];
  /** Features that a design uses knowing who will not see them, besides {@link GRACEFUL}. */
  readonly allow: readonly string[];
}

/** The programs that a message is held to where a project names none. */
export const DEFAULT_CLIENTS = [
  "gmail",
  "outlook-windows",
  "outlook-new",
  "outlook-mac",
  "apple-mail",
  "yahoo",
] as const satisfies readonly MailClient[];

/**
 * Features that may be missing, and what a reader has then. Everything in a style element is of this kind, because no
 * message depends on one.
 */
export const GRACEFUL: ReadonlyMap<string, string> = new Map([
  ["<body>", "the ground of the program around the message"],
  ["display:none", "the preheader as a fine line above the message"],
  ["<style>", "every style that matters stands in the elements"],
  ["@media", "margins of a wide screen on a narrow one"],
  ["@media (max-width)", "margins of a wide screen on a narrow one"],
  ["@media (prefers-color-scheme)", "the light message, or what the program makes of it"],
  ["!important", "the light message, or margins of a wide screen"],
  ["color-scheme", "the light message, or what the program makes of it"],
  ["meta color-scheme", "the light message, or what the program makes of it"],
  ["border-radius", "square corners"],
  ["white-space", "a figure that may break into two lines"],
  ["role=", "a screen reader that speaks of tables"],
  ["aria-label=", "a screen reader that says “1” and not “Source 1: …”"],
  ["aria-hidden=", "a screen reader that reads the squares of a scale, then its words"],
  ["aria-roledescription=", "a screen reader that says “article” and not “email”"],
  ["lang=", "a screen reader’s own language"],
  ["<bdi>", "names of another direction as the line has it"],
  ["<abbr>", "an abbreviation without its long form"],
]);

/** Finds what a message uses that one of the programs of `policy` does not know. */
export function checkSupport(
  html: string,
  file: string,
  policy: MailPolicy,
  tags: readonly WrittenTag[] = readElements(html),
): Diagnostic[] {
  const allowed = new Set([...GRACEFUL.keys(), ...policy.allow]);
  return [...usedFeatures(html, tags)].flatMap(([feature, example]) => {
    if (allowed.has(feature)) return [];
    const clients = policy.clients.filter((client) => isUnsupported(feature, client));
    if (clients.length === 0) return [];
    return [diagnose("email-unsupported", { feature, clients, example }, { file, line: 1, column: 1 })];
  });
}

/** Whether a program is known not to support a feature at all. */
export function isUnsupported(feature: string, client: MailClient): boolean {
  // Known as “partly” in the table, and the part is this.
  if (feature.startsWith("padding on ")) return client === "outlook-windows";
  return supportTable().get(feature)?.charAt(MAIL_CLIENTS.indexOf(client)) === "n";
}

let table: ReadonlyMap<string, string> | undefined;

function supportTable(): ReadonlyMap<string, string> {
  table ??= new Map(
    SUPPORT_TABLE.trim()
      .split(/ \| |\n/)
      .map((entry): [string, string] => {
        const space = entry.lastIndexOf(" ");
        return [entry.slice(0, space), entry.slice(space + 1)];
      }),
  );
  return table;
}
