/** The label with each `{name}` replaced by its value; a mark without a value stays, so that the gap is seen. */
export function fillLabel(label: string, values: Readonly<Record<string, string>>): string {
  return label.replace(/\{([a-zA-Z]+)\}/g, (mark, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? mark) : mark,
  );
}
