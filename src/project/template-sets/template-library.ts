import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type Outcome, success } from "../../diagnostics/outcome.ts";
import type { Project } from "../load-project.ts";
import type { Ejectable, PlannedEject } from "./eject-pieces.ts";
import type { ListedSet } from "./list-template-sets.ts";
import type { PlannedSet } from "./plan-new-set.ts";
import type { SetStatus } from "./template-status.ts";

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
  const parts = await loadParts();
  const project = await parts.loadProject(folder);
  if (!project.ok) return project;
  const root = project.value.folder;
  const library = parts.libraryOf(root);
  return success({
    project: project.value,
    list: () => parts.listTemplateSets(library),
    planNew: (name, from) => parts.planNewSet(name, from, root, library),
    ejectable: (set) => parts.listEjectable(set, root, library),
    planEject: (set, pieces) => parts.planEject(set, pieces, root, library),
    check: (set) => parts.checkTemplateSet(set, project.value, library),
    status: (set) => parts.templateStatus(set, root, library),
  });
}

/** Loaded when they are asked for: what compares templates is of no use to a build. */
async function loadParts() {
  const parts = await Promise.all([
    import("../check-template-set.ts"),
    import("../library.ts"),
    import("../load-project.ts"),
    import("./eject-pieces.ts"),
    import("./list-template-sets.ts"),
    import("./plan-new-set.ts"),
    import("./template-status.ts"),
  ]);
  const [check, library, project, eject, list, plan, status] = parts;
  return { ...check, ...library, ...project, ...eject, ...list, ...plan, ...status };
}
