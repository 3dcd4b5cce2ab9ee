import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseBrief } from "../../../src/brief/parse-brief.ts";
import { drawn } from "./chart-cases.ts";

const page = readFileSync(new URL("../../../docs/charts.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```yaml\nchart:\n([\s\S]*?)```\n\n!\[([^\]]*)\]\(([^)]+)\)/g)].map(
  ([, yaml = "", alt = "", file = ""]) => ({ yaml, alt, file }),
);

test("the guide shows a chart of every type", () => {
  expect(examples.map(({ file }) => file)).toHaveLength(5);
});

describe.each(examples)("the example $file", ({ yaml, alt, file }) => {
  const [id = ""] = /(?<=sources: \[)[a-z]+/.exec(yaml) ?? [];
  const text = `title: Title
date: 2025-02-03
bottomLine: The point.
event:
  summary: What happened [@${id}].
  chart:
${yaml.replace(/^/gm, "  ").trimEnd()}
caveats:
  - { claim: So., caveat: Not so., confidence: low, sources: [${id}] }
questions:
  - question: What now?
sources:
  - { id: ${id}, title: Source }
`;
  const parsed = parseBrief({ path: "brief.yaml", text });

  test("is a valid brief", () => {
    expect(parsed.diagnostics).toEqual([]);
  });

  test("is drawn and described as the guide shows it (vitest -u)", async () => {
    const chart = parsed.ok ? parsed.value.brief.event.chart : undefined;
    if (chart === undefined) throw new Error(`no chart in ${JSON.stringify(parse(yaml))}`);
    const { drawing } = drawn(chart);
    expect(alt.replaceAll("\u00A0", " ")).toBe(drawing.text.replaceAll("\u00A0", " "));
    await expect(standing(drawing.html)).toMatchFileSnapshot(`../../../docs/${file}`);
  });
});

/** The drawing as a file of its own, with colours that do on a light and on a dark ground. */
function standing(svg: string): string {
  const style = `.plot{font-family:sans-serif;color:#3d4147;background:#fff}
.plot-bar{fill:#9b1c31}.plot-bar.plot-2{fill:#a0a1a3}.plot-grid{stroke:#c9c3b7}.plot-tick,.plot-series{fill:#54565a}
.plot-1{color:#9b1c31}.plot-line,.plot-interval{stroke:currentColor}.plot-dot{fill:currentColor;stroke:#fff}`;
  return `${svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ').replace(/">/, `"><style>${style}</style>`)}\n`;
}
