import type { SeenLink } from "../formats/page-view.ts";
import { dense } from "./dense-text.ts";
import type { PromisedLink, PromisedReference } from "./promised-links.ts";
import type { Promises } from "./promises.ts";

/** What is wrong with the links of an artifact. */
export type LinkFailure =
  | { readonly kind: "missing"; readonly link: PromisedLink }
  | { readonly kind: "wrong"; readonly link: PromisedLink; readonly instead: string }
  | { readonly kind: "unlinked"; readonly reference: PromisedReference; readonly found: number };

/** Compares the links that can be seen with those that the edition promises. */
export function checkLinks({ links, references }: Promises, seen: readonly SeenLink[]): LinkFailure[] {
  const outward = seen
    .filter(({ href }) => isOutward(href))
    .map(({ href, text }) => ({ href, address: sameAddress(href), text: dense(text) }));
  const addresses = new Set(outward.map(({ address }) => address));
  const failures: LinkFailure[] = [];
  for (const link of links) {
    const address = sameAddress(link.href);
    const title = link.title === null ? "" : dense(link.title);
    const onTitle = outward.filter(({ text }) => isPartOf(text, title));
    const instead = onTitle.find((other) => other.address !== address);
    // Another link may bear the same words, as long as one of them leads to the source.
    const isRight = instead === undefined || onTitle.some((other) => other.address === address);
    if (instead !== undefined && !isRight) failures.push({ kind: "wrong", link, instead: instead.href });
    else if (!addresses.has(address)) failures.push({ kind: "missing", link });
  }
  const fragments = seen.map(({ href }) => href.slice(href.indexOf("#") + 1));
  for (const reference of references) {
    const found = fragments.filter((fragment) => fragment === reference.anchor).length;
    if (found < reference.count) failures.push({ kind: "unlinked", reference, found });
  }
  return failures;
}

const isPartOf = (part: string, whole: string): boolean =>
  whole !== "" && part.length >= Math.min(8, whole.length) && whole.includes(part);

const isOutward = (href: string): boolean => !/^#|^about:/.test(href);

/** Browsers write the same address in their own way: a slash after the host, escapes, the host in small letters. */
function sameAddress(href: string): string {
  try {
    return decodeURI(new URL(href).href);
  } catch {
    return href;
  }
}
