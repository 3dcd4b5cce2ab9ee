import { crc32, deflateSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { openChromiumPrinter } from "../../src/chromium/chromium-printer.ts";
import type { Medium, PageView, ViewFaultKind } from "../../src/formats/page-view.ts";
import { sheetJob } from "../support/sheet.ts";
import { testSurroundings } from "../support/surroundings.ts";

const MEDIA: readonly Medium[] = ["paper", "screen", "dark-screen"];
const CAVEAT = "Only the final training run is counted.";
const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const printer = openChromiumPrinter({ surroundings: testSurroundings(), tabs: 2 });
afterAll(() => printer[Symbol.asyncDispose]());

interface Snippet {
  readonly about: string;
  readonly row: string;
  readonly css?: string;
}

/** A page that hides its caveat, which stands in an element of the class “caveat”. */
interface Sabotage extends Snippet {
  readonly kind: ViewFaultKind;
  readonly detail?: RegExp;
  /** Where it shows; on all media when left out. */
  readonly media?: readonly Medium[];
  /** Whether the caveat can still be made out. */
  readonly isLegible?: boolean;
}

const caveat = (inside = CAVEAT) => `<p>Before.</p><p class="caveat">${inside}</p><p>After.</p>`;
const styled = (about: string, style: string, rest: Omit<Sabotage, keyof Snippet>): Sabotage => ({
  about,
  row: caveat(),
  css: `.caveat{${style}}`,
  ...rest,
});

const SABOTAGES: readonly Sabotage[] = [
  styled("display: none", "display:none", { kind: "hidden", detail: /display/ }),
  styled("hidden on paper alone", "} @media print{.caveat{display:none}", {
    kind: "hidden",
    media: ["paper"],
  }),
  styled("hidden on screens alone", "} @media screen{.caveat{display:none}", {
    kind: "hidden",
    media: ["screen", "dark-screen"],
  }),
  styled("hidden on wide screens alone", "} @media (min-width:1000px){.caveat{display:none}", {
    kind: "hidden",
    media: ["screen", "dark-screen"],
  }),
  styled("hidden in the dark alone", "} @media (prefers-color-scheme:dark){.caveat{display:none}", {
    kind: "hidden",
    media: ["dark-screen"],
  }),
  styled("visibility: hidden", "visibility:hidden", { kind: "hidden", detail: /visibility/ }),
  styled("visibility: collapse", "visibility:collapse", { kind: "hidden" }),
  styled("no opacity", "opacity:0", { kind: "hidden", detail: /opacity/ }),
  styled("little opacity, twice", "opacity:.28} [data-fit]{opacity:.28", {
    kind: "hidden",
    detail: /opacity/,
  }),
  styled("a filter that takes the opacity", "filter:opacity(0)", { kind: "hidden" }),
  styled("a blur", "filter:blur(6px)", { kind: "hidden", detail: /blur/ }),
  styled("a mask", "mask-image:linear-gradient(transparent,transparent)", { kind: "hidden", detail: /mask/ }),
  styled("letters of no size", "font-size:0", { kind: "hidden", detail: /font-size/ }),
  styled("letters of one pixel", "font-size:1px", { kind: "hidden", detail: /font-size/ }),
  styled("letters scaled to nothing", "transform:scale(0)", { kind: "hidden", detail: /scale/ }),
  styled("the scale property", "scale:0.01", { kind: "hidden", detail: /scale/ }),
  styled("a zoom to nothing", "zoom:0.02", { kind: "hidden" }),
  styled("a mirror", "transform:scaleX(-1)", { kind: "hidden", detail: /mirror/ }),
  styled("a transparent colour", "color:transparent", { kind: "hidden", detail: /transparent/ }),
  styled("a transparent filling", "-webkit-text-fill-color:transparent", { kind: "hidden" }),
  styled("white on white", "color:#fff", { kind: "hidden", detail: /1:1/ }),
  styled("the colour of its own ground", "color:#123;background:#123", { kind: "hidden", detail: /1:1/ }),
  styled("dots instead of letters", "-webkit-text-security:disc", { kind: "hidden" }),
  styled("letters from right to left", "direction:rtl;unicode-bidi:bidi-override", { kind: "hidden" }),
  styled("skipped content", "content-visibility:hidden", { kind: "hidden", detail: /content-visibility/ }),
  styled("clip-path: inset", "clip-path:inset(100%)", { kind: "hidden", detail: /clip-path/ }),
  styled("clip-path: circle", "clip-path:circle(0)", { kind: "hidden", detail: /clip-path/ }),
  styled("a clip-path elsewhere", "clip-path:polygon(0 0,5px 0,0 5px)", {
    kind: "hidden",
    detail: /clip-path/,
  }),
  styled("an old clip", "position:absolute;clip:rect(0,0,0,0)", { kind: "hidden", detail: /clip/ }),
  styled("no height", "height:0;overflow:hidden", { kind: "clipped" }),
  styled("no width", "width:0;overflow:clip;white-space:nowrap", { kind: "clipped" }),
  styled("contained in nothing", "contain:strict;height:0", { kind: "clipped" }),
  styled("a negative indent", "text-indent:-9999px;white-space:nowrap", { kind: "off-sheet" }),
  styled("a negative position", "position:absolute;left:-9999px", { kind: "off-sheet" }),
  styled("a negative margin", "margin-left:-2000px;width:600px", { kind: "off-sheet" }),
  styled("a shift upwards", "transform:translateY(-3000px)", { kind: "off-sheet" }),
  styled("fixed above the window", "position:fixed;top:-500px", { kind: "off-sheet" }),
  styled("an ellipsis", "width:8em;white-space:nowrap;overflow:hidden;text-overflow:ellipsis", {
    kind: "clipped",
  }),
  {
    about: "a clamp of lines",
    row: caveat(`${"Many words stand here before it. ".repeat(12)}${CAVEAT}`),
    css: ".caveat{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}",
    kind: "clipped",
  },
  {
    about: "a box that is too low",
    row: `<div class="box">${"<p>Line.</p>".repeat(5)}<p class="caveat">${CAVEAT}</p></div>`,
    css: ".box{height:60px;overflow:hidden}",
    kind: "clipped",
  },
  {
    about: "a scroller on paper",
    row: `<div class="box">${"<p>Line.</p>".repeat(5)}<p class="caveat">${CAVEAT}</p></div>`,
    css: ".box{height:60px;overflow:auto}",
    kind: "clipped",
    media: ["paper"],
  },
  {
    about: "closed details",
    row: `<details><summary>More</summary><p>${CAVEAT}</p></details>`,
    kind: "hidden",
    detail: /details/,
  },
  { about: "the attribute hidden", row: `<p hidden>${CAVEAT}</p>`, kind: "hidden" },
  {
    about: "a box over it",
    row: `<div class="over"></div>${caveat()}`,
    css: ".over{position:absolute;z-index:1;left:0;top:0;width:100%;height:600px;background:#fff}",
    kind: "hidden",
    detail: /covered/,
  },
  {
    about: "a box over it that lets the mouse through",
    row: `${caveat()}<div class="over"></div>`,
    css: ".over{position:absolute;left:0;top:0;width:100%;height:600px;background:#fff;pointer-events:none}",
    kind: "hidden",
    detail: /covered/,
  },
  {
    about: "a picture over it",
    row: `${caveat()}<img src="${PIXEL}" alt="">`,
    css: "img{position:absolute;left:0;top:0;width:100%;height:600px}",
    kind: "hidden",
    detail: /covered/,
  },
  {
    about: "a curtain before the window",
    row: `${caveat()}<div class="over"></div>`,
    css: ".over{position:fixed;inset:0;background:#eee}",
    kind: "hidden",
    detail: /covered/,
  },
  styled(
    "a pseudo-element over it",
    "position:relative} .caveat::after{content:'';position:absolute;inset:0;background:#fff",
    {
      kind: "hidden",
      detail: /pseudo/,
    },
  ),
  styled("a place behind its surroundings", "position:relative;z-index:-1} [data-fit]{background:#fff", {
    kind: "hidden",
    detail: /covered/,
  }),
  styled("grey on white", "color:#aaa", { kind: "faint", detail: /^2\.\d:1$/, isLegible: true }),
  styled("a half-transparent grey", "color:#333;opacity:.4", { kind: "faint", isLegible: true }),
  styled("white on a pale tint", "color:#fff;background:#b99", { kind: "faint", isLegible: true }),
  styled("a gradient that runs into its colour", "background:linear-gradient(90deg,#fff,#111)", {
    kind: "faint",
    isLegible: true,
  }),
  styled("another space of colour", "color:oklch(0.85 0.02 90)", { kind: "faint", isLegible: true }),
  styled("a dark page without light letters", "} @media (prefers-color-scheme:dark){html{background:#000}", {
    kind: "hidden",
    media: ["dark-screen"],
  }),
  {
    about: "white letters beside their dark ground",
    row: `<div class="dark">${caveat()}</div>`,
    css: ".dark{position:relative;background:#111;color:#fff;height:120px}.caveat{position:absolute;top:200px}",
    kind: "hidden",
    detail: /1:1/,
  },
  styled("small letters", "font-size:6pt", {
    kind: "small",
    detail: /^6 pt$/,
    media: ["paper"],
    isLegible: true,
  }),
  styled("letters scaled down", "transform:scale(.5)", {
    kind: "small",
    isLegible: true,
  }),
  styled("two paragraphs on each other", "margin-top:-2.2em", { kind: "overlap", isLegible: true }),
  {
    about: "lines on each other",
    row: caveat(`${CAVEAT} ${"Words fill another line of this. ".repeat(6)}`),
    css: ".caveat{line-height:.3}",
    kind: "overlap",
    isLegible: true,
  },
  styled("letters on each other", "letter-spacing:-.6em", { kind: "overlap" }),
  {
    about: "a coarse picture",
    row: `${caveat()}<img src="${PIXEL}" alt="Chart" width="200" height="200">`,
    kind: "coarse-image",
    detail: /ppi/,
    media: ["paper"],
    isLegible: true,
  },
  {
    about: "a broken picture",
    row: `${caveat()}<img src="data:image/png;base64,AAAA" alt="Chart" width="20" height="20">`,
    kind: "hidden",
    detail: /image/,
    isLegible: true,
  },
  {
    about: "a shape over the label of a drawing",
    row: `<svg width="400" height="60"><text x="10" y="30">${CAVEAT}</text><rect width="400" height="60" fill="#eee"/></svg>`,
    kind: "hidden",
    detail: /covered/,
  },
  {
    about: "a label in the colour of its bar",
    row: `<svg width="400" height="60"><rect width="400" height="60" fill="#036"/><text x="10" y="30" fill="#036">${CAVEAT}</text></svg>`,
    kind: "hidden",
    detail: /1:1/,
  },
  {
    about: "a label that leaves its drawing",
    row: `<svg width="100" height="60"><text x="40" y="30">${CAVEAT}</text></svg>`,
    kind: "clipped",
  },
];

/** What looks suspicious and is not. */
const INNOCENT: readonly Snippet[] = [
  {
    about: "superscripts",
    row: `<p>Lost $589 bn<sup>&nbsp;<a href="#s">1</a>, <a href="#t">2</a></sup> in a day.</p>`,
    css: "sup{font-size:.68em;line-height:0}",
  },
  {
    about: "small steps in a line",
    row: `<p><span class="steps"><i></i><i></i></span>moderate confidence</p>`,
    css: ".steps{display:inline-flex;gap:2px}i{width:.8em;height:.5em;background:#000}",
  },
  {
    about: "text on a tinted box",
    row: `<div class="tint">${caveat()}</div>`,
    css: ".tint{background:#f8f1e5;border-block:1px solid #900;padding:1em;margin-inline:-5mm}",
  },
  {
    about: "white text on a dark box",
    row: `<div class="dark">${caveat()}</div>`,
    css: ".dark{background:#222;color:#fff;padding:1em}",
  },
  {
    about: "headings for screen readers",
    row: `<h2 class="unseen">Figures</h2>${caveat()}`,
    css: ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}",
  },
  {
    about: "sticky headings for screen readers",
    row: `<h2 class="unseen">Figures</h2>${caveat()}`,
    css: ".unseen{position:sticky;top:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;margin:0}",
  },
  {
    about: "columns",
    row: `<div class="two">${caveat("Many words in two columns. ".repeat(20))}</div>`,
    css: ".two{columns:2}",
  },
  {
    about: "columns of sources",
    row: `<ol class="three">${`<li><a href="https://example.org/a-long-address">A source with a long title of its own</a> Publisher, 2025</li>`.repeat(9)}</ol>`,
    css: ".three{columns:3;font-size:8pt}",
  },
  {
    about: "text from right to left",
    row: `<div dir="rtl" lang="ar"><p>النص العربي 589 مليار <bdi>NVIDIA</bdi></p></div>`,
  },
  {
    about: "hyphenation",
    row: `<p lang="en" class="narrow">Incomprehensibilities characteristically notwithstanding</p>`,
    css: ".narrow{width:6em;hyphens:auto}",
  },
  {
    about: "turned decoration",
    row: `<p class="turned">Draft</p>${caveat()}`,
    css: ".turned{position:absolute;right:0;top:100px;rotate:-30deg}",
  },
  {
    about: "text on its side",
    row: `<p class="side">Decision</p>${caveat()}`,
    css: ".side{writing-mode:vertical-rl;float:left}",
  },
  {
    about: "wide letter-spacing",
    row: `<p class="wide">Caveats</p>`,
    css: ".wide{letter-spacing:.2em;text-transform:uppercase}",
  },
  {
    about: "tight letter-spacing",
    row: `<h2 class="tight">A title that is set tight</h2>`,
    css: ".tight{letter-spacing:-.02em;line-height:1.05}",
  },
  {
    about: "a link over two lines",
    row: `<p class="narrow">See <a href="https://example.org/">a title that takes two lines</a>.</p>`,
    css: ".narrow{width:9em}a{background:#eef}",
  },
  {
    about: "a drawing",
    row: `<svg width="300" height="120" viewBox="0 0 300 120" font-size="12"><rect x="0" y="10" width="200" height="20" fill="#9b1c31"/><text x="6" y="25" fill="#fff">NVIDIA</text><text x="206" y="25">−17%</text><rect x="0" y="40" width="40" height="20" fill="#9b1c31"/><text x="46" y="55"><tspan>A long label</tspan><tspan x="46" dy="14">on two lines</tspan></text><path d="M0 110 L300 70" fill="none" stroke="#000"/><text x="150" y="84">on a line</text></svg>`,
  },
  {
    about: "rounded boxes that clip",
    row: `<div class="card">${caveat()}</div>`,
    css: ".card{overflow:hidden;border-radius:8px;padding:8px;background:#eee}",
  },
  {
    about: "a tight heading in a box that clips",
    row: `<div class="card"><h2>Typography, quickly judged</h2></div>`,
    css: ".card{overflow:hidden}h2{line-height:1.1;margin:0}",
  },
  {
    about: "a ground by a pseudo-element",
    row: `<p class="caveat">${CAVEAT}</p>`,
    css: ".caveat{position:relative;z-index:0;color:#fff}.caveat::before{content:'';position:absolute;inset:0;z-index:-1;background:#222}",
  },
  {
    about: "an ornament by a pseudo-element",
    row: `<p class="caveat">${CAVEAT}</p>`,
    css: ".caveat{position:relative;padding-left:1em}.caveat::before{content:'';position:absolute;left:0;top:0;width:4px;height:100%;background:#900}",
  },
  {
    about: "text of a gradient",
    row: `<h2 class="fancy">A title</h2>`,
    css: ".fancy{background:linear-gradient(90deg,#600,#006);-webkit-background-clip:text;background-clip:text;color:transparent}",
  },
  {
    about: "a gradient on which it stands out",
    row: `<p class="caveat">${CAVEAT}</p>`,
    css: ".caveat{background:linear-gradient(#fff,#eee)}",
  },
  {
    about: "an icon in the ground",
    row: `<p class="caveat">${CAVEAT}</p>`,
    css: `.caveat{background:url(${PIXEL}) no-repeat left center/1em;padding-left:1.5em}`,
  },
  {
    about: "numbers beside questions",
    row: `<ol><li class="q"><span class="n" aria-hidden="true">1</span><p>What did it cost?</p></li></ol>`,
    css: "ol{list-style:none;padding:0}.q{position:relative;padding-left:1.7rem}.n{position:absolute;left:0;font-size:1.4rem;line-height:1;color:#9b1c31}",
  },
  {
    about: "a window-high part",
    row: `<div class="high">${caveat()}</div>`,
    css: ".high{min-height:100vh}@media print{.high{min-height:0}}",
  },
  {
    about: "a bar that stays in the window",
    row: `<div class="bar">Menu</div>${caveat()}`,
    css: "@media screen{.bar{position:fixed;bottom:0;left:0;right:0;background:#222;color:#fff}}",
  },
  {
    about: "marked words",
    row: `<p>It fell <mark>17 percent</mark> in <strong>one</strong> day.</p>`,
    css: "mark{background:#fe9}",
  },
  {
    about: "a table",
    row: `<table><tr><th>Firm</th><th>Loss</th></tr><tr><td>NVIDIA</td><td>−17%</td></tr></table>`,
    css: "td,th{border:1px solid #999;padding:.2em .5em}",
  },
  {
    about: "ruby",
    row: `<p lang="ja"><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby></p>`,
    css: "p{font-size:20pt;line-height:2}",
  },
  {
    about: "a sharp picture",
    row: `<img src="${greyPng(100)}" alt="Logo" width="50" height="50">`,
  },
  {
    about: "a picture of lines",
    row: `<img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/%3E" alt="Logo" width="90" height="90">`,
  },
];

/** A picture of so many dots a side. */
function greyPng(side: number): string {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.from([0, 0, 0, side, 0, 0, 0, side, 8, 0, 0, 0, 0]);
  const dots = deflateSync(Buffer.alloc((side + 1) * side));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const parts = [chunk("IHDR", head), chunk("IDAT", dots), chunk("IEND", Buffer.alloc(0))];
  return `data:image/png;base64,${Buffer.concat([signature, ...parts]).toString("base64")}`;
}

async function viewsOf({ row, css = "" }: Snippet): Promise<readonly PageView[]> {
  const { html, page } = sheetJob(row, {
    css: `html{--fit-type:11pt;--fit-leading:1.45;--fit-space:1}h2{color:inherit}${css}`,
  });
  const outcome = await printer.look({ html, page, media: MEDIA });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

describe("A page that is looked at", () => {
  it.each(SABOTAGES)("does not hide text by $about", async (sabotage) => {
    const { kind, detail = /./, media = MEDIA, isLegible = false } = sabotage;
    const views = await viewsOf(sabotage);
    for (const { medium, faults, text } of views) {
      const found = faults.filter((fault) => fault.kind === kind && detail.test(fault.detail));
      expect([medium, found.length > 0, faults]).toEqual([medium, media.includes(medium), faults]);
      if (!isLegible) expect([medium, text.includes(CAVEAT)]).toEqual([medium, !media.includes(medium)]);
    }
  });

  it.each(INNOCENT)("is not faulted for $about", async (snippet) => {
    const views = await viewsOf(snippet);
    expect(views.map(({ medium, faults }) => ({ medium, faults }))).toEqual(
      MEDIA.map((medium) => ({ medium, faults: [] })),
    );
  });
});

describe("What is seen of a page", () => {
  const seen = async (row: string, css = "") => {
    const [paper] = await viewsOf({ about: "", row, css });
    if (!paper) throw new Error("Nothing was seen.");
    return paper;
  };

  it("is its text in the order of the document, each block on a line of its own", async () => {
    const row = `<p>One <b>bold</b>,<br>two</p><ul><li>a</li><li>b <span>c</span></li></ul>
      <div style="display:flex"><span>left</span><span>right</span></div>`;
    expect((await seen(row)).text.split("\n")).toEqual([
      "Pipeline up",
      "One bold,",
      "two",
      "a",
      "b c",
      "left",
      "right",
      "Footer",
    ]);
  });

  it("holds the text of drawings, label by label", async () => {
    const row = `<svg width="200" height="60"><title>Not seen</title><g><text x="5" y="20">NVIDIA</text><text x="90" y="20">−17%</text></g><text y="40"><tspan x="5">A long</tspan><tspan x="5" dy="14">label</tspan></text></svg>`;
    expect((await seen(row)).text).toBe("Pipeline up\nNVIDIA\n−17%\nA long label\nFooter");
  });

  it("holds what pseudo-elements add", async () => {
    const css = `dd::before{content:"$"}.by > :not(:last-child)::after{content:"\\00a0·"}`;
    const row = `<dl><dd>589 bn</dd></dl><p class="by"><span>FT</span> <span>2025</span></p>`;
    expect((await seen(row, css)).text).toBe("Pipeline up\n$589 bn\nFT\u00a0· 2025\nFooter");
  });

  it("holds decoration that screen readers skip, and nothing that only they read", async () => {
    const css = ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}";
    const row = `<span aria-hidden="true">1</span><p class="unseen">For screen readers</p><p>Text</p>`;
    expect((await seen(row, css)).text).toBe("Pipeline up\n1\nText\nFooter");
  });

  it("holds of a text that is cut what is left of it", async () => {
    const css = ".cut{width:6em;white-space:nowrap;overflow:hidden}";
    const { text } = await seen(`<p class="cut">Loss of $589,000,000,000</p>`, css);
    expect(text).toBe("Pipeline up\nLoss of\nFooter");
  });

  it("names its links as the browser resolves them, those within the page as they are written", async () => {
    const row = `<p><a href="HTTPS://Example.org/a b">Paper</a> <a href="#source-1">1</a> <a href="https://example.org/hidden" hidden>no</a></p><a href="https://example.org/logo"><img src="${greyPng(40)}" alt="Logo" width="10" height="10"></a>`;
    expect((await seen(row)).links).toEqual([
      { href: "https://example.org/a%20b", text: "Paper" },
      { href: "#source-1", text: "1" },
      { href: "https://example.org/logo", text: "Logo" },
    ]);
  });

  it("is not changed by the page that was looked at before", async () => {
    await viewsOf({ about: "", row: caveat(), css: ".caveat{display:none}body{background:#000}" });
    expect((await seen(caveat())).faults).toEqual([]);
  });
});

describe("A page that is printed", () => {
  const views = async (row: string, changes: { css?: string; maxPages?: number } = {}) => {
    const outcome = await printer.print({ ...sheetJob(row, changes), media: MEDIA });
    if (!outcome.ok || outcome.value.kind !== "printed") throw new Error(JSON.stringify(outcome));
    return outcome.value.views;
  };

  it("is looked at on the way", async () => {
    const found = await views(caveat());
    expect(found.map(({ medium }) => medium)).toEqual(MEDIA);
    expect(found.map(({ text }) => text.includes(CAVEAT))).toEqual([true, true, true]);
    expect(found.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it("is looked at more closely where the first look leaves doubts", async () => {
    const css = ".over{position:absolute;left:16mm;top:14mm;width:150mm;height:300px;background:#fff}";
    for (const { faults } of await views(`${caveat()}<div class="over"></div>`, { css })) {
      expect(faults.map(({ kind }) => kind)).toContain("hidden");
    }
    expect((await views(caveat())).flatMap(({ faults }) => faults)).toEqual([]);
  });

  it("is looked at on several sheets", async () => {
    const row = `${caveat()}<p class="wide">${"word ".repeat(700)}</p><p class="out">Out of it</p>`;
    const css = ".out{margin-left:-40mm}@page{margin:14mm}";
    const [paper] = await views(row, { css, maxPages: 2 });
    expect(paper?.text).toContain(CAVEAT);
    expect(paper?.faults.map(({ kind, text }) => [kind, text])).toEqual([["off-sheet", "Out of it"]]);
  });

  it("gives its PDF away before it has been looked at", async () => {
    const handed: Uint8Array[] = [];
    const job = {
      ...sheetJob(caveat()),
      media: MEDIA,
      onPrinted: (bytes: Uint8Array) => void handed.push(bytes),
    };
    const outcome = await printer.print(job);
    expect(handed).toEqual([outcome.ok && outcome.value.kind === "printed" && outcome.value.bytes]);
  });

  it("is looked at on screens as it is set for paper, where these follow the fit", async () => {
    const css = "@media screen{.caveat{font-size:calc(var(--fit-type) - 8pt)}}";
    const found = await views(caveat(), { css });
    expect(found.map(({ faults }) => faults.map(({ detail }) => detail))).toEqual([[], ["4 px"], ["4 px"]]);
  });

  it("has its views in the order that was asked for, every time", async () => {
    const backwards = MEDIA.toReversed();
    for (let round = 0; round < 3; round += 1) {
      const outcome = await printer.print({ ...sheetJob(caveat()), media: backwards });
      const found = outcome.ok && outcome.value.kind === "printed" ? outcome.value.views : [];
      expect(found.map(({ medium, faults }) => [medium, faults])).toEqual(backwards.map((one) => [one, []]));
    }
  });

  it("is looked at on paper as it is printed, whatever the screens", async () => {
    const css = "@media screen{.caveat{font-size:30pt}}@media print{.caveat{font-size:6pt}}";
    const found = await views(caveat(), { css });
    expect(found.map(({ faults }) => faults.map(({ detail }) => detail))).toEqual([["6 pt"], [], []]);
  });
});

describe("A finished page", () => {
  it("is looked at under its own policy, which the next page is free of", async () => {
    const { html, page } = sheetJob(caveat(), { css: ".caveat{display:none}" });
    const policy = `<meta http-equiv="Content-Security-Policy" content="style-src 'none'">`;
    const strict = html.replace("<title>", `${policy}<title>`);
    const look = async (one: string) => {
      const outcome = await printer.look({ html: one, page, media: ["screen"] });
      return outcome.ok && outcome.value[0]?.text.includes(CAVEAT);
    };
    expect(await look(strict)).toBe(true);
    expect(await look(html)).toBe(false);
    expect(await look(strict)).toBe(true);
  });
});
