import { PREFIXES } from "./predefined.ts";
import type { XmlElement } from "./read-xml.ts";
import { itemsOf, propertiesOf, type XmpProperty } from "./read-xmp.ts";

/** The schemas that a file describes itself (ISO 19005-2, 6.6.2.3.3). */
export interface ExtensionSchemas {
  /** The properties described: address of the schema, a space, name. */
  readonly properties: ReadonlySet<string>;
  /** What is wrong with the descriptions. */
  readonly problems: readonly string[];
}

const SCHEMA = "http://www.aiim.org/pdfa/ns/schema#";
const PROPERTY = "http://www.aiim.org/pdfa/ns/property#";
const SCHEMA_FIELDS = ["schema", "namespaceURI", "prefix"] as const;
const PROPERTY_FIELDS = ["name", "valueType", "category", "description"] as const;

/** Reads the descriptions of schemas among the properties of a packet. */
export function readExtensionSchemas(packet: readonly XmpProperty[]): ExtensionSchemas {
  const properties = new Set<string>();
  const problems: string[] = [];
  const containers = packet.filter(({ namespace }) => namespace === PREFIXES.pdfaExtension);
  for (const { prefix, name, element } of containers) {
    if (prefix !== "pdfaExtension") problems.push(`its container has the prefix “${prefix}”`);
    if (name !== "schemas" || element === undefined) continue;
    for (const item of itemsOf(element)) readSchema(item, properties, problems);
  }
  return { properties, problems };
}

function readSchema(item: XmlElement, properties: Set<string>, problems: string[]): void {
  const fields = propertiesOf(item).filter(({ namespace }) => namespace === SCHEMA);
  const textOf = (name: string) => fields.find((field) => field.name === name)?.value ?? "";
  const namespace = textOf("namespaceURI");
  const called = namespace || textOf("schema") || "a schema";
  for (const field of SCHEMA_FIELDS)
    if (textOf(field) === "") problems.push(`${called} has no pdfaSchema:${field}`);
  const list = fields.find(({ name }) => name === "property")?.element;
  for (const described of list === undefined ? [] : itemsOf(list)) {
    const own = propertiesOf(described).filter((field) => field.namespace === PROPERTY);
    const ownTextOf = (name: string) => own.find((field) => field.name === name)?.value ?? "";
    for (const field of PROPERTY_FIELDS) {
      if (ownTextOf(field) === "") problems.push(`a property of ${called} has no pdfaProperty:${field}`);
    }
    if (!["external", "internal", ""].includes(ownTextOf("category")))
      problems.push(`a property of ${called} has the category “${ownTextOf("category")}”`);
    properties.add(`${namespace} ${ownTextOf("name")}`);
  }
}
