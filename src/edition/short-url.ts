/** The address as it is printed: without scheme and trailing slash. */
export function shortUrl(url: string): string {
  return url.replace(/^(?:https?:\/\/|mailto:)/i, "").replace(/\/$/, "");
}
