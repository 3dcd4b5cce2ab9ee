import { readXml, type XmlElement } from "./read-xml.ts";

/** What a document says of itself as XMP (ISO 16684-1). */
export interface XmpPacket {
  /** Why it cannot be read; undefined where it can. */
  readonly problem: string | undefined;
  /** The header of the packet, without its marks; empty for none. */
  readonly header: string;
  readonly properties: readonly XmpProperty[];
}

/** One property. */
export interface XmpProperty {
  readonly prefix: string;
  readonly namespace: string;
  readonly name: string;
  /** Its text, or the first one of its list, without the space around it. */
  readonly value: string;
  /** The entries of a list; the value alone for none. */
  readonly items: readonly string[];
  /** Undefined for one that is written as an attribute. */
  readonly element: XmlElement | undefined;
}

export const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const LISTS = new Set(["Bag", "Seq", "Alt"]);

/** Reads a packet; undefined for no bytes. */
export function readXmp(bytes: Uint8Array | undefined): XmpPacket | undefined {
  if (bytes === undefined) return undefined;
  const text = textOf(bytes);
  if (text === undefined) return { problem: "it is not written in UTF-8", header: "", properties: [] };
  const document = readXml(text);
  if ("problem" in document) return { problem: document.problem, header: "", properties: [] };
  const header = document.instructions.find((instruction) => instruction.startsWith("xpacket begin")) ?? "";
  const { root } = document;
  const rdf = isRdf(root, "RDF") ? root : root.children.find((child) => isRdf(child, "RDF"));
  if (rdf === undefined) return { problem: "it has no rdf:RDF", header, properties: [] };
  const properties = rdf.children.filter((child) => isRdf(child, "Description")).flatMap(propertiesOf);
  return { problem: undefined, header, properties };
}

/** The fields of a structured value, however RDF writes it down: as elements, as attributes, or as a description of its own. */
export function propertiesOf(element: XmlElement): readonly XmpProperty[] {
  const inner = element.children.find((child) => isRdf(child, "Description"));
  const holder = !isRdf(element, "Description") && inner !== undefined ? inner : element;
  const attributes = holder.attributes
    .filter(({ namespace, prefix }) => namespace !== RDF && prefix !== "xml" && namespace !== "")
    .map(({ prefix, namespace, name, value }) => ({
      ...{ prefix, namespace, name, value: value.trim(), items: [value], element: undefined },
    }));
  return [
    ...attributes,
    ...holder.children.map((child) => {
      const items = itemsOf(child).map((item) => item.text.trim());
      const value = items[0] ?? child.text.trim();
      const { prefix, namespace, name } = child;
      return { prefix, namespace, name, value, items: items.length > 0 ? items : [value], element: child };
    }),
  ];
}

/** The entries of a list; none for anything else. */
export function itemsOf(element: XmlElement): readonly XmlElement[] {
  const list = element.children.find(({ namespace, name }) => namespace === RDF && LISTS.has(name));
  return list?.children.filter((child) => isRdf(child, "li")) ?? [];
}

/** Whether an element is one of RDF’s with this name. */
export const isRdf = ({ namespace, name }: XmlElement, expected: string): boolean =>
  namespace === RDF && name === expected;

/** UTF-8, or UTF-16 by its mark. */
function textOf(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xfe ? "utf-16be" : bytes[0] === 0xff ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
