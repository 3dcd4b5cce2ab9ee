import type { Place } from "./diagnostic.ts";

/** A function that turns an offset in the text (UTF-16 code units, from 0) into a place in the file. */
export function placesOf(file: string, text: string): (offset: number) => Place {
  const starts = lineStarts(text);
  return (offset) => {
    const within = Math.min(Math.max(offset, 0), text.length);
    const index = lastNotAfter(starts, within);
    return { file, line: index + 1, column: within - (starts[index] ?? 0) + 1, text };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lastNotAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
