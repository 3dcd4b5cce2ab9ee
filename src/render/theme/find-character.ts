/** The way to the first text inside `value` that holds `character`, such as `["caveats", 0, "claim"]`. */
export function findCharacter(value: unknown, character: string): (string | number)[] | undefined {
  if (typeof value === "string") return value.includes(character) ? [] : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  for (const [key, inner] of entries) {
    const rest = findCharacter(inner, character);
    if (rest !== undefined) return [key, ...rest];
  }
  return undefined;
}
