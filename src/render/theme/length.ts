/** A length as CSS writes it. */
export interface Length {
  readonly number: number;
  readonly unit: string;
}

/** Reads a length such as `9mm`; undefined where it is none that paper knows. */
export function readLength(text: string): Length | undefined {
  const [, number = "", unit = ""] = /^(-?(?:\d+|\d*\.\d+))(mm|cm|pt|px|in|em|rem)$/.exec(text.trim()) ?? [];
  return unit === "" ? undefined : { number: Number(number), unit };
}

/** How much longer `one` is than `other`, in mm or in their unit; undefined where type size decides it. */
export function lengthDifference(one: Length, other: Length): number | undefined {
  if (one.unit === other.unit) return one.number - other.number;
  const [left, right] = [one, other].map(({ number, unit }) => {
    const mm = MM.get(unit);
    return mm === undefined ? undefined : number * mm;
  });
  return left === undefined || right === undefined ? undefined : left - right;
}

/** CSS Values 4, 6.2. */
const MM: ReadonlyMap<string, number> = new Map([
  ["mm", 1],
  ["cm", 10],
  ["in", 25.4],
  ["pt", 25.4 / 72],
  ["px", 25.4 / 96],
]);
