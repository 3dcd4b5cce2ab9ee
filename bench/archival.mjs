// npm run bench archival: what the finishing of a PDF costs, in time and in bytes: the same briefs with it and without it, in turns.
// Times vary with the machine; the ratio counts.
import { execFile } from "node:child_process";
import { register } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openExecbrief, readBriefFile } from "../dist/index.js";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "..");
const self = fileURLToPath(import.meta.url);
const BRIEFS = ["deepseek", "crowdstrike-outage", "third-party-cookies"];
const EDITIONS = 100;
const ROUNDS = 3;

const [mode] = process.argv.slice(2).filter((word) => word === "on" || word === "off");
if (mode === undefined) await compare();
else console.log(JSON.stringify(await batch(mode === "off")));

async function compare() {
  const measured = { on: [], off: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const each of ["on", "off"]) {
      const { stdout } = await run(process.execPath, [self, each], { cwd: root });
      measured[each].push(JSON.parse(stdout));
    }
  }
  const median = (each, key) =>
    measured[each].map((one) => one[key]).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  const [on, off] = ["on", "off"].map((each) => median(each, "msEach"));
  const kilobytes = (median("on", "bytesEach") - median("off", "bytesEach")) / 1000;
  console.log(`| ${EDITIONS} PDFs, one browser, two at once | finished | as printed | ratio |`);
  console.log("| --- | --- | --- | --- |");
  console.log(`| ms each | ${on.toFixed(1)} | ${off.toFixed(1)} | ${(on / off).toFixed(2)} |`);
  const [onMs, offMs] = ["on", "off"].map((each) => median(each, "processorMs"));
  console.log(
    `| ms of processor time of Node each | ${onMs.toFixed(1)} | ${offMs.toFixed(1)} | ${(onMs / offMs).toFixed(2)} |`,
  );
  console.log(`| ms a page in the finishing alone | ${median("on", "finishingMs").toFixed(1)} | – | – |`);
  console.log(
    `| KB each | ${(median("on", "bytesEach") / 1000).toFixed(1)} | ${(median("off", "bytesEach") / 1000).toFixed(1)} | ${kilobytes > 0 ? "+" : ""}${kilobytes.toFixed(1)} |`,
  );
}

/** Builds all editions once the browser is warm. */
async function batch(isOff) {
  if (isOff) leaveOutFinishing();
  const opened = await openExecbrief({ folder: root, isPrinting: true, jobs: 2 });
  if (!opened.ok) throw new Error("The project cannot be opened.");
  await buildMany(opened.value, 12);
  const startedAtMs = performance.now();
  const before = process.cpuUsage();
  const bytes = await buildMany(opened.value, EDITIONS);
  const msEach = (performance.now() - startedAtMs) / EDITIONS;
  const { user, system } = process.cpuUsage(before);
  const finishingMs = isOff ? 0 : await finishAlone(opened.value);
  await opened.value[Symbol.asyncDispose]();
  return { msEach, processorMs: (user + system) / 1000 / EDITIONS, bytesEach: bytes / EDITIONS, finishingMs };
}

/** Builds editions, one more at once than are printed; gives the bytes of all. */
async function buildMany(execbrief, count) {
  const sources = await Promise.all(BRIEFS.map((brief) => readBriefFile(fileOf(brief))));
  const order = { audiences: ["all"], formats: ["pdf"], preflight: false, source: false };
  let next = 0;
  let bytes = 0;
  const work = async () => {
    while (next < count) {
      const source = sources[next % sources.length].value;
      next += 1;
      const { editions } = await execbrief.build(source, order);
      bytes += editions[0].artifacts[0].bytes.length;
    }
  };
  await Promise.all([work(), work(), work()]);
  return bytes;
}

/** The finishing of what was finished: the same work, without a browser beside it. */
async function finishAlone(execbrief) {
  const { finishPdf } = await import("../dist/archival/finish-pdf.js");
  const source = await readBriefFile(fileOf(BRIEFS[0]));
  const { editions } = await execbrief.build(source.value, {
    audiences: ["all"],
    formats: ["pdf"],
    source: false,
  });
  const { bytes } = editions[0].artifacts[0];
  const facts = {
    title: "t",
    author: null,
    subject: "s",
    keywords: [],
    lang: "en",
    date: new Date(0),
    creator: "c",
  };
  const times = [];
  for (let round = 0; round < EDITIONS; round += 1) {
    const startedAtMs = performance.now();
    await finishPdf(bytes, { ...facts, links: [], headings: [], isAccessible: true });
    times.push(performance.now() - startedAtMs);
  }
  return times.toSorted((a, b) => a - b)[EDITIONS / 2];
}

/** Puts in place of the finishing a module that gives back what it gets. */
function leaveOutFinishing() {
  const plain = "export const finishPdf = async (printed) => printed;";
  const hooks = `export const load = (url, context, next) => url.endsWith("/archival/finish-pdf.js")
    ? { format: "module", source: ${JSON.stringify(plain)}, shortCircuit: true } : next(url, context);`;
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
}

function fileOf(brief) {
  return path.join(root, "briefs", `${brief}.yaml`);
}
