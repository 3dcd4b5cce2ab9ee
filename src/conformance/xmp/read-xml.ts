/** An element of an XML document, with its names resolved (Namespaces in XML 1.0). */
export interface XmlElement {
  readonly prefix: string;
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** The text directly inside it. */
  readonly text: string;
}

export interface XmlAttribute {
  readonly prefix: string;
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

/** A document, with the processing instructions around its root, or why it is not well formed. */
export type XmlDocument =
  | { readonly root: XmlElement; readonly instructions: readonly string[] }
  | { readonly problem: string };

interface OpenElement extends XmlElement {
  readonly tag: string;
  readonly children: XmlElement[];
  readonly attributes: XmlAttribute[];
  text: string;
  readonly namespaces: ReadonlyMap<string, string>;
}

const DEPTH_MAX = 200;
const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>|<\?(?<instruction>[\s\S]*?)\?>|<\/(?<close>[^\s<>/]+)\s*>|<(?<open>[^\s<>/!?]+)(?<attributes>(?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/y;
const ATTRIBUTE = /([^\s=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAME = /^[\p{L}_:][\p{L}\p{N}_:.\u00b7-]*$/u;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(lt|gt|amp|quot|apos));|&/g;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Reads XML as strictly as its definition asks, but for document types, which are refused. */
export function readXml(source: string): XmlDocument {
  const text = source.replace(/^\uFEFF/, "").replace(/\0+$/, "");
  const stack: OpenElement[] = [];
  const instructions: string[] = [];
  let root: XmlElement | undefined;
  let problem: string | undefined;
  const decoded = (value: string): string =>
    value.replace(ENTITY, (entity, decimal, hex, name) => {
      if (name !== undefined) return NAMED[name] ?? "";
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
      problem ??= `“${entity}” is no entity`;
      return "";
    });
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const { cdata, instruction, close, open, attributes = "", empty, text: plain } = match.groups ?? {};
    const around = stack.at(-1);
    if (instruction !== undefined) instructions.push(instruction);
    else if (cdata !== undefined || plain !== undefined) {
      const content = cdata ?? decoded(plain ?? "");
      if (around) around.text += content;
      else if (content.trim() !== "") return { problem: "text stands outside the root element" };
    } else if (close !== undefined) {
      if (around?.tag !== close) return { problem: `</${close}> closes nothing` };
      stack.pop();
    } else if (open !== undefined) {
      if (root !== undefined && around === undefined) return { problem: "there are two root elements" };
      if (!NAME.test(open)) return { problem: `“${open}” is no name` };
      if (stack.length >= DEPTH_MAX) return { problem: "elements stand too deep in each other" };
      const element = openElement(open, attributes, around, decoded);
      if ("problem" in element) return element;
      root ??= element;
      around?.children.push(element);
      if (empty !== "/") stack.push(element);
    }
    if (problem !== undefined) return { problem };
    if (TOKEN.lastIndex === text.length) break;
  }
  const unread = text.length > 0 && TOKEN.lastIndex !== text.length;
  if (unread) return { problem: "there is a “<” that begins no tag" };
  if (stack.length > 0) return { problem: `<${stack.at(-1)?.tag}> is not closed` };
  return root === undefined ? { problem: "there is no element" } : { root, instructions };
}

function openElement(
  tag: string,
  written: string,
  around: OpenElement | undefined,
  decoded: (value: string) => string,
): OpenElement | { readonly problem: string } {
  const pairs = [...written.matchAll(ATTRIBUTE)].map(
    ([, name = "", double, single]) => [name, decoded(double ?? single ?? "")] as const,
  );
  const names = new Set(pairs.map(([name]) => name));
  if (names.size < pairs.length) return { problem: `<${tag}> has an attribute twice` };
  const namespaces = new Map(around?.namespaces ?? [["xml", XML_NAMESPACE]]);
  for (const [name, value] of pairs) {
    if (name === "xmlns") namespaces.set("", value);
    else if (name.startsWith("xmlns:")) namespaces.set(name.slice(6), value);
  }
  const resolve = (name: string, isAttribute: boolean) => {
    const colon = name.indexOf(":");
    const prefix = colon < 0 ? "" : name.slice(0, colon);
    const namespace = prefix === "" && isAttribute ? "" : namespaces.get(prefix);
    return { prefix, name: name.slice(colon + 1), namespace };
  };
  const own = resolve(tag, false);
  if (own.namespace === undefined && own.prefix !== "")
    return { problem: `the prefix “${own.prefix}” is not declared` };
  const attributes: XmlAttribute[] = [];
  for (const [name, value] of pairs) {
    if (name === "xmlns" || name.startsWith("xmlns:")) continue;
    const { namespace, ...names } = resolve(name, true);
    if (namespace === undefined) return { problem: `the prefix “${names.prefix}” is not declared` };
    attributes.push({ ...names, namespace, value });
  }
  return {
    ...{ prefix: own.prefix, name: own.name, namespace: own.namespace ?? "" },
    ...{ tag, attributes, children: [], text: "", namespaces },
  };
}
