// npm run bench preview: how long after a save the browser is told of the new HTML and of the new sheet, over 50 edits each of what
// can be edited, beside a plain build in the same process. Bars on a quiet machine with two cores: 150 ms and 400 ms.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openExecbrief, openPreview } from "../dist/index.js";

const EDITS = 50;
const root = path.resolve(import.meta.dirname, "..");
const folder = await mkdtemp(path.join(tmpdir(), "execbrief-bench-preview-"));
const inProject = (name) => path.join(folder, name);

const CSV = "label,value\nOld record,279\nSoon after that opening,465\nThat day,589\n";
try {
  const brief = await setUp();
  const plain = await timePlainBuilds();
  const edits = editsOf(brief);
  console.log(`\n| ${EDITS} edits of | save → HTML, median | p95 | save → sheet, median | p95 |`);
  console.log("| --- | --- | --- | --- | --- |");
  const opened = await openPreview({
    folder,
    brief: "briefs/brief.yaml",
    writeConfig: async () => undefined,
  });
  if (!opened.ok) throw new Error(opened.diagnostics.map(({ message }) => message).join("\n"));
  const states = await followStates(opened.value.address);
  const all = [];
  for (const [what, edit] of Object.entries(edits)) {
    const times = [];
    for (let round = 0; round < EDITS; round += 1) times.push(await timeEdit(states, () => edit(round)));
    all.push(...times);
    report(what, times);
  }
  report("all", all);
  const [html, sheet] = [all.map((time) => time.html), all.map((time) => time.sheet)].map(median);
  console.log(
    `\nA plain warm build takes ${ms(plain.html)} for HTML and ${ms(plain.all)} for PDF and HTML, proved: the preview takes ${(html / plain.html).toFixed(1)} and ${(sheet / plain.all).toFixed(1)} times that.`,
  );
  states.close();
  await opened.value[Symbol.asyncDispose]();
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** A project with a brief, a table, a template set and a theme of its own. */
async function setUp() {
  const bundled = await readFile(path.join(root, "briefs", "deepseek.yaml"), "utf8");
  const brief = bundled
    .replace(/ {4}data:\n(?: {6}.*\n)+/, "    csv: values.csv\n    sources: [toms-hardware]\n")
    .replace(/ {4}highlight: .*/, "    highlight: That day");
  await Promise.all([
    mkdir(inProject("briefs")),
    mkdir(inProject("templates/house/partials"), { recursive: true }),
  ]);
  await writeFile(inProject("briefs/brief.yaml"), brief);
  await writeFile(inProject("briefs/values.csv"), CSV);
  await writeFile(inProject("brief.config.yaml"), "template: house\n");
  await writeFile(inProject("templates/house/template.yaml"), "name: House\nextends: executive\n");
  await cp(
    path.join(root, "templates/executive/partials/masthead.hbs"),
    inProject("templates/house/partials/masthead.hbs"),
  );
  return brief;
}

/** What is saved in each round; no two rounds leave the same page. */
function editsOf(brief) {
  const masthead = "templates/house/partials/masthead.hbs";
  const save = (name, text) => writeFile(inProject(name), text);
  return {
    "the brief": (round) => save("briefs/brief.yaml", brief.replace("title: ", `title: ${round} `)),
    "its CSV": (round) => save("briefs/values.csv", CSV.replace("465", String(400 + round))),
    "a partial": async (round) => {
      const text = await readFile(path.join(root, "templates/executive/partials/masthead.hbs"), "utf8");
      await save(masthead, text.replace("{{title}}", `{{title}} ${round}`));
    },
    "the theme": (round) =>
      save("brief.config.yaml", `template: house\ntheme: { edge: ${9 + round / 100}mm }\n`),
  };
}

async function timePlainBuilds() {
  const opened = await openExecbrief({ folder, isPrinting: true, jobs: 1 });
  if (!opened.ok) throw new Error("The project cannot be read.");
  const source = await opened.value.read("briefs/brief.yaml");
  const timesOf = async (order) => {
    const times = [];
    for (let round = 0; round < EDITS; round += 1) {
      const start = performance.now();
      const built = await opened.value.build(source.value, { audiences: ["all"], ...order });
      if (!built.ok) throw new Error(built.diagnostics.map(({ message }) => message).join("\n"));
      times.push(performance.now() - start);
    }
    return median(times);
  };
  const times = { html: await timesOf({ formats: ["html"], preflight: false }), all: await timesOf({}) };
  await opened.value[Symbol.asyncDispose]();
  return times;
}

/** Time from before the save until the event that names the new view. */
async function timeEdit(states, edit) {
  const before = await states.until(({ status }) => status !== "building");
  const start = performance.now();
  await edit();
  const isNew = (view) => (state) => state.views[view] !== before.views[view];
  const [html, sheet] = await Promise.all(
    ["html", "sheet"].map((view) => states.until(isNew(view)).then(() => performance.now() - start)),
  );
  const after = await states.until(
    ({ status, revision }) => status !== "building" && revision > before.revision,
  );
  if (after.status !== "good") throw new Error(after.findings.map(({ message }) => message).join("\n"));
  return { html, sheet };
}

/** The states that the server tells, as the page hears them. */
async function followStates(address) {
  const leaving = new AbortController();
  const { body } = await fetch(new URL("events", address), { signal: leaving.signal });
  const waiting = new Set();
  let newest;
  const tell = (state) => {
    newest = state;
    for (const look of [...waiting]) look(state);
  };
  void (async () => {
    const decoder = new TextDecoder();
    let pending = "";
    for await (const piece of body) {
      pending += decoder.decode(piece, { stream: true });
      const blocks = pending.split("\n\n");
      pending = blocks.pop();
      for (const block of blocks) {
        if (/^event: state$/m.test(block)) tell(JSON.parse(/^data: (.*)$/m.exec(block)[1]));
      }
    }
  })().catch(() => undefined);
  return {
    until: (isSo) =>
      new Promise((resolve) => {
        const look = (state) => {
          if (!isSo(state)) return;
          waiting.delete(look);
          resolve(state);
        };
        waiting.add(look);
        if (newest) look(newest);
      }),
    close: () => leaving.abort(),
  };
}

function report(what, times) {
  const cells = ["html", "sheet"].flatMap((view) => {
    const values = times.map((time) => time[view]);
    return [ms(median(values)), ms(percentile(values, 0.95))];
  });
  console.log(`| ${what} | ${cells.join(" | ")} |`);
}

function percentile(values, share) {
  return values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1];
}

function median(values) {
  return percentile(values, 0.5);
}

function ms(value) {
  return `${Math.round(value)} ms`;
}
