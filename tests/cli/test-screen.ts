import picocolors from "picocolors";
import type { Screen } from "../../src/cli/terminal.ts";

/** A screen without colours that remembers what was written. */
export function openTestScreen({ columns = Number.POSITIVE_INFINITY } = {}): Screen & { text(): string } {
  let written = "";
  return {
    write: (text) => {
      written += text;
    },
    colors: picocolors.createColors(false),
    columns,
    text: () => written,
  };
}
