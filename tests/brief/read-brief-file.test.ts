import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, open, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBriefFile } from "../../src/brief/read-brief-file.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "read-brief-file-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const isPosix = process.platform !== "win32";
const isRoot = process.getuid?.() === 0;

const codesOf = async (file: string): Promise<string[]> =>
  (await readBriefFile(file)).diagnostics.map(({ code }) => code);

test.each([
  ["plain text", Buffer.from("title: é\n"), "title: é\n"],
  ["a byte order mark", Buffer.from("\ufefftitle: x\n"), "title: x\n"],
  ["nothing", Buffer.alloc(0), ""],
])("reads a file with %s", async (_name, bytes, text) => {
  const file = path.join(folder, "brief.yaml");
  await writeFile(file, bytes);
  expect(await readBriefFile(file)).toEqual({ ok: true, value: { path: file, text }, diagnostics: [] });
});

test.each([
  ["UTF-16 text", Buffer.from("\ufefftitle: x\n", "utf16le"), "file-encoding", 1, 1],
  ["Latin-1 text", Buffer.from("title: x\nname: caf\xe9\n", "latin1"), "file-encoding", 2, 10],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), "file-binary", 1, 1],
])("refuses a file with %s", async (_name, bytes, code, line, column) => {
  const file = path.join(folder, "other.yaml");
  await writeFile(file, bytes);
  const [finding] = (await readBriefFile(file)).diagnostics;
  expect(finding).toMatchObject({ code, where: { file, line, column } });
});

test("refuses a file of 50 MB by its size", async () => {
  const file = path.join(folder, "huge.yaml");
  await using handle = await open(file, "w");
  await handle.truncate(50 * 1024 ** 2);
  const [finding] = (await readBriefFile(file)).diagnostics;
  expect(finding?.code).toBe("file-too-large");
  expect(finding?.message).toMatch(/has 50 MB; .* at most 1 MB/);
});

test("refuses a missing file, a folder, and a path that leads through a file", async () => {
  await mkdir(path.join(folder, "sub"));
  await writeFile(path.join(folder, "file"), "x");
  expect(await codesOf(path.join(folder, "absent.yaml"))).toEqual(["file-missing"]);
  expect(await codesOf(path.join(folder, "file", "absent.yaml"))).toEqual(["file-missing"]);
  expect(await codesOf(path.join(folder, "sub"))).toEqual(["file-folder"]);
  expect(await codesOf("nul\0byte")).toEqual(["file-missing"]);
});

test.runIf(isPosix)(
  "refuses a device, a pipe without a writer and a link to itself, without waiting",
  async () => {
    const pipe = path.join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    await symlink(path.join(folder, "loop"), path.join(folder, "loop"));
    expect(await codesOf("/dev/zero")).toEqual(["file-special"]);
    expect(await codesOf(pipe)).toEqual(["file-special"]);
    expect(await codesOf(path.join(folder, "loop"))).toEqual(["file-unreadable"]);
  },
);

test.runIf(isPosix && !isRoot)("says so where there is no permission to read", async () => {
  const file = path.join(folder, "secret.yaml");
  await writeFile(file, "title: x");
  await chmod(file, 0);
  expect(await codesOf(file)).toEqual(["file-unreadable"]);
});
