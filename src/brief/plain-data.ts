import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { shorten } from "../diagnostics/shorten.ts";
import { ALIAS_VALUES_MAX, NESTING_MAX } from "./limits.ts";

/** The data of a parsed document, which part each reference stands for, and what is wrong with keys and references. */
export interface PlainData {
  readonly value: unknown;
  readonly aliases: ReadonlyMap<Alias, ParsedNode>;
  readonly diagnostics: Diagnostic[];
}

type Node = ParsedNode | null;

/** Turns a document’s nodes into plain data, following references within a budget. */
export function plainData(root: Node, text: string, placeAt: (offset: number) => Place): PlainData {
  const anchors = new Map<string, ParsedNode>();
  const aliases = new Map<Alias, ParsedNode>();
  const diagnostics: Diagnostic[] = [];
  const open = new Set<Node>();
  const expanding: Alias.Parsed[] = [];
  let aliasValues = 0;
  let isExhausted = false;

  function read(node: Node): unknown {
    if (isExhausted || node === null) return null;
    if (expanding.length > 0) {
      aliasValues += 1;
    } else if ("anchor" in node && node.anchor !== undefined) {
      anchors.set(node.anchor, node);
    }
    if (aliasValues > ALIAS_VALUES_MAX) return exhaust("yaml-alias-bomb", node);
    if (open.size > NESTING_MAX) return exhaust("syntax-deep", node);
    if (isAlias(node)) return readAlias(node);
    if (isScalar(node)) return readScalar(node);
    open.add(node);
    const value = isMap(node) ? readMap(node) : isSeq(node) ? readList(node) : null;
    open.delete(node);
    return value;
  }

  function exhaust(code: "yaml-alias-bomb" | "syntax-deep", node: ParsedNode): null {
    isExhausted = true;
    diagnostics.push(diagnose(code, { limit: ALIAS_VALUES_MAX }, placeAt((expanding[0] ?? node).range[0])));
    return null;
  }

  function readAlias(alias: Alias.Parsed): unknown {
    const target = aliases.get(alias) ?? anchors.get(alias.source);
    const where = placeAt(alias.range[0]);
    if (target === undefined) {
      diagnostics.push(diagnose("yaml-alias", { name: alias.source }, where));
      return null;
    }
    if (open.has(target)) {
      diagnostics.push(diagnose("yaml-alias-cycle", { name: alias.source }, where));
      return null;
    }
    aliases.set(alias, target);
    expanding.push(alias);
    const value = read(target);
    expanding.pop();
    return value;
  }

  function readScalar(scalar: Scalar.Parsed): unknown {
    if (expanding.length === 0) warnOfLostText(scalar);
    const { value, source } = scalar;
    return value === null || ["string", "number", "boolean"].includes(typeof value) ? value : source;
  }

  function warnOfLostText(scalar: Scalar.Parsed): void {
    if (scalar.type !== "PLAIN" || scalar.comment === undefined || scalar.source === "") return;
    const end = scalar.range[1];
    const rest = text.slice(end, end + LOST_TEXT_WINDOW);
    const lost = /^[ \t]+(#[^\s#!].*)/.exec(rest)?.[1];
    if (lost === undefined) return;
    const offset = end + rest.indexOf("#");
    diagnostics.push(diagnose("text-lost", { text: shorten(lost.trim()) }, placeAt(offset)));
  }

  function readMap(map: YAMLMap.Parsed): object {
    const fields: Record<string, unknown> = {};
    const firstAt = new Map<string, number>();
    for (const pair of map.items as Pair<ParsedNode, Node>[]) {
      const key = readKey(pair.key);
      if (isDashedWord(pair.key)) {
        diagnostics.push(diagnose("syntax-missing-space", { after: "-" }, placeAt(pair.key.range[0])));
      }
      const value = read(pair.value);
      if (key === undefined) continue;
      const offset = pair.key.range[0];
      const first = firstAt.get(key);
      if (first === undefined) {
        firstAt.set(key, offset);
        // Assigning to __proto__ would change the object’s prototype instead of adding a field.
        Object.defineProperty(fields, key, { value, enumerable: true, configurable: true, writable: true });
      } else if (expanding.length === 0) {
        diagnostics.push(diagnose("duplicate-key", { key, firstLine: placeAt(first).line }, placeAt(offset)));
      }
    }
    return fields;
  }

  function readKey(key: ParsedNode): string | undefined {
    const content = isAlias(key) ? readAlias(key) : isScalar(key) ? (key.value ?? key.source) : undefined;
    if (content !== undefined && typeof content !== "object") return String(content);
    if (expanding.length === 0) diagnostics.push(diagnose("syntax-key", {}, placeAt(key.range[0])));
    return undefined;
  }

  const readList = (list: YAMLSeq.Parsed): unknown[] => list.items.map((item) => read(item as Node));

  const value = read(root);
  const targets = new Set(aliases.values());
  for (const [name, node] of anchors) {
    if (!targets.has(node))
      diagnostics.push(
        diagnose("yaml-anchor", { name }, placeAt(text.lastIndexOf(`&${name}`, node.range[0]))),
      );
  }
  return { value, aliases, diagnostics };
}

/** A list item whose dash lacks its space, so that YAML reads both as one key. */
const isDashedWord = (key: ParsedNode): boolean =>
  isScalar(key) && key.type === "PLAIN" && /^-[^-\d]/.test(key.source);

/** Enough of the line to quote the lost text. */
const LOST_TEXT_WINDOW = 200;
