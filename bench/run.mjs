// npm run bench [cold|warm|preflight|many|html|mail|archival|preview]: Execbrief against a plain puppeteer loop, in one run on one machine. Ratios count;
// times vary.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { findBrowser } from "../dist/chromium/find-browser.js";
import { openExecbrief, readBriefFile, surroundingsOfProcess } from "../dist/index.js";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "..");
const BRIEFS = 100;
const COLD_ROUNDS = 7;
const WARM_ROUNDS = 40;

const work = await mkdtemp(path.join(tmpdir(), "execbrief-bench-"));
try {
  const browserFile = await nameBrowser();
  await runBrief(path.join(root, "briefs"), path.join(work, "warm-up"), "pdf,html");
  const page = path.join(work, "warm-up", "deepseek", "deepseek.html");

  console.log("| what | Execbrief | plain puppeteer | ratio |");
  console.log("| --- | --- | --- | --- |");
  const trials = {
    cold: benchCold,
    warm: benchWarm,
    preflight: benchPreflight,
    many: benchMany,
    html: benchHtml,
    mail: () => import("./mail.mjs"),
    archival: () => import("./archival.mjs"),
    preview: () => import("./preview.mjs"),
  };
  const wanted = process.argv.slice(2);
  for (const [name, trial] of Object.entries(trials)) {
    if (wanted.length === 0 || wanted.includes(name)) await trial(browserFile, page);
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

/** One process for one brief: PDF and HTML here, the same HTML printed there. Rounds alternate. */
async function benchCold(browserFile, page) {
  const brief = path.join(root, "briefs", "deepseek.yaml");
  const [ours, theirs] = await alternate(
    COLD_ROUNDS,
    (round) => runBrief(brief, path.join(work, `cold-${round}`), "pdf,html", "--audience", "all"),
    () => runBare(browserFile, [page]),
  );
  report("cold: one brief, PDF + HTML", ours, theirs);
}

/** An open browser: compose, fit and print one edition here; new page, load, print there (its launch taken off). */
async function benchWarm(browserFile, page) {
  const opened = await openExecbrief({ folder: root, isPrinting: true, jobs: 1 });
  const source = await readBriefFile(path.join(root, "briefs", "deepseek.yaml"));
  if (!opened.ok || !source.ok) throw new Error("The bundled brief cannot be built.");
  const order = { audiences: ["all"] };
  await opened.value.build(source.value, order);
  const ours = await time(async () => {
    for (let round = 0; round < WARM_ROUNDS; round += 1) await opened.value.build(source.value, order);
  });
  await opened.value[Symbol.asyncDispose]();

  const one = await time(() => runBare(browserFile, [page]));
  const many = await time(() =>
    runBare(
      browserFile,
      Array.from({ length: WARM_ROUNDS + 1 }, () => page),
    ),
  );
  report("warm: one more edition", ours / WARM_ROUNDS, (many - one) / WARM_ROUNDS);
}

/** What the proof that nothing was lost adds to a warm build: the same brief with it and without it, in turns. */
async function benchPreflight() {
  const opened = await openExecbrief({ folder: root, isPrinting: true, jobs: 1 });
  const source = await readBriefFile(path.join(root, "briefs", "deepseek.yaml"));
  if (!opened.ok || !source.ok) throw new Error("The bundled brief cannot be built.");
  for (const formats of [["pdf", "html"], ["pdf"]]) {
    const build = (preflight) => opened.value.build(source.value, { audiences: ["all"], formats, preflight });
    for (let round = 0; round < WARM_ROUNDS / 4; round += 1)
      await alternate(
        1,
        () => build(true),
        () => build(false),
      );
    const [proved, unproved] = await alternate(
      WARM_ROUNDS,
      () => build(true),
      () => build(false),
    );
    const share = Math.round((100 * (proved - unproved)) / proved);
    const what = formats.join(" + ").toUpperCase();
    console.log(
      `| warm: ${what} proved, then not | ${milliseconds(proved)} | ${milliseconds(unproved)} | ${share}% is preflight |`,
    );
  }
  await opened.value[Symbol.asyncDispose]();
}

async function benchMany(browserFile, page) {
  const folder = path.join(work, "many");
  const pages = path.join(work, "pages");
  await Promise.all([mkdir(folder), mkdir(pages)]);
  const text = await readFile(path.join(root, "briefs", "deepseek.yaml"), "utf8");
  const html = await readFile(page, "utf8");
  for (let index = 0; index < BRIEFS; index += 1) {
    await writeFile(path.join(folder, `brief-${index}.yaml`), text.replace("title: ", `title: ${index} `));
    await writeFile(path.join(pages, `brief-${index}.html`), html.replace("<h1", `<!-- ${index} --><h1`));
  }
  const files = (await readdir(pages)).map((name) => path.join(pages, name));
  const [ours, theirs] = await alternate(
    3,
    (round) => runBrief(folder, path.join(work, `many-${round}`), "pdf,html", "--audience", "all"),
    () => runBare(browserFile, files),
  );
  report(`${BRIEFS} briefs, PDF + HTML`, ours, theirs);
}

/** HTML alone needs no browser; there is nothing to compare it with. */
async function benchHtml() {
  const brief = path.join(root, "briefs", "deepseek.yaml");
  const times = [];
  for (let round = 0; round < COLD_ROUNDS; round += 1) {
    times.push(
      await time(() => runBrief(brief, path.join(work, `html-${round}`), "html", "--audience", "all")),
    );
  }
  console.log(`| cold: one brief, HTML alone | ${milliseconds(median(times))} | – | – |`);
}

async function nameBrowser() {
  const found = await findBrowser({ surroundings: surroundingsOfProcess() });
  if (!found.ok) throw new Error(found.diagnostics.map(({ message }) => message).join("\n"));
  const { executablePath, env, args, kind, origin } = found.value;
  console.log(`Node ${process.version}, ${kind} (${origin})\n`);
  const file = path.join(work, "browser.json");
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  await writeFile(file, JSON.stringify({ executablePath, env, args: [...args, ...sandbox] }));
  return file;
}

function runBrief(input, out, format, ...more) {
  const command = [path.join(root, "dist/cli/main.js"), "build", input, "--out", out, "--format", format];
  return run(process.execPath, [...command, "--quiet", ...more], { cwd: root });
}

async function runBare(browserFile, pages) {
  const out = await mkdtemp(path.join(work, "bare-"));
  await run(process.execPath, [path.join(root, "bench/bare-print.mjs"), browserFile, out, ...pages], {
    maxBuffer: 1e8,
  });
}

/** Medians of two tasks timed in turns, so that what else the machine does falls on both. */
async function alternate(rounds, first, second) {
  const times = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    times[0].push(await time(() => first(round)));
    times[1].push(await time(() => second(round)));
  }
  return times.map(median);
}

async function time(task) {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function milliseconds(value) {
  return `${Math.round(value)} ms`;
}

function report(what, ours, theirs) {
  console.log(
    `| ${what} | ${milliseconds(ours)} | ${milliseconds(theirs)} | ${(ours / theirs).toFixed(2)} |`,
  );
}
