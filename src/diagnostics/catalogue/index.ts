import { archivalCatalogue } from "./archival.ts";
import { briefCatalogue } from "./brief.ts";
import { changesCatalogue } from "./changes.ts";
import { chartCatalogue } from "./chart.ts";
import { chromiumCatalogue } from "./chromium.ts";
import { conformanceCatalogue } from "./conformance.ts";
import { deliveryCatalogue } from "./delivery.ts";
import { editionCatalogue } from "./edition.ts";
import { emailCatalogue } from "./email.ts";
import type { CatalogueEntry } from "./entry.ts";
import { evidenceCatalogue } from "./evidence.ts";
import { fileCatalogue } from "./file.ts";
import { linkCatalogue } from "./link.ts";
import { pageCatalogue } from "./page.ts";
import { preflightCatalogue } from "./preflight.ts";
import { previewCatalogue } from "./preview.ts";
import { projectCatalogue } from "./project.ts";
import { referenceCatalogue } from "./reference.ts";
import { sealCatalogue } from "./seal.ts";
import { signatureCatalogue } from "./signature.ts";
import { styleCatalogue } from "./style.ts";
import { syntaxCatalogue } from "./syntax.ts";
import { templateCatalogue } from "./template.ts";
import { templateCheckCatalogue } from "./template-check.ts";
import { templateSetCatalogue } from "./template-set.ts";
import { themeCatalogue } from "./theme.ts";
import { usageCatalogue } from "./usage.ts";

/** Every code that Execbrief can report. A code, once released, never changes its meaning. */
export const catalogue = {
  ...fileCatalogue,
  ...syntaxCatalogue,
  ...briefCatalogue,
  ...referenceCatalogue,
  ...editionCatalogue,
  ...templateCatalogue,
  ...templateCheckCatalogue,
  ...templateSetCatalogue,
  ...themeCatalogue,
  ...pageCatalogue,
  ...archivalCatalogue,
  ...chromiumCatalogue,
  ...projectCatalogue,
  ...previewCatalogue,
  ...usageCatalogue,
  ...styleCatalogue,
  ...emailCatalogue,
  ...deliveryCatalogue,
  ...preflightCatalogue,
  ...conformanceCatalogue,
  ...sealCatalogue,
  ...signatureCatalogue,
  ...linkCatalogue,
  ...evidenceCatalogue,
  ...chartCatalogue,
  ...changesCatalogue,
};

/** A permanent name of a kind of finding. */
export type DiagnosticCode = keyof typeof catalogue;

/** The facts that the message of a code is made from. */
export type DiagnosticArgs<Code extends DiagnosticCode> =
  (typeof catalogue)[Code] extends CatalogueEntry<infer Args> ? Args : never;
