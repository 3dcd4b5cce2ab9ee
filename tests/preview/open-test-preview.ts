import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openPreview, type Preview, type PreviewOptions } from "../../src/open-preview.ts";
import type { PreviewState, View } from "../../src/preview/preview-api.ts";
import { testSurroundings } from "../support/surroundings.ts";

/** A preview of a project of its own, with this machine’s browser, and what a test does with it. */
export interface TestPreview extends AsyncDisposable {
  readonly folder: string;
  readonly address: string;
  /** Places that were opened in the editor, as `file:line:column`. */
  readonly opened: string[];
  readonly write: (name: string, text: string) => void;
  readonly get: (path: string, init?: RequestInit) => Promise<Response>;
  readonly post: (path: string, body: unknown) => Promise<Response>;
  readonly state: () => Promise<PreviewState>;
  /** The text of a view. */
  readonly text: (view: View) => Promise<string>;
  /** Does something, and waits until the build that it sets off is done. */
  readonly after: (change: () => unknown) => Promise<PreviewState>;
}

/** Opens a preview of a project with these files, and waits for its first build. */
export async function openTestPreview(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<PreviewOptions> = {},
): Promise<TestPreview> {
  const folder = mkdtempSync(path.join(tmpdir(), "execbrief-preview-"));
  const write = (name: string, content: string | Uint8Array) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  const opened: string[] = [];
  const outcome = await openPreview({
    folder,
    writeConfig: async (file, text) => void writeFileSync(file, text),
    openInEditor: ({ file, line, column }) => void opened.push(`${file}:${line}:${column}`),
    surroundings: testSurroundings(),
    ...options,
  });
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join("\n"));
  const preview: Preview = outcome.value;
  const { address } = preview;

  const get = (name: string, init?: RequestInit) => fetch(new URL(name, address), init);
  const post = (name: string, body: unknown) =>
    get(name, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: new URL(address).origin },
      body: JSON.stringify(body),
    });
  const state = async () => (await (await get("state")).json()) as PreviewState;
  const settledSince = async (revision: number): Promise<PreviewState> => {
    for (;;) {
      const now = await state();
      if (now.revision > revision && now.status !== "building") return now;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const test: TestPreview = {
    folder,
    address,
    opened,
    write,
    get,
    post,
    state,
    text: async (view) => (await get(`view/${view}`)).text(),
    async after(change) {
      const { revision } = await settledSince(-1);
      await change();
      return settledSince(revision);
    },
    async [Symbol.asyncDispose]() {
      await preview[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await settledSince(-1);
  return test;
}
