import { writeFileSync } from "node:fs";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { openChromiumPrinter } from "../../src/chromium/chromium-printer.ts";
import type { PreviewState } from "../../src/preview/preview-api.ts";
import { openPreviewSession, type PreviewSession } from "../../src/preview/preview-session.ts";
import { loadProject } from "../../src/project/load-project.ts";
import { folderOf } from "../render/folder-of.ts";
import { descendantsOf } from "../support/processes.ts";
import { testSurroundings } from "../support/surroundings.ts";
import { CHARTED_BRIEF, FEES, MASTHEAD, PROJECT } from "./preview-project.ts";

/** `npm run test:soak` makes all of them. */
const EDITS = import.meta.env.MODE === "soak" ? 200 : 60;
/** What is read once and kept is there after these. */
const FIRST_EDITS = 20;
const LEAK_MAX_BYTES = 20 * 2 ** 20;

it(`${EDITS} edits of everything that can be edited leave no memory and no tab behind`, async () => {
  const folder = folderOf(PROJECT);
  const project = await loadProject(folder);
  if (!project.ok) throw new Error("The project cannot be read.");
  await using printer = openChromiumPrinter({ surroundings: testSurroundings(), isDrawing: true, tabs: 1 });
  const asked = { brief: "briefs/fees.yaml" };
  await using session = openPreviewSession({ project: project.value, asked, printer });
  await settled(session);

  const facts: { bytes: number; renderers: number }[] = [];
  for (let edit = 1; edit <= EDITS; edit += 1) {
    await shown(session, () => editSomething(session, folder, edit));
    if (edit !== FIRST_EDITS && edit !== EDITS) continue;
    await settled(session);
    facts.push({ bytes: memoryInUse(), renderers: rendererCount() });
  }
  const [before, after] = facts;
  expect(after?.renderers).toBe(before?.renderers);
  expect((after?.bytes ?? Number.NaN) - (before?.bytes ?? 0)).toBeLessThan(LEAK_MAX_BYTES);
});

/** An edit, and what is said to the session for it; the watcher is left out, which would wait for the end of each save. */
function editSomething(session: PreviewSession, folder: string, edit: number): void {
  const save = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  const what = (["brief", "table", "template", "theme"] as const)[edit % 4];
  if (what === "theme") {
    session.tryTokens({ accent: `#${(0x110000 + edit).toString(16)}` });
    return;
  }
  if (what === "brief") save("briefs/fees.yaml", CHARTED_BRIEF.replace("Our fees", `Our ${edit} fees`));
  if (what === "table") save("briefs/fees.csv", FEES.replace("37", String(10 + (edit % 30))));
  if (what === "template")
    save("templates/house/partials/masthead.hbs", MASTHEAD.replace("house", `house ${edit}`));
  session.refresh(new Set([what === "template" ? "template" : "brief"]));
}

/** Does something and waits until the HTML shows it, as somebody who types on: most sheets are overtaken by the next. */
async function shown(session: PreviewSession, edit: () => void): Promise<void> {
  const { html } = session.showcase.state().views;
  edit();
  await until(session, ({ views }) => views.html !== html);
}

const settled = (session: PreviewSession) => until(session, ({ status }) => status !== "building");

async function until(session: PreviewSession, isSo: (state: PreviewState) => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (state: PreviewState) => {
      if (!isSo(state)) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = session.showcase.subscribe(look);
    if (isSo(session.showcase.state())) look(session.showcase.state());
  });
}

function memoryInUse(): number {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** A tab is a process of its own. */
const rendererCount = (): number =>
  descendantsOf(process.pid).filter(({ command }) => command.includes("--type=renderer")).length;
