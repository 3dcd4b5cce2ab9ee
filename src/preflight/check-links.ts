import type { SeenLink } from "../formats/page-view.ts";
import { dense } from "./dense-text.ts";
import type { PromisedLink, PromisedReference, Promises } from "./promises.ts";

/** What is wrong with the links of an artifact. */
export type LinkFailure =
  | { readonly kind: "missing"; readonly link: PromisedLink }
  | { readonly kind: "wrong"; readonly link: PromisedLink; readonly instead: string }
  | { readonly kind: "unlinked"; readonly reference: PromisedReference; readonly found: number };

/** Compares the links that can be seen with those that the edition promises. */
export function checkLinks({ links, references }: Promises, seen: readonly SeenLink[]): LinkFailure[] {
  const addresses = new Set(seen.map(({ href }) => sameAddress(href)));
  const failures: LinkFailure[] = [];
  for (const link of links) {
    const title = link.title === null ? "" : dense(link.title);
    // Links in place of the source’s, whole or over one of its lines: all must lead to it.
    const onTitle = title === "" ? [] : seen.filter(({ text }) => isPartOf(dense(text), title));
    const wrong = onTitle.find(({ href }) => isOutward(href) && sameAddress(href) !== sameAddress(link.href));
    const isThere = addresses.has(sameAddress(link.href));
    if (wrong !== undefined && (!isThere || dense(wrong.text) === title)) {
      failures.push({ kind: "wrong", link, instead: wrong.href });
    } else if (!isThere) failures.push({ kind: "missing", link });
  }
  for (const reference of references) {
    const found = seen.filter(({ href }) => href.endsWith(`#${reference.anchor}`)).length;
    if (found < reference.count) failures.push({ kind: "unlinked", reference, found });
  }
  return failures;
}

const isPartOf = (part: string, whole: string): boolean =>
  part.length >= Math.min(8, whole.length) && whole.includes(part);

const isOutward = (href: string): boolean => !/^#|^about:/.test(href);

/** Browsers write the same address in their own way: a slash after the host, escapes, the host in small letters. */
function sameAddress(href: string): string {
  try {
    return decodeURI(new URL(href).href);
  } catch {
    return href;
  }
}
