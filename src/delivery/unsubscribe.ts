import type { Person } from "./person.ts";
import type { UnsubscribeSettings } from "./settings.ts";

/** The headers that let a reader leave with one click (RFC 8058) or one message (RFC 2369); empty without an address. */
export function unsubscribeHeaders(
  settings: UnsubscribeSettings | undefined,
  person: Pick<Person, "address" | "fields">,
): Readonly<Record<string, string>> {
  if (settings === undefined) return {};
  const { url, mailto } = settings;
  const ways = [
    ...(url === undefined ? [] : [`<${filled(url, person)}>`]),
    ...(mailto === undefined ? [] : [`<mailto:${encodeURI(mailto)}?subject=unsubscribe>`]),
  ];
  if (ways.length === 0) return {};
  return {
    // One header with both ways in it: two headers of this name count as none.
    "List-Unsubscribe": ways.join(", "),
    ...(url === undefined ? {} : { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
  };
}

/** The columns that the address to unsubscribe at asks of every person. */
export function fieldsOf(settings: UnsubscribeSettings | undefined): string[] {
  const names = [...(settings?.url ?? "").matchAll(PLACEHOLDER)].map(([, name = ""]) => name.toLowerCase());
  return [...new Set(names)].filter((name) => name !== "email");
}

const PLACEHOLDER = /\{([^{}]+)\}/g;

const filled = (url: string, { address, fields }: Pick<Person, "address" | "fields">): string =>
  url.replace(PLACEHOLDER, (_all, name: string) =>
    encodeURIComponent(name.toLowerCase() === "email" ? address : (fields[name.toLowerCase()] ?? "")),
  );
