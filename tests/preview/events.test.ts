import { expect, it } from "vitest";
import type { PreviewState } from "../../src/preview/preview-api.ts";
import { browserProcessesOf } from "../support/processes.ts";
import { openTestPreview, type TestPreview } from "./open-test-preview.ts";
import { CHARTED_BRIEF, PROJECT } from "./preview-project.ts";

interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/** The events of a preview, one after the other, until it says goodbye. */
async function* eventsOf(preview: TestPreview): AsyncGenerator<ServerEvent> {
  const { body } = await preview.get("events");
  let pending = "";
  const decoder = new TextDecoder();
  for await (const piece of body ?? []) {
    pending += decoder.decode(piece, { stream: true });
    const blocks = pending.split("\n\n");
    pending = blocks.pop() ?? "";
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(block)?.[1] ?? "";
      yield { event: field("event"), data: field("data") };
    }
  }
}

it("tells the present state first, then the way from a save to the sheet, and goodbye at the end", async () => {
  const preview = await openTestPreview(PROJECT, { brief: "briefs/fees.yaml" });
  const states: PreviewState[] = [];
  const names: string[] = [];
  let wasSaved = false;
  for await (const { event, data } of eventsOf(preview)) {
    names.push(event);
    if (event !== "state") continue;
    const state = JSON.parse(data) as PreviewState;
    states.push(state);
    if (!wasSaved) {
      wasSaved = true;
      preview.write("briefs/fees.yaml", CHARTED_BRIEF.replaceAll("Our fees", "Our costs"));
    } else if (state.status === "good") {
      void preview[Symbol.asyncDispose]();
    }
  }
  expect(names.at(-1)).toBe("bye");
  expect(names.slice(0, -1)).toEqual(states.map(() => "state"));
  const [first, ...others] = states;
  const revisions = states.map(({ revision }) => revision);
  expect(revisions).toEqual([...new Set(revisions)].sort((one, other) => one - other));
  // What is quick comes first: nobody waits for a proof to see the page.
  const became = (view: "html" | "sheet" | "email") =>
    others.findIndex(({ views }) => views[view] !== first?.views[view]);
  expect(others.map(({ status }) => status).slice(0, -1)).toEqual(others.slice(1).map(() => "building"));
  expect(became("html")).toBeGreaterThan(0);
  expect(became("sheet")).toBeGreaterThan(became("html"));
  expect(others.length - 1).toBeGreaterThan(became("sheet"));
});

it("a save that is overtaken shows nothing of itself after the newer one", async () => {
  await using preview = await openTestPreview(PROJECT, { brief: "briefs/fees.yaml" });
  const pages = ["Letter", "A4", "Letter", "A4", "Letter"];
  const last = await preview.after(async () => {
    for (const page of pages) await preview.post("select", { page });
  });
  expect(last).toMatchObject({ selection: { page: "Letter" }, paper: { heightMm: 279.4 }, status: "good" });
  const png = new DataView(await (await preview.get("view/sheet")).arrayBuffer());
  expect(png.getUint32(20)).toBe(2 * Math.round((279.4 * 96) / 25.4));
});

it("readers who leave are forgotten, and do not keep it from ending", async () => {
  const preview = await openTestPreview(PROJECT, { brief: "briefs/fees.yaml" });
  const leaving = new AbortController();
  const readers = await Promise.all(
    Array.from({ length: 20 }, () => preview.get("events", { signal: leaving.signal })),
  );
  expect(readers.map(({ status }) => status)).toEqual(readers.map(() => 200));
  leaving.abort();
  await preview[Symbol.asyncDispose]();
  await expect(preview.get("state")).rejects.toThrow();
});

it("a browser that dies is followed by another", async () => {
  await using preview = await openTestPreview(PROJECT, { brief: "briefs/fees.yaml" });
  for (const { id } of browserProcessesOf(process.pid)) process.kill(id, "SIGKILL");
  const state = await preview.after(() =>
    preview.write("briefs/fees.yaml", CHARTED_BRIEF.replaceAll("Our fees", "Our costs")),
  );
  expect(state).toMatchObject({ status: "good", stale: [] });
});
