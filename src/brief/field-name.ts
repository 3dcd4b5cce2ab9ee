/** What an author calls the field at a path: “label” (item 1 of “figures”). Begins a sentence. */
export function fieldName(path: readonly PropertyKey[]): string {
  const lastItem = path.findLastIndex((step) => typeof step === "number");
  if (path.length === 0) return "The brief";
  if (lastItem === -1) return quoteKeys(path);
  const item = itemName(path.slice(0, lastItem + 1));
  if (lastItem === path.length - 1) return item.charAt(0).toUpperCase() + item.slice(1);
  return `${quoteKeys(path.slice(lastItem + 1))} (${item})`;
}

/** What an author calls the thing at a path that has fields of its own, inside a sentence. */
export function groupName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "a brief";
  const last = path.at(-1);
  return typeof last === "number" ? itemName(path) : fieldName(path);
}

const quoteKeys = (path: readonly PropertyKey[]): string => `“${path.map(String).join(".")}”`;

function itemName(path: readonly PropertyKey[]): string {
  return `item ${Number(path.at(-1)) + 1} of ${fieldName(path.slice(0, -1))}`;
}
