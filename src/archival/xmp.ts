import type { DocumentFacts } from "./document-facts.ts";

/** What the document says of itself as XMP (ISO 16684-1), with the standards that it claims to meet. */
export function xmpOf(facts: DocumentFacts, producer: string): string {
  const { title, author, subject, keywords, lang, date, creator, attachments = [] } = facts;
  const moment = date.toISOString().replace(/\.\d+Z$/, "Z");
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about=""${NAMESPACES}>`,
    "<dc:format>application/pdf</dc:format>",
    `<dc:title>${alternatives(title)}</dc:title>`,
    author === null ? "" : `<dc:creator><rdf:Seq>${item(author)}</rdf:Seq></dc:creator>`,
    `<dc:description>${alternatives(subject)}</dc:description>`,
    `<dc:language><rdf:Bag>${item(lang)}</rdf:Bag></dc:language>`,
    keywords.length === 0 ? "" : `<dc:subject><rdf:Bag>${keywords.map(item).join("")}</rdf:Bag></dc:subject>`,
    `<xmp:CreateDate>${moment}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${moment}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${escaped(creator)}</xmp:CreatorTool>`,
    `<pdf:Producer>${escaped(producer)}</pdf:Producer>`,
    `<pdf:Keywords>${escaped(keywords.join("; "))}</pdf:Keywords>`,
    facts.isAccessible ? "<pdfuaid:part>1</pdfuaid:part>" : "",
    // Part 3 is part 2 with files of any kind in the document (ISO 19005-3).
    `<pdfaid:part>${attachments.length > 0 ? 3 : 2}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>`,
    `<pdfaExtension:schemas>${ACCESSIBILITY_SCHEMA}</pdfaExtension:schemas>`,
    "</rdf:Description>",
    "</rdf:RDF>",
    "</x:xmpmeta>",
    '<?xpacket end="w"?>',
  ]
    .filter((line) => line !== "")
    .join("\n");
}

const NAMESPACES = Object.entries({
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
  pdfaid: "http://www.aiim.org/pdfa/ns/id/",
  pdfaExtension: "http://www.aiim.org/pdfa/ns/extension/",
  pdfaSchema: "http://www.aiim.org/pdfa/ns/schema#",
  pdfaProperty: "http://www.aiim.org/pdfa/ns/property#",
})
  .map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
  .join("");

/** PDF/A knows no property of PDF/UA, so that the file describes it (ISO 19005-2, 6.6.2.3). */
const ACCESSIBILITY_SCHEMA = [
  '<rdf:Bag><rdf:li rdf:parseType="Resource">',
  "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>",
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  "<pdfaProperty:name>part</pdfaProperty:name>",
  "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
  "<pdfaProperty:category>internal</pdfaProperty:category>",
  "<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>",
  "</rdf:li></rdf:Seq></pdfaSchema:property>",
  "</rdf:li></rdf:Bag>",
].join("");

const alternatives = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;

const item = (text: string): string => `<rdf:li>${escaped(text)}</rdf:li>`;

const escaped = (text: string): string =>
  text.replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`);
