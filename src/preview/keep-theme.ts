import { isMap, parseDocument } from "yaml";
import type { ThemeValues } from "../render/theme/token.ts";

/**
 * The text of a configuration with these tokens under `theme:`; comments, order and everything else stay as they are.
 * Undefined where the text is no configuration.
 */
export function keepTheme(text: string, tokens: ThemeValues): string | undefined {
  const document = parseDocument(text);
  const isEmpty = document.contents === null;
  if (document.errors.length > 0 || !(isEmpty || isMap(document.contents))) return undefined;
  const theme = document.get("theme", true);
  // `theme:` with nothing after it is no map that could take anything.
  if (theme !== undefined && !isMap(theme)) document.delete("theme");
  for (const [name, value] of Object.entries(tokens)) document.setIn(["theme", name], value);
  const written = document.toString({ lineWidth: 0 });
  const lineEnd = /\r\n/.test(text) ? "\r\n" : "\n";
  return written.replaceAll("\n", lineEnd);
}
