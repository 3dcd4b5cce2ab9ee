/**
 * The address in the URL parser's own spelling, if a reader may follow it: http, https or mailto, written
 * out with its scheme, without white space, control characters, backslashes or a password. Otherwise undefined.
 */
export function safeHref(written: string): string | undefined {
  if (!PLAIN_ADDRESS.test(written) || !URL.canParse(written)) return undefined;
  const { protocol, hostname, username, password, pathname, href } = new URL(written);
  // A name before an @ is how a link to one host is dressed up as another.
  if (username !== "" || password !== "") return undefined;
  if (protocol === "mailto:") return pathname.includes("@") ? escapeQuotes(href) : undefined;
  return (protocol === "http:" || protocol === "https:") && hostname !== "" ? escapeQuotes(href) : undefined;
}

/** The URL parser forgives white space, backslashes and a missing `//`; a browser may forgive otherwise, so none of it passes. */
const PLAIN_ADDRESS = /^(?:https?:\/\/|mailto:)[^\s\\\p{Cc}\p{Cf}\p{Cs}]+$/iu;

function escapeQuotes(href: string): string {
  return href.replace(/["'<>`]/g, (character) => encodeURIComponent(character).replace("'", "%27"));
}
