/** The address of each schema of XMP that a PDF/A may use undescribed (XMP Specification of 2005; ISO 19005-2, 6.6.2.3.1). */
export const PREFIXES = {
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xmpRights: "http://ns.adobe.com/xap/1.0/rights/",
  xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
  xmpBJ: "http://ns.adobe.com/xap/1.0/bj/",
  xmpTPg: "http://ns.adobe.com/xap/1.0/t/pg/",
  xmpDM: "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  photoshop: "http://ns.adobe.com/photoshop/1.0/",
  crs: "http://ns.adobe.com/camera-raw-settings/1.0/",
  tiff: "http://ns.adobe.com/tiff/1.0/",
  exif: "http://ns.adobe.com/exif/1.0/",
  aux: "http://ns.adobe.com/exif/1.0/aux/",
  pdfaid: "http://www.aiim.org/pdfa/ns/id/",
  pdfaExtension: "http://www.aiim.org/pdfa/ns/extension/",
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
} as const;

/** The properties of the schemas that documents are full of; of the others every property is taken for one of theirs. */
const PROPERTIES: Readonly<Record<string, ReadonlySet<string>>> = {
  [PREFIXES.dc]: words(
    "contributor coverage creator date description format identifier language publisher relation rights source subject title type",
  ),
  [PREFIXES.xmp]: words(
    "Advisory BaseURL CreateDate CreatorTool Identifier Label MetadataDate ModifyDate Nickname Rating Thumbnails",
  ),
  [PREFIXES.xmpRights]: words("Certificate Marked Owner UsageTerms WebStatement"),
  [PREFIXES.pdf]: words("Keywords PDFVersion Producer Trapped"),
  [PREFIXES.pdfaid]: words("part amd corr conformance rev"),
  [PREFIXES.pdfaExtension]: words("schemas"),
  [PREFIXES.pdfuaid]: words(""),
};

const KNOWN: ReadonlySet<string> = new Set(Object.values(PREFIXES));

/** Whether a property needs no description in the file. */
export const isPredefined = (namespace: string, name: string): boolean =>
  PROPERTIES[namespace]?.has(name) ?? KNOWN.has(namespace);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
