import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { composeEdition } from "../../src/edition/compose-edition.ts";
import type { Edition } from "../../src/edition/edition.ts";
import type { Workshop } from "../../src/generate.ts";
import { openBriefBuilder } from "../../src/project/brief-builder.ts";
import { libraryOf } from "../../src/project/library.ts";
import { loadProject } from "../../src/project/load-project.ts";
import { openFakePrinter } from "../support/fake-printer.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const ORGANISATION = { name: "Northwind", logo: "data:image/png;base64,iVBORw0KGgo=" };

/** The names of the template sets that Execbrief brings. */
export const BUNDLED_SETS: readonly string[] = readdirSync(path.join(ROOT, "templates")).sort();

/** Every edition of every bundled brief, published by an organisation, and the workshop of a template set. */
export async function bundledEditions(
  template: string,
): Promise<readonly { readonly edition: Edition; readonly workshop: Workshop }[]> {
  const project = await loadProject(ROOT);
  if (!project.ok) throw new Error("the project cannot be loaded");
  const builder = openBriefBuilder(project.value, libraryOf(ROOT), openFakePrinter());
  const made = [];
  for (const name of readdirSync(path.join(ROOT, "briefs")).filter((file) => file.endsWith(".yaml"))) {
    const file = path.join(ROOT, "briefs", name);
    const prepared = await builder.prepare({ path: file, text: readFileSync(file, "utf8") }, { template });
    if (!prepared.ok) throw new Error(prepared.diagnostics.map(({ message }) => message).join("\n"));
    const { brief, workshop, editions } = prepared.value;
    for (const { context } of editions) {
      const edition = composeEdition(brief, { ...context, organisation: ORGANISATION });
      if (!edition.ok) throw new Error(edition.diagnostics.map(({ message }) => message).join("\n"));
      made.push({ edition: edition.value, workshop });
    }
  }
  return made;
}
