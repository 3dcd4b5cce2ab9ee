import { describe, expect, test } from "vitest";
import { findUnheard, hearingOf } from "../../src/formats/find-unheard.ts";
import { hearPage } from "../../src/formats/page-speech.ts";

describe("the words of a link", () => {
  test.each([
    ["its text", '<a href="#a">Go <b>there</b></a>', "Go there"],
    ["its label, whatever it holds", '<a href="#a" aria-label="Source 1">1</a>', "Source 1"],
    ["the alternative of a picture in it", '<a href="#a"><img alt="Our logo" src="x"></a>', "Our logo"],
    [
      "the label of a drawing in it",
      '<a href="#a"><svg aria-label="Up"><text>x</text></svg> now</a>',
      "Up now",
    ],
    ["the title of a drawing in it", '<a href="#a"><svg><title>Up</title><path/></svg></a>', "Up"],
    ["without what is hidden", '<a href="#a"><span aria-hidden="true">→<b>!</b></span>Go</a>', "Go"],
    ["with a space between blocks", '<a href="#a"><h2>Head</h2><p>Body</p></a>', "Head Body"],
    ["with a space at a break", '<a href="#a">one<br>two</a>', "one two"],
    [
      "with characters that are written as references",
      '<a href="#a">R&amp;D &#x3C;3 &nbsp;x</a>',
      "R&D <3 x",
    ],
    ["its address, where there are none", '<a href="#a"></a>', "#a"],
  ])("are %s", (_what, body, text) => {
    expect(hearPage(body).links).toEqual([{ href: "#a", text }]);
  });

  test("are those of each link in the order of the page", () => {
    const body =
      '<p><a href="#a">One</a> <a name="x">no link</a> <a href="https://a.test/?a=1&amp;b=2">Two</a>';
    expect(hearPage(body).links).toEqual([
      { href: "#a", text: "One" },
      { href: "https://a.test/?a=1&b=2", text: "Two" },
    ]);
  });
});

describe("headings", () => {
  test.each([
    ["<h1>One</h1><h2>Two <br>lines</h2>", [1, "One"], [2, "Two lines"]],
    ['<h1>One</h1><p role="heading" aria-level="2">Two</p>', [1, "One"], [2, "Two"]],
    ['<h1>One</h1><h2 role="presentation">No</h2>', [1, "One"]],
    ["<h1>One</h1><div hidden><h2>No</h2></div>", [1, "One"]],
    ["<h1>One</h1><ul><li>a<li>b</ul><h2>Two</h2>", [1, "One"], [2, "Two"]],
  ])("of %s are found", (body, ...expected) => {
    expect(hearPage(body).headings.map(({ level, text }) => [level, text])).toEqual(expected);
  });
});

describe("what nobody would hear is told", () => {
  const GOOD = "<h1>Title</h1>";
  test.each([
    ["nothing of a good page", `${GOOD}<h2>a</h2><h3>b</h3><h2>c</h2><p>d`, []],
    ["a page without a main heading", "<h2>a</h2><p>b</p>", ["heading-missing"]],
    ["a page that begins with another", `<h2>a</h2>${GOOD}`, ["heading-skipped"]],
    ["a level that is left out", `${GOOD}<h3>a</h3><h3>b</h3>`, ["heading-skipped"]],
    [
      "every level that is left out",
      `${GOOD}<h3>a</h3><h2>b</h2><h4>c</h4>`,
      ["heading-skipped", "heading-skipped"],
    ],
    ["a picture without an alternative", `${GOOD}<img src="x">`, ["picture-unnamed"]],
    ["a drawing without a label", `${GOOD}<svg><path d="M0 0"/></svg>`, ["picture-unnamed"]],
    ["no decoration", `${GOOD}<img alt="" src="x"><svg aria-hidden="true"><path/></svg>`, []],
    ["no drawing that is named elsewhere", `${GOOD}<svg aria-labelledby="t"><path/></svg>`, []],
    ["a link without words", `${GOOD}<a href="#a"> </a>`, ["link-unnamed"]],
    ["no link whose picture says where it leads", `${GOOD}<a href="#a"><img alt="Home" src="x"></a>`, []],
    [
      "words in another language that the print forgets",
      `${GOOD}<p><i lang="fr">à</i>`,
      ["language-unheard"],
    ],
    [
      "no words whose language the print keeps",
      `${GOOD}<p lang="fr">à <em lang="de">b</em> <span id="c" lang="es">d</span>`,
      [],
    ],
  ])("%s", (_what, body, codes) => {
    const findings = findUnheard(body, "page.hbs");
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(findings.every(({ where }) => where?.file === "page.hbs")).toBe(true);
    expect(hearingOf(body).isAccessible).toBe(codes.length === 0);
  });
});
