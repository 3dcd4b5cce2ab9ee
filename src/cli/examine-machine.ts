import { mkdtemp, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import {
  type Diagnostic,
  diagnose,
  type Execbrief,
  inspectBrowser,
  openExecbrief,
  surroundingsOfProcess,
} from "../index.ts";
import { ORIGINS } from "./browser-journal.ts";
import type { Context } from "./context.ts";
import { explainWriteError } from "./explain-write-error.ts";
import { seconds } from "./in-words.ts";
import type { DoctorOptions } from "./options.ts";
import { readPackageFacts } from "./package-facts.ts";
import { shownPath } from "./shown-path.ts";
import { STARTER_TITLE, starterBrief } from "./starter-brief.ts";

/** One thing that must be in order. */
export interface Check {
  readonly id: "node" | "project" | "template" | "browser" | "output";
  readonly name: string;
  readonly ok: boolean;
  /** What was found, when it is in order. */
  readonly detail: string;
  /** What is wrong and how to mend it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks one thing after the other, by doing it and not by looking for files. */
export async function* examineMachine(
  options: DoctorOptions,
  { terminal, signal }: Context,
  showActivity: (text: string) => void,
): AsyncGenerator<Check> {
  const { folder } = terminal;
  yield examineNode();
  const opened = await openExecbrief({ folder });
  if (!opened.ok) yield bad("project", opened.diagnostics);
  else {
    await using execbrief = opened.value;
    yield good("project", execbrief.project.folder);
    showActivity("Laying out a page");
    yield await examineTemplate(execbrief);
  }
  showActivity("Printing a page");
  yield await examineBrowser(options.browser, signal);
  const configured = opened.ok ? opened.value.project : undefined;
  const out =
    options.out === undefined && configured
      ? path.resolve(configured.folder, configured.config.out)
      : path.resolve(folder, options.out ?? "output");
  yield await examineOutput(out, shownPath(folder, out));
}

const NAMES = {
  node: "Node.js",
  project: "Project",
  template: "Template set",
  browser: "Browser",
  output: "Output folder",
} as const;

const good = (id: Check["id"], detail: string): Check => ({
  id,
  name: NAMES[id],
  ok: true,
  detail,
  diagnostics: [],
});

const bad = (id: Check["id"], diagnostics: readonly Diagnostic[]): Check => ({
  id,
  name: NAMES[id],
  ok: false,
  detail: "",
  diagnostics,
});

function examineNode(): Check {
  const version = process.versions.node;
  const { oldestNode } = readPackageFacts();
  return version.localeCompare(oldestNode, "en", { numeric: true }) >= 0
    ? good("node", `${version} (${oldestNode} or newer is needed)`)
    : bad("node", [diagnose("node-too-old", { version, oldest: oldestNode })]);
}

/** Lays out a real page, which takes every file of the template set, its fonts and the labels. */
async function examineTemplate(execbrief: Execbrief): Promise<Check> {
  const text = starterBrief({ title: STARTER_TITLE, date: "2025-01-01", schemaComment: "# For a check" });
  const result = await execbrief.build(
    { path: "check.yaml", text },
    { formats: ["html"], audiences: ["all"] },
  );
  return result.ok
    ? good("template", `${execbrief.project.config.template}, with its fonts`)
    : bad("template", result.diagnostics);
}

async function examineBrowser(browser: string | undefined, signal: AbortSignal): Promise<Check> {
  const inspected = await inspectBrowser({ surroundings: surroundingsOfProcess(), browser, signal });
  if (!inspected.ok) return bad("browser", inspected.diagnostics);
  const { choice, version, launchMs, isSandboxed } = inspected.value;
  const facts = [
    `${version}, ${ORIGINS[choice.origin]}`,
    `launched in ${seconds(launchMs)}, printed a page and read it back${isSandboxed ? "" : ", without its sandbox"}`,
    choice.executablePath,
  ];
  return good("browser", facts.join("\n"));
}

/** Makes a folder and takes it away again, in the output folder or, where that does not exist yet, above it. */
async function examineOutput(out: string, shown: string): Promise<Check> {
  try {
    await rmdir(await mkdtemp(path.join(await nearestThatExists(out), ".execbrief-")));
    return good("output", `${shown} can be written`);
  } catch (error) {
    return bad("output", [
      diagnose("output-not-writable", { path: shown, reason: explainWriteError(error) }),
    ]);
  }
}

async function nearestThatExists(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere || folder === path.dirname(folder) ? folder : nearestThatExists(path.dirname(folder));
}
