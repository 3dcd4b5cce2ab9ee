import { execFileSync } from "node:child_process";
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-fs";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..");

interface PackageFacts {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly scripts: Readonly<Record<string, string>>;
}

interface LockedPackage {
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(path.join(ROOT, file), "utf8")) as T;
const facts = readJson<PackageFacts>("package.json");

let folder = "";
let installed = "";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "execbrief-package-"));
  const tarball = pack(path.join(folder, "clone"));
  installed = path.join(folder, "project/node_modules/execbrief");
  await pipeline(createReadStream(tarball), createGunzip(), extract(installed, { strip: 1 }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the package holds the program with its templates, locales and schema, and nothing else", () => {
  expect(readdirSync(installed).sort()).toEqual(
    ["LICENSE", "README.md", "dist", "locales", "package.json", "schema", "templates"].sort(),
  );
  for (const name of ["templates", "locales", "schema"]) {
    expect(filesIn(path.join(installed, name))).toEqual(filesIn(path.join(ROOT, name)));
  }
});

test("packing compiles every module", () => {
  const modules = (place: string, extension: string) =>
    filesIn(place)
      .filter((file) => file.endsWith(extension) && !file.endsWith(".d.ts"))
      .map((file) => file.slice(0, -extension.length));
  expect(modules(path.join(installed, "dist"), ".js")).toEqual(modules(path.join(ROOT, "src"), ".ts"));
});

test("what the package offers is in it", () => {
  const offered = [...Object.values(facts.bin), ...Object.values(facts.exports).flatMap(pathsOf)];
  expect(offered.length).toBeGreaterThan(4);
  expect(offered.filter((file) => !existsSync(path.join(installed, file)))).toEqual([]);
});

test("the packed program writes a brief and builds it", () => {
  const project = path.join(folder, "project");
  for (const name of readdirSync(path.join(ROOT, "node_modules"))) {
    if (name.startsWith(".")) continue;
    symlinkSync(path.join(ROOT, "node_modules", name), path.join(project, "node_modules", name), "junction");
  }
  const brief = (...args: string[]) =>
    execFileSync(process.execPath, [path.join(installed, facts.bin.brief ?? ""), ...args], {
      cwd: project,
      encoding: "utf8",
    });
  brief("new", "first.yaml");
  brief("build", "first.yaml", "--format", "html");
  expect(readFileSync(path.join(project, "first.yaml"), "utf8")).toContain(
    "$schema=node_modules/execbrief/schema/brief.schema.json",
  );
  expect(readdirSync(path.join(project, "output/first"))).toContain("first.html");
});

test("installing runs nothing: neither the package nor what it depends on has an install script", () => {
  const own = Object.keys(facts.scripts).filter((name) =>
    /^(?:pre|post)?install$|^(?:pre|post)?prepare$/.test(name),
  );
  expect(own).toEqual([]);

  const { packages } = readJson<{ packages: Record<string, LockedPackage> }>("package-lock.json");
  const shipped = Object.entries(packages).filter(([, { dev }]) => dev !== true);
  expect(shipped.map(([name]) => name)).toContain("node_modules/puppeteer-core");
  expect(shipped.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
});

const PACKED_FROM = [
  "LICENSE",
  "README.md",
  "locales",
  "package.json",
  "schema",
  "src",
  "templates",
  "tsconfig.json",
];
const LEFT_OUT = ["ARCHITECTURE.md", "bench", "briefs", "docs", "output", "scripts", "tests"];

/** Packs a copy, so that the tests beside this one keep their `dist`; what must stay out lies in it too. */
function pack(clone: string): string {
  mkdirSync(clone);
  for (const name of [...PACKED_FROM, ...LEFT_OUT]) {
    cpSync(path.join(ROOT, name), path.join(clone, name), { recursive: true });
  }
  symlinkSync(path.join(ROOT, "node_modules"), path.join(clone, "node_modules"), "junction");
  // On Windows npm is a script, which only a shell starts.
  const options = { cwd: clone, stdio: "pipe", shell: process.platform === "win32" } as const;
  execFileSync("npm", ["pack", "--offline", "--silent"], options);
  const [tarball, ...others] = readdirSync(clone).filter((name) => name.endsWith(".tgz"));
  if (tarball === undefined || others.length > 0) throw new Error("npm pack made no tarball, or several.");
  return path.join(clone, tarball);
}

const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))
    .sort();

const pathsOf = (target: string | Readonly<Record<string, string>>): string[] =>
  typeof target === "string" ? [target] : Object.values(target);
