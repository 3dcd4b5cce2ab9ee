import { isDeepStrictEqual } from "node:util";
import { isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { ThemeValues } from "../render/theme/token.ts";

/**
 * The text of a configuration with these tokens under `theme:`. Only the values are replaced or added where they stand, since
 * a document that is written anew loses its indentation and its blank lines. Undefined where the text is no configuration, or is
 * written in a way that leaves no place for a value.
 */
export function keepTheme(text: string, tokens: ThemeValues): string | undefined {
  const settings = settingsOf(text);
  if (settings === undefined) return undefined;
  let written: string | undefined = text;
  for (const [name, value] of Object.entries(tokens)) {
    if (written !== undefined) written = keepToken(written, name, value);
  }
  const wanted = { ...settings, theme: { ...(settings.theme ?? {}), ...tokens } };
  // Whatever YAML can do that was not thought of here: what would change the meaning of the rest is not written.
  return written !== undefined && isDeepStrictEqual(settingsOf(written), wanted) ? written : undefined;
}

type Settings = Readonly<Record<string, unknown>> & { readonly theme?: object | null };

/** What a configuration says; undefined where it is none. */
function settingsOf(text: string): Settings | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const settings: unknown = document.toJS() ?? {};
  return isObject(settings) && (settings.theme == null || isObject(settings.theme)) ? settings : undefined;
}

const isObject = (value: unknown): value is Settings =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function keepToken(text: string, name: string, value: unknown): string | undefined {
  const root = parseDocument(text).contents;
  const added = themeWith(name, value, text);
  if (root === null) return text.trim() === "" ? added : `${ended(text)}${lineEndOf(text)}${added}`;
  if (!isMap(root)) return undefined;
  const theme = pairOf(root, "theme");
  if (theme === undefined) {
    return root.flow
      ? addToFlow(text, root, `theme: { ${name}: ${inFlow(value)} }`)
      : `${ended(text)}${added}`;
  }
  const { value: tokens } = theme;
  if (tokens === null || (isScalar(tokens) && tokens.value === null))
    return fillTheme(text, theme, name, value);
  if (!isMap(tokens)) return undefined;
  const token = pairOf(tokens, name);
  if (token) return replaceValue(text, token, value);
  return tokens.flow
    ? addToFlow(text, tokens, `${name}: ${inFlow(value)}`)
    : addToBlock(text, tokens, `${name}: ${inFlow(value)}`);
}

type Setting = Pair<Node, Node | null>;

const pairOf = (map: YAMLMap, key: string): Setting | undefined =>
  map.items.find((pair) => isScalar(pair.key) && pair.key.value === key) as Setting | undefined;

const themeWith = (name: string, value: unknown, text: string): string =>
  [`theme:`, `  ${name}: ${inFlow(value)}`, ""].join(lineEndOf(text));

/** `theme:` with nothing after it, or with a word for nothing. */
function fillTheme(text: string, { key, value: nothing }: Setting, name: string, value: unknown): string {
  const [start = 0, end = 0] = nothing?.range ?? [];
  // A comment may follow, which stays.
  const isWord = text.slice(start, end).trim() !== "";
  const emptied = isWord ? text.slice(0, start).trimEnd() + text.slice(end) : text;
  return insertLine(emptied, endOf(key), `  ${name}: ${inFlow(value)}`);
}

function replaceValue(text: string, { key, value: old }: Setting, value: unknown): string {
  const colon = text.indexOf(":", endOf(key)) + 1;
  const [start = colon, end = colon] = old?.range ?? [];
  const before = text.slice(start, end);
  const isBelow = text.slice(colon, start).includes("\n");
  const after = text.slice(end);
  // A value of several lines ends with the end of its last.
  const lineEnd = isBelow && !/^\r?\n/.test(after) && after !== "" ? lineEndOf(text) : "";
  const from =
    isBelow || start === colon || before === "" ? `${text.slice(0, colon)} ` : text.slice(0, start);
  return `${from}${likeBefore(value, before)}${lineEnd}${after}`;
}

function addToBlock(text: string, map: YAMLMap, line: string): string {
  const pairs = map.items as Setting[];
  const [first] = pairs;
  const last = pairs.at(-1);
  const start = first?.key.range?.[0] ?? 0;
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const end = last?.value?.range?.[1] ?? (last ? endOf(last.key) : 0);
  // A value of several lines may end after its last line; the new one comes right below it.
  const within = text.slice(0, end).trimEnd().length;
  return insertLine(text, within, `${indent}${line}`);
}

function addToFlow(text: string, map: YAMLMap, setting: string): string {
  const [start, end] = map.range ?? [0, 0];
  const inner = text.slice(start + 1, end - 1).trimEnd();
  const comma = inner.trim() === "" || inner.endsWith(",") ? "" : ",";
  return `${text.slice(0, start + 1)}${inner}${comma} ${setting} ${text.slice(end - 1)}`;
}

/** Puts a line below the one in which a position lies. */
function insertLine(text: string, position: number, line: string): string {
  const end = text.indexOf("\n", position);
  const above = end < 0 ? ended(text) : text.slice(0, end + 1);
  return `${above}${line}${lineEndOf(text)}${end < 0 ? "" : text.slice(end + 1)}`;
}

const endOf = (node: Node): number => node.range?.[1] ?? 0;

const ended = (text: string): string => (text === "" || text.endsWith("\n") ? text : text + lineEndOf(text));

const lineEndOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

/** A value on one line, as it may stand in braces too; JSON is YAML. */
function inFlow(value: unknown): string {
  if (typeof value !== "object" || value === null)
    return typeof value === "string" && PLAIN.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inFlow).join(", ")}]`;
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${inFlow(inner)}`)
    .join(", ")} }`;
}

/** Words and lengths that can be nothing else; numbers and yes and no among texts are quoted. */
const PLAIN =
  /^(?!(?:true|false|yes|no|on|off|null|y|n)$)(?:[a-z][a-z-]*|\d+(?:\.\d+)?(?:mm|cm|pt|px|in|em|rem))$/;

/** Single quotes stay single. */
const likeBefore = (value: unknown, before: string): string =>
  typeof value === "string" && before.startsWith("'") && !/['\n]/.test(value) ? `'${value}'` : inFlow(value);
