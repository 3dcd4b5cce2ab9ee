import { type Outcome, success } from "../diagnostics/outcome.ts";
import type { PdfPrinter } from "../formats/pdf-printer.ts";
import { type BriefBuilder, openBriefBuilder } from "../project/brief-builder.ts";
import { type Library, libraryOf } from "../project/library.ts";
import { loadProject, type Project } from "../project/load-project.ts";
import type { Concern } from "./inputs.ts";

/** A project as it stands, with what builds its briefs. */
export interface Workbench {
  readonly project: Project;
  readonly library: Library;
  readonly builder: BriefBuilder;
}

/** Keeps a workbench whose builder has read every file since it last changed. */
export interface FreshBuilder {
  /** What saved files concern is read again when it is next needed. */
  forget(concerns: ReadonlySet<Concern>): void;
  get(): Promise<Outcome<Workbench>>;
}

/** Keeps the workbench of the project in `first.folder`, which was read just now. */
export function openFreshBuilder(first: Project, printer: PdfPrinter): FreshBuilder {
  let project = first;
  let isProjectStale = false;
  let bench: Workbench | undefined;
  return {
    forget(concerns) {
      isProjectStale ||= concerns.has("project");
      // A builder reads the brief anew each time, and everything else once. A new one costs less than to know what it read.
      if (isProjectStale || concerns.has("template") || concerns.has("labels")) bench = undefined;
    },
    async get() {
      if (isProjectStale) {
        const loaded = await loadProject(project.folder);
        if (!loaded.ok) return loaded;
        project = loaded.value;
        isProjectStale = false;
      }
      const library = libraryOf(project.folder);
      bench ??= { project, library, builder: openBriefBuilder(project, library, printer, first.folder) };
      return success(bench);
    },
  };
}
