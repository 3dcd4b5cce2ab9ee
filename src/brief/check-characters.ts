import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import type { Path } from "./document-positions.ts";
import { fieldName } from "./field-name.ts";
import type { TextField } from "./schema-fields.ts";

/** Reports control characters and bidirectional overrides in texts; line breaks and tabs are white space. */
export function checkCharacters(
  fields: readonly TextField[],
  locateText: (path: Path, needle: string, offset: number) => Place,
): Diagnostic[] {
  return fields.flatMap(({ path, text }) =>
    [...text.matchAll(CONTROL)].map(({ 0: character, index }) => {
      const codePoint = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
      const name = NAMES[codePoint] ?? "a control character";
      return diagnose(
        "control-character",
        { field: fieldName(path), codePoint, name },
        locateText(path, character, index),
      );
    }),
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

const NAMES: Readonly<Record<string, string>> = {
  "U+0000": "null",
  "U+0007": "bell",
  "U+0008": "backspace",
  "U+000B": "vertical tab",
  "U+000C": "form feed",
  "U+000D": "carriage return",
  "U+001B": "escape",
  "U+007F": "delete",
  "U+0085": "next line",
  "U+202A": "left-to-right embedding",
  "U+202B": "right-to-left embedding",
  "U+202C": "end of embedding",
  "U+202D": "left-to-right override",
  "U+202E": "right-to-left override",
  "U+2066": "left-to-right isolate",
  "U+2067": "right-to-left isolate",
  "U+2068": "first strong isolate",
  "U+2069": "end of isolate",
};
