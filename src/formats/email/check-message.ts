import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Artifact } from "../artifact.ts";
import { checkSupport, type MailPolicy } from "./check-support.ts";
import { readElements, type WrittenTag } from "./read-elements.ts";
import { visibleText } from "./visible-text.ts";

/** Size in bytes from which Gmail cuts a message off and shows “View entire message”. */
export const CLIPPED_BYTES = 102_400;
/** Size from which little is left for what mail servers add. */
export const LARGE_BYTES = 80 * 1024;
/** Gmail drops the style elements of a message once they are larger together. */
const STYLES_MAX_BYTES = 16 * 1024;
/** Characters of a subject that the lists of Gmail and Outlook show in a window 1,280 px wide; phones show about 40. */
const SUBJECT_MAX_CHARACTERS = 80;

/** Finds what readers of a finished message would miss in their mail programs. */
export function checkMessage({ bytes, mail }: Artifact, file: string, policy: MailPolicy): Diagnostic[] {
  const html = new TextDecoder().decode(bytes);
  const subject = mail?.subject ?? "";
  const tags = readElements(html);
  return [
    ...checkSize(bytes.length),
    ...checkStyles(html, file),
    ...checkSupport(html, file, policy, tags),
    ...checkSubject(subject),
    ...checkImages(tags),
    ...checkLinks(html, tags),
  ];
}

function checkSize(bytes: number): Diagnostic[] {
  if (bytes > CLIPPED_BYTES) return [diagnose("email-clipped", { bytes, limit: CLIPPED_BYTES })];
  return bytes > LARGE_BYTES ? [diagnose("email-large", { bytes, limit: CLIPPED_BYTES })] : [];
}

function checkStyles(html: string, file: string): Diagnostic[] {
  const sheets = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css = ""]) => css).join("");
  const bytes = Buffer.byteLength(sheets);
  if (bytes <= STYLES_MAX_BYTES) return [];
  return [diagnose("email-styles-large", { bytes, limit: STYLES_MAX_BYTES }, { file, line: 1, column: 1 })];
}

function checkSubject(subject: string): Diagnostic[] {
  const characters = [...subject].length;
  if (characters <= SUBJECT_MAX_CHARACTERS) return [];
  return [diagnose("email-subject-long", { subject, characters, limit: SUBJECT_MAX_CHARACTERS })];
}

function checkImages(tags: readonly WrittenTag[]): Diagnostic[] {
  return tags
    .filter(({ name, isEnd, attributes }) => name === "img" && !isEnd && !attributes.get("alt")?.trim())
    .map(({ attributes }) => diagnose("email-image-alt", { source: attributes.get("src") ?? "" }));
}

/** Words that say only that there is a link, in the languages of the bundled locales. */
const SAYS_NOTHING =
  /^(?:(?:click |read |learn |see |find out )?(?:here|more|this|link|details|continue)|hier(?: klicken)?|mehr(?: erfahren)?|weiterlesen|ici|cliquez ici|en savoir plus|lire la suite|plus|aquí|haga clic aquí|leer más|más)[.…»›→!\s]*$/i;

function checkLinks(html: string, tags: readonly WrittenTag[]): Diagnostic[] {
  return tags.flatMap(({ name, isEnd, attributes, end }, index) => {
    if (name !== "a" || isEnd || attributes.get("aria-label")) return [];
    const close = tags.slice(index).find((tag) => tag.name === "a" && tag.isEnd);
    const text = visibleText(html.slice(end, close?.start)).trim();
    const href = attributes.get("href") ?? "";
    return text === "" || SAYS_NOTHING.test(text) ? [diagnose("email-link-text", { text, href })] : [];
  });
}
