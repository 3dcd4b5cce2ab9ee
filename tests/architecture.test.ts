import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

/** Which folder or root file of src/ may import which; `diagnostics` is open to all. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  brief: [],
  quantities: [],
  changes: ["brief", "quantities"],
  editorial: ["brief", "quantities"],
  links: ["brief"],
  edition: ["brief", "changes"],
  render: ["edition"],
  formats: ["render", "edition"],
  chromium: ["formats/pdf-printer.ts", "formats/page-view.ts"],
  pdf: [],
  archival: ["pdf", "edition"],
  conformance: ["pdf"],
  signature: ["pdf"],
  preflight: ["edition", "formats", "pdf"],
  seal: ["brief", "edition", "changes", "preflight", "pdf", "archival"],
  "generate.ts": ["seal", "signature", "brief", "edition", "render", "formats", "archival", "preflight"],
  preview: ["generate.ts", "brief", "edition", "render", "formats", "project"],
  "open-preview.ts": ["preview", "project", "chromium", "open-execbrief.ts"],
  project: [
    "generate.ts",
    "seal",
    "signature",
    "archival/imprint.ts",
    "brief",
    "changes",
    "edition",
    "render",
    "formats",
    "preflight",
    "conformance",
  ],
  "open-execbrief.ts": [
    "project",
    "seal",
    "signature",
    "delivery/read-secret.ts",
    "brief",
    "changes",
    "editorial",
    "links",
    "conformance",
    "chromium",
  ],
  delivery: ["formats"],
  "build-brief.ts": ["open-execbrief.ts", "project"],
  "index.ts": [
    "build-brief.ts",
    "open-preview.ts",
    "preview",
    "open-execbrief.ts",
    "generate.ts",
    "project",
    "seal",
    "signature",
    "brief",
    "changes",
    "editorial",
    "links",
    "edition",
    "formats",
    "delivery",
    "chromium",
    "conformance",
  ],
  cli: ["index.ts"],
};

/** Packages that only their own folder may import: each outside tool has one home. */
const HOME_OF_PACKAGE: Readonly<Record<string, readonly string[]>> = {
  "puppeteer-core": ["chromium"],
  "@puppeteer/browsers": ["chromium"],
  "tar-fs": ["chromium"],
  handlebars: ["render"],
  "image-size": ["render"],
  "@csstools/css-tokenizer": ["render"],
  marked: ["edition"],
  "sanitize-html": ["edition"],
  "@cantoo/pdf-lib": ["archival"],
  culori: ["render"],
  htmlparser2: ["render"],
  diff: ["project"],
  chokidar: ["preview"],
  hono: ["preview"],
  "@hono/node-server": ["preview"],
  "launch-editor": ["preview"],
  zod: ["brief", "edition", "render", "project", "seal"],
  yaml: ["brief", "edition", "render", "project", "preview", "seal"],
  leven: ["diagnostics"],
  "@babel/code-frame": ["diagnostics"],
  picocolors: ["cli", "diagnostics"],
  unified: ["editorial"],
  "retext-english": ["editorial"],
  "retext-repeated-words": ["editorial"],
  compromise: ["editorial"],
  "@observablehq/plot": ["edition"],
  linkedom: ["edition"],
  "csv-parse": ["edition", "delivery"],
  nodemailer: ["delivery"],
  "@css-inline/css-inline": ["formats"],
  "@resvg/resvg-wasm": ["formats"],
  commander: ["cli"],
  "@clack/prompts": ["cli"],
  "write-file-atomic": ["cli"],
};

/** Where the outside world may be touched: the process and the clock at the edge alone. */
const EDGE = /^(?:cli\/|open-execbrief\.ts$|chromium\/)/;
const PROCESS = /\bprocess\.(?:env|argv|cwd|exit|std\w+|on|once|platform)\b|from "node:process"/;
const CONSOLE = /\bconsole\.\w+\(/;
const CLOCK = /\bnew Date\(\)|\bDate\.now\(\)/;

/** A folder of leftovers has no reason to change of its own. */
const DRAWER = /(?:^|\/)(?:utils?|common|helpers?|misc|shared|lib)(?:\/|\.ts$)|manager/i;
const DRAWER_EXCEPTIONS = ["render/helpers.ts"];

interface SourceFile {
  readonly name: string;
  readonly area: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

interface Import {
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

const files = readSources(path.join(root, "src"));

test("every area of src has its place in the order of the layers", () => {
  expect([...new Set(files.map(({ area }) => area))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});

test("imports go one way", () => {
  const upward = files.flatMap((file) =>
    localImports(file)
      .filter(({ target }) => !mayImport(file.area, target))
      .map(({ target }) => `${file.name} imports ${target}`),
  );
  expect(upward).toEqual([]);
});

test("no file imports itself by way of others", () => {
  const graph = new Map(
    files.map((file) => [
      file.name,
      localImports(file)
        .filter(({ isTypeOnly }) => !isTypeOnly)
        .map(({ target }) => target),
    ]),
  );
  expect(findCycle(graph)).toBeUndefined();
});

test("each outside package is imported in its home alone", () => {
  const strangers = files.flatMap((file) =>
    packageImports(file)
      .filter((name) => !(HOME_OF_PACKAGE[name] ?? []).includes(file.area))
      .map((name) => `${file.name} imports ${name}`),
  );
  expect(strangers).toEqual([]);
});

test("every package with a home is a dependency and is used", () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const code = Object.keys(dependencies).filter((name) => !name.startsWith("@fontsource/"));
  expect(code.sort()).toEqual(Object.keys(HOME_OF_PACKAGE).sort());
});

test("the process, the console and the clock stay at the edge", () => {
  const leaks = files
    .filter(({ name }) => !EDGE.test(name))
    .flatMap(({ name, text }) =>
      [PROCESS, CONSOLE, CLOCK]
        .flatMap((leak) => leak.exec(code(text))?.[0] ?? [])
        .map((found) => `${name}: ${found}`),
    );
  expect(leaks).toEqual([]);
});

test("only the command line prints", () => {
  const printing = files.filter(
    ({ area, text }) => area !== "cli" && /\bconsole\.|process\.stdout|process\.stderr/.test(code(text)),
  );
  expect(printing.map(({ name }) => name)).toEqual([]);
});

test("no file is a drawer, and none is over 300 lines", () => {
  const drawers = files.filter(({ name }) => DRAWER.test(name) && !DRAWER_EXCEPTIONS.includes(name));
  expect(drawers.map(({ name }) => name)).toEqual([]);
  expect(files.filter(({ text }) => text.split("\n").length > 300).map(({ name }) => name)).toEqual([]);
});

test("ARCHITECTURE.md names every area of src", () => {
  const architecture = readFileSync(path.join(root, "ARCHITECTURE.md"), "utf8");
  const unnamed = Object.keys(MAY_IMPORT).filter(
    (area) => !architecture.includes(`\`${area}${area.endsWith(".ts") ? "" : "/"}\``),
  );
  expect(unnamed).toEqual([]);
});

function readSources(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(folder, name), "utf8");
      return { name, text, area: name.split("/")[0] ?? name, imports: readImports(text) };
    });
}

function readImports(text: string): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s(?<clause>[^;"]*?from\s)?"(?<specifier>[^"]+)"/gm);
  const dynamic = text.matchAll(/\bimport\("(?<specifier>[^"]+)"\)/g);
  return [
    ...[...statements].map(({ groups }) => ({
      specifier: groups?.specifier ?? "",
      isTypeOnly: /^type\s/.test(groups?.clause ?? ""),
    })),
    ...[...dynamic].map(({ groups }) => ({ specifier: groups?.specifier ?? "", isTypeOnly: false })),
  ];
}

function localImports(file: SourceFile) {
  return file.imports
    .filter(({ specifier }) => specifier.startsWith("."))
    .map(({ specifier, isTypeOnly }) => ({
      target: path.posix.join(path.posix.dirname(file.name), specifier),
      isTypeOnly,
    }));
}

function mayImport(area: string, target: string): boolean {
  const targetArea = target.split("/")[0] ?? target;
  if (targetArea === area || targetArea === "diagnostics") return true;
  return (MAY_IMPORT[area] ?? []).some((allowed) => allowed === targetArea || allowed === target);
}

function packageImports(file: SourceFile): string[] {
  return file.imports
    .map(({ specifier }) => specifier)
    .filter((specifier) => !specifier.startsWith(".") && !specifier.startsWith("node:"))
    .map((specifier) =>
      specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/"),
    );
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const next of graph.get(name) ?? []) {
      const cycle = visit(next, [...path, name]);
      if (cycle !== undefined) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of graph.keys()) {
    const cycle = visit(name, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

/** The text without comments and string contents, so that a message may speak of a console. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}
