import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type Outcome, success } from "../../diagnostics/outcome.ts";
import { checkTemplateSet } from "../check-template-set.ts";
import { libraryOf } from "../library.ts";
import { loadProject, type Project } from "../load-project.ts";
import { type Ejectable, listEjectable, type PlannedEject, planEject } from "./eject-pieces.ts";
import { type ListedSet, listTemplateSets } from "./list-template-sets.ts";
import { type PlannedSet, planNewSet } from "./plan-new-set.ts";
import { type SetStatus, templateStatus } from "./template-status.ts";

/** The template sets of a project, for the commands that list, make and compare them. Nothing here writes. */
export interface TemplateLibrary {
  readonly project: Project;
  list(): Promise<readonly ListedSet[]>;
  /** Plans a new set that extends `from`. */
  planNew(name: string, from: string): Promise<Outcome<PlannedSet>>;
  /** What can be copied out of a set. */
  ejectable(set: string): Promise<Outcome<Ejectable>>;
  /** Plans copying pieces of a set into the project. */
  planEject(set: string, pieces: readonly string[]): Promise<Outcome<PlannedEject>>;
  /** Everything that is found in a set without a brief. */
  check(set: string): Promise<readonly Diagnostic[]>;
  /** How copies stand to their originals, in one set of the project or in all. */
  status(set?: string): Promise<Outcome<readonly SetStatus[]>>;
}

/** Opens the template sets of the project that `folder` belongs to. */
export async function openTemplateLibrary(folder: string): Promise<Outcome<TemplateLibrary>> {
  const project = await loadProject(folder);
  if (!project.ok) return project;
  const root = project.value.folder;
  const library = libraryOf(root);
  return success({
    project: project.value,
    list: () => listTemplateSets(library),
    planNew: (name, from) => planNewSet(name, from, root, library),
    ejectable: (set) => listEjectable(set, root, library),
    planEject: (set, pieces) => planEject(set, pieces, root, library),
    check: (set) => checkTemplateSet(set, project.value, library),
    status: (set) => templateStatus(set, root, library),
  });
}
