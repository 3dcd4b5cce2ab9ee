import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { starterBrief } from "../../src/cli/starter-brief.ts";
import { useBriefProgram } from "./brief-program.ts";

const program = useBriefProgram();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "execbrief-proof-"));
  writeFileSync(path.join(folder, "weekly.yaml"), GOOD);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const GOOD = starterBrief({ title: "A good brief", date: "2025-02-03", schemaComment: "# test" });
const brief = (...args: string[]) => program.run(args, { folder });
const read = (name: string) => readFileSync(path.join(folder, name));

test("a proof is a page and a picture of it", async () => {
  const { code, out } = await brief("proof", "weekly.yaml");
  expect(out).toContain("output/weekly/weekly.proof.html");
  expect(out).toContain("output/weekly/weekly.proof.png");
  expect(code).toBe(0);
  const picture = read("output/weekly/weekly.proof.png");
  expect(picture.subarray(1, 4).toString()).toBe("PNG");
  expect(picture.readUInt32BE(16)).toBe(2180);
  // A page that was not laid out would be as high as the window.
  expect(picture.readUInt32BE(20)).toBeGreaterThan(1500);
});

test("without a picture no browser is needed, and the answer can be JSON", async () => {
  const { code, out } = await brief("proof", "weekly.yaml", "--no-png", "--json", "--browser", "/nowhere");
  expect(JSON.parse(out)).toEqual({
    ok: true,
    files: ["output/weekly/weekly.proof.html"],
    diagnostics: [],
  });
  expect(code).toBe(0);
  expect(read("output/weekly/weekly.proof.html").toString()).toContain(
    '<span class="subject">A good brief</span>',
  );
});

test("a brief that cannot be built has no proof", async () => {
  writeFileSync(path.join(folder, "weekly.yaml"), GOOD.replace("title:", "titel:"));
  const { code } = await brief("proof", "weekly.yaml", "--no-png");
  expect(code).toBe(1);
  expect(existsSync(path.join(folder, "output"))).toBe(false);
});

test("the images of a message are written beside it", async () => {
  const logo =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2" width="4" height="2"><path d="M0 0h4v2z"/></svg>';
  writeFileSync(path.join(folder, "logo.svg"), logo);
  writeFileSync(path.join(folder, "brief.config.yaml"), "organisation: { name: Example, logo: logo.svg }\n");
  const { code } = await brief("build", "weekly.yaml", "--format", "email,text", "--audience", "all");
  expect(code).toBe(0);
  expect(read("output/weekly/weekly.email.html").toString()).toContain('src="cid:logo.png.weekly"');
  expect(read("output/weekly/weekly.email.logo.png").subarray(1, 4).toString()).toBe("PNG");
  expect(read("output/weekly/weekly.txt").toString()).toContain("A good brief\n============");
});
