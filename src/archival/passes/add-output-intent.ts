import { type PDFDocument, PDFName, PDFNumber, PDFString } from "@cantoo/pdf-lib";
import { srgbProfile } from "../srgb-profile.ts";
import { pack } from "../streams.ts";

const CONDITION = "sRGB IEC61966-2.1";

/** Says that the colours of the document are those of sRGB (ISO 19005-2, 6.2.3). */
export function addOutputIntent(document: PDFDocument): void {
  const { context, catalog } = document;
  const profile = context.register(pack(context, srgbProfile(), [[PDFName.of("N"), PDFNumber.of(3)]]));
  const intent = context.obj({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    OutputConditionIdentifier: PDFString.of(CONDITION),
    Info: PDFString.of(CONDITION),
    DestOutputProfile: profile,
  });
  catalog.set(PDFName.of("OutputIntents"), context.obj([context.register(intent)]));
}
