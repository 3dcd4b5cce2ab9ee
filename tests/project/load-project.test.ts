import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadProject } from "../../src/project/load-project.ts";
import { folderOf } from "../render/folder-of.ts";
import { SAMPLE_IMAGES } from "../render/sample-images.ts";

const projectWith = (config: string) =>
  loadProject(folderOf({ "brief.config.yaml": config, ...SAMPLE_IMAGES }));

test.each(["", "# nothing yet\n", "\uFEFF# nothing yet\n", "{}\n"])(
  "an empty configuration %j gives the defaults",
  async (config) => {
    const project = await projectWith(config);
    expect(project.ok && project.value.config).toEqual({
      template: "executive",
      locale: "en",
      page: "A4",
      pages: 1,
      pdf: { source: true },
      formats: ["pdf", "html"],
      briefs: "briefs",
      out: "output",
      brand: { colours: {}, fonts: { also: [] }, classifications: {} },
      theme: {},
      audiences: {},
      editorial: { rules: {}, sourceMaxAgeMonths: 18, allowLocalLinks: false },
      email: {
        clients: ["gmail", "outlook-windows", "outlook-new", "outlook-mac", "apple-mail", "yahoo"],
        allow: [],
      },
    });
  },
);

test("a folder without a configuration is a project with the defaults", async () => {
  const folder = folderOf({ "briefs/a.yaml": "" });
  const project = await loadProject(folder);
  expect(project).toMatchObject({ ok: true, value: { folder, organisation: null } });
});

test("the configuration is found from a folder below", async () => {
  const folder = folderOf({ "brief.config.yaml": "page: Letter", "briefs/2025/a.yaml": "" });
  expect(await loadProject(path.join(folder, "briefs/2025"))).toMatchObject({
    ok: true,
    value: { folder, config: { page: "Letter" } },
  });
});

test("an organisation comes with its logo embedded", async () => {
  const project = await projectWith("organisation: { name: Acme, logo: a.svg }");
  expect(project.ok && project.value.organisation?.name).toBe("Acme");
  expect(project.ok && project.value.organisation?.logo).toMatch(/^data:image\/svg\+xml;base64,/);
});

test.each([
  ["one text", "audiences: { board: { label: Board } }", { board: { label: "Board" } }],
  [
    "one a locale",
    "audiences: { board: { label: { en: Board, de: Aufsichtsrat } } }",
    { board: { label: { en: "Board", de: "Aufsichtsrat" } } },
  ],
])("an audience’s label is %s", async (_what, config, audiences) => {
  expect(await projectWith(config)).toMatchObject({ ok: true, value: { config: { audiences } } });
});

const FAULTS: [config: string, finding: string, hint?: string][] = [
  ["page: A4\ntemplat: x\n", "config-invalid 2:1", "Did you mean “template”?"],
  ["organisation:\n  name: A\n  lgoo: a.png\n", "config-invalid 3:3", "Did you mean “logo”?"],
  ["audiences:\n  board: { lable: x, label: y }\n", "config-invalid 2:12", "Did you mean “label”?"],
  ["\npage: A5\n", "config-invalid 2:1"],
  ["pages: 0\n", "config-invalid 1:1"],
  ["formats: [pdf, docx]\n", "config-invalid 1:16"],
  ["formats: []\n", "config-invalid 1:1"],
  ["audiences: { Board!: { label: x } }\n", "config-invalid 1:14"],
  ["audiences: { board: { label: 3 } }\n", "config-invalid 1:23"],
  ["- a\n", "config-invalid 1:1"],
  ["page: [\n", "config-invalid 2:1"],
  ["page: A4\npage: Letter\n", "config-invalid 2:1"],
  ["organisation: { name: A, logo: none.png }\n", "image-missing 1:26"],
  ["organisation: { name: A, logo: ../logo.png }\n", "image-outside 1:26"],
  ["organisation: { name: A, logo: /etc/passwd }\n", "image-outside 1:26"],
  ["organisation: { name: A, logo: brief.config.yaml }\n", "image-type 1:26"],
];

test.each(FAULTS)("%j is told at its place", async (config, finding, hint) => {
  const folder = folderOf({ "project/brief.config.yaml": config, "logo.png": SAMPLE_IMAGES["a.png"] });
  const { diagnostics } = await loadProject(path.join(folder, "project"));
  expect(diagnostics.map(({ code, where }) => `${code} ${where?.line}:${where?.column}`)).toEqual([finding]);
  if (hint !== undefined) expect(diagnostics[0]?.hint).toBe(hint);
});

test("every fault is told in one run", async () => {
  const project = await projectWith("page: A5\npages: many\nx: 1\n");
  expect(project.diagnostics.map(({ where }) => where?.line)).toEqual([1, 2, 3]);
});

test("a configuration that is there but cannot be read is not passed over", async () => {
  const folder = folderOf({});
  mkdirSync(path.join(folder, "brief.config.yaml"));
  expect((await loadProject(folder)).diagnostics.map(({ code }) => code)).toEqual(["config-invalid"]);
});

test("a logo that is a link out of the project is refused", async () => {
  const folder = folderOf({
    "project/brief.config.yaml": "organisation: { name: A, logo: l.png }",
    "x.png": SAMPLE_IMAGES["a.png"],
  });
  symlinkSync("../x.png", path.join(folder, "project/l.png"));
  expect((await loadProject(path.join(folder, "project"))).diagnostics.map(({ code }) => code)).toEqual([
    "image-outside",
  ]);
});
