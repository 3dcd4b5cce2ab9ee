import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { useBriefProgram } from "../cli/brief-program.ts";
import { PROJECT } from "./preview-project.ts";

const program = useBriefProgram();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "execbrief-command-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

/** Starts a preview and waits for its address. */
async function startPreview(...args: string[]) {
  const env = { TMPDIR: path.join(folder, "temp") };
  mkdirSync(env.TMPDIR, { recursive: true });
  const { process: child, done } = program.start(["preview", "--no-open", ...args], { folder, env });
  const address = await new Promise<URL>((resolve, reject) => {
    let out = "";
    child.stdout?.on("data", (text: string) => {
      out += text;
      const [, found] = /(http:\S+)/.exec(out) ?? [];
      if (found) resolve(new URL(found));
    });
    void done.then(({ err }) => reject(new Error(`It ended: ${err}`)));
  });
  return { child, done, address };
}

describe("brief preview", () => {
  test("shows the brief that was changed last, keeps tokens in the configuration, and ends well when it is stopped", async () => {
    write(PROJECT);
    const { child, done, address } = await startPreview("--page", "Letter");
    const post = (name: string, body: object) =>
      fetch(new URL(name, address), {
        method: "POST",
        headers: { "Content-Type": "application/json", Origin: address.origin },
        body: JSON.stringify(body),
      });
    const state = async () => (await fetch(new URL("state", address))).json();
    await expect.poll(state, { timeout: 60_000 }).toMatchObject({
      ...{ status: "good", selection: { brief: "briefs/other.yaml", page: "Letter", template: "house" } },
    });
    expect((await fetch(new URL("", address))).status).toBe(200);
    expect((await post("try", { accent: "#0b5394" })).status).toBe(204);
    expect((await post("keep", { tokens: ["accent"] })).status).toBe(204);
    expect(readFileSync(path.join(folder, "brief.config.yaml"), "utf8")).toContain(
      'accent: "#0b5394"   # checked',
    );

    const events = await (await fetch(new URL("events", address))).body?.getReader();
    if (process.platform === "win32") child.kill();
    else child.kill("SIGINT");
    const run = await done;
    let told = "";
    for (let piece = await events?.read(); piece && !piece.done; piece = await events?.read())
      told += new TextDecoder().decode(piece.value);
    if (process.platform === "win32") return;
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(told.trimEnd().split("\n\n").at(-1)).toContain("event: bye");
    expect(readdirSync(path.join(folder, "temp"))).toEqual([]);
  });

  test("says so where there is no brief to show", async () => {
    const { code, err } = await program.run(["preview", "--no-open"], { folder });
    expect(code).toBe(2);
    expect(err).toContain("There is no brief to show: briefs has none.");
    expect(existsSync(path.join(folder, "brief.config.yaml"))).toBe(false);
  });

  test("says so where the port belongs to somebody else", async () => {
    write(PROJECT);
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    const { code, err } = await program.run(["preview", "--no-open", "--port", String(port)], { folder });
    other.close();
    expect(code).toBe(3);
    expect(err).toContain(`The preview cannot use port ${port}: another program has it`);
  });

  test.each([
    { args: ["--port", "80"], says: "1024" },
    { args: ["--port", "x"], says: "1024" },
    { args: ["--page", "A0"], says: "A4, Letter" },
  ])("refuses $args", async ({ args, says }) => {
    const { code, err } = await program.run(["preview", "--no-open", ...args], { folder });
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test("does not begin with a configuration that cannot be read", async () => {
    write({ ...PROJECT, "brief.config.yaml": "template: [" });
    const { code, err } = await program.run(["preview", "--no-open"], { folder });
    expect(code).toBe(2);
    expect(err).toContain("brief.config.yaml cannot be used");
  });
});
