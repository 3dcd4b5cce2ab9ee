import { type Outcome, success } from "../../diagnostics/outcome.ts";
import { libraryOf } from "../library.ts";
import { loadProject, type Project } from "../load-project.ts";
import { type ListedSet, listTemplateSets } from "./list-template-sets.ts";

/** The template sets of a project, for the commands that list, make and compare them. Nothing here writes. */
export interface TemplateLibrary {
  readonly project: Project;
  list(): Promise<readonly ListedSet[]>;
}

/** Opens the template sets of the project that `folder` belongs to. */
export async function openTemplateLibrary(folder: string): Promise<Outcome<TemplateLibrary>> {
  const project = await loadProject(folder);
  if (!project.ok) return project;
  const library = libraryOf(project.value.folder);
  return success({
    project: project.value,
    list: () => listTemplateSets(library),
  });
}
