import { type Construct, SENTENCE } from "../construct.ts";

export const LAYOUT: readonly Construct[] = [
  { name: "rule", body: "<p>One</p><hr><p>Two</p>", tree: "P“One” P“Two”" },
  {
    name: "details",
    body: "<details open><summary>More</summary><p>Inside</p></details>",
    tree: "NonStruct(P“More” P“Inside”)",
  },
  {
    name: "columns",
    body: `<div style="columns:2">${"<p>Some words in columns that fill.</p>".repeat(4)}</div>`,
    tree: "P“Some words in columns that fill.” P“Some words in columns that fill.” P“Some words in columns that fill.” P“Some words in columns that fill.”",
  },
  {
    name: "grid in another order",
    body: '<div style="display:grid"><p style="order:2">First in source</p><p style="order:1">Second in source</p></div>',
    tree: "P“First in source” P“Second in source”",
  },
  {
    name: "row reverse",
    body: '<div style="display:flex;flex-direction:row-reverse"><span>One</span><span>Two</span></div>',
    tree: "P(“One” “Two”)",
  },
  {
    name: "absolute",
    body: '<div style="position:relative"><p style="position:absolute;top:50px">First</p><p>Second</p></div>',
    tree: "NonStruct(P“First” P“Second”)",
  },
  {
    name: "display contents",
    body: '<ul style="display:contents"><li style="display:contents">One</li></ul><section style="display:contents"><h2>Head</h2><p>Text</p></section>',
    tree: "L(LI(LBody“One”)) NonStruct(H2“Head” P“Text”)",
  },
  {
    name: "fixed",
    body: '<p style="position:fixed;bottom:0">Every page</p><p style="break-after:page">One</p><p>Two</p>',
    tree: "P“Every pageEvery page” P“One” P“Two”",
  },
  {
    name: "several pages",
    body: `<h2>Long</h2><p>${SENTENCE.repeat(50)}</p><ul><li>${SENTENCE.repeat(30)}</li><li>last</li></ul>`,
    tree: "H2“Long” P“The quick brown fox jumps over the lazy dog and back again b…” L[ListNumbering=Disc](LI(Lbl“” LBody“The quick brown fox jumps over the lazy dog and back again b…”) LI(Lbl“” LBody“last”))",
  },
  {
    name: "landmarks",
    body: "<header><p>Top</p></header><nav><ul><li><a href='#x'>Go</a></li></ul></nav><main><article><section id='x' aria-label='Part'><h2>Head</h2><p>Text</p></section></article><aside>Beside</aside></main><footer>Bottom</footer>",
    tree: "NonStruct(P“Top”) NonStruct(L[ListNumbering=Disc](LI(Lbl“” LBody(Link(“Go” →“Go”))))) NonStruct(Art(NonStruct(H2“Head” P“Text”)) Aside(P“Beside”)) P“Bottom”",
  },
  {
    name: "headings",
    body: "<h2>Two</h2><h3>Three</h3><p role='heading' aria-level='4'>Four</p><h2>Again <br>broken<span> up</span></h2>",
    tree: "H2“Two” H3“Three” H4“Four” H2(“Again” “broken ” “up”)",
  },
  {
    name: "heading group",
    body: "<hgroup><p>Kicker</p><h2>Head</h2><p>Sub</p></hgroup>",
    tree: "Div(P“Kicker” H2“Head” P“Sub”)",
  },
  {
    name: "loose text",
    body: "Loose <b>words</b><div>boxed</div><div><span>a</span><span>b</span></div>",
    tree: "P(“Loose ” “words”) P“boxed” P(“a” “b”)",
  },
  {
    name: "empty elements",
    body: "<p></p><ul></ul><ul><li></li></ul><div><span></span></div><table></table><h2></h2><p>Only</p>",
    tree: "L[ListNumbering=Disc](LI(Lbl“”)) P“Only”",
  },
  {
    name: "roles",
    body: '<div role="list"><div role="listitem">One</div></div><div role="table"><div role="row"><div role="columnheader">H</div><div role="cell">1</div></div></div><p role="presentation">Plain</p><div role="note">Note</div><div role="group" aria-label="Group">In it</div>',
    tree: "L[ListNumbering=Disc](LI(LBody“One”)) Table(TR(TH[Scope=Column]“H” TD“1”)) P“Plain” P“Note” P“In it”",
  },
  {
    name: "vertical writing",
    body: '<p style="writing-mode:vertical-rl">Vertical text</p>',
    tree: "P“Vertical text”",
  },
  {
    name: "counters",
    body: "<section><h2>Head</h2></section><section><h2>Next</h2></section>",
    css: "body{counter-reset:s}h2::before{counter-increment:s;content:counter(s) '. '}",
    tree: "NonStruct(H2“Head”) NonStruct(H2“Next”)",
  },
  {
    name: "visually hidden text",
    body: '<p><span style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">For ears</span>For eyes</p>',
    tree: "P“For eyes”",
  },
  {
    name: "white text",
    body: '<p style="color:transparent">Unseen</p><p style="visibility:hidden">Hidden</p><p>Seen</p>',
    tree: "P“Unseen” P“Seen”",
  },
];
