import type { Grade } from "./edition.ts";

/** A level with its words and its place on the scale, which runs from least to most. */
export function grade<Level extends string>(
  level: Level,
  scale: readonly Level[],
  labels: Readonly<Record<Level, string>>,
): Grade<Level> {
  const filled = scale.indexOf(level);
  return { level, label: labels[level], steps: scale.map((_, step) => step <= filled) };
}
