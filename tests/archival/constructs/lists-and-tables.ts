import type { Construct } from "../construct.ts";

export const LISTS_AND_TABLES: readonly Construct[] = [
  {
    name: "list",
    body: "<ul><li>One</li><li>Two</li></ul>",
    tree: "L[ListNumbering=Disc](LI(Lbl“” LBody“One”) LI(Lbl“” LBody“Two”))",
  },
  {
    name: "nested lists",
    body: "<ul><li>One<ul><li>Inner <b>bold</b></li></ul></li><li><p>Two</p><p>Three</p></li></ul>",
    tree: "L[ListNumbering=Disc](LI(Lbl“” LBody(“One” L[ListNumbering=Circle](LI(Lbl“” LBody(“Inner ” “bold”))))) LI(Lbl“” LBody(P“Two” P“Three”)))",
  },
  {
    name: "ordered list",
    body: '<ol start="3"><li>One</li><li>Two<ol type="a"><li>Deep</li></ol></li></ol>',
    tree: "L[ListNumbering=Decimal](LI(Lbl“3. ” LBody“One”) LI(Lbl“4. ” LBody(“Two” L(LI(Lbl“a. ” LBody“Deep”)))))",
  },
  {
    name: "unmarked list",
    body: '<ul style="list-style:none;padding:0"><li>One</li><li><a href="https://a.test/">Two</a></li></ul>',
    tree: "L(LI(LBody“One”) LI(LBody(Link(“Two” →“Two”))))",
  },
  {
    name: "list with own marks",
    body: "<ul><li>One</li></ul>",
    css: "ul{list-style:none}li::before{content:'→ '}",
    tree: "L(LI(LBody“One”))",
  },
  {
    name: "definition list",
    body: "<dl><dt>Term</dt><dd>Meaning</dd><dd>Other</dd></dl>",
    tree: "NonStruct(P“Term” P“Meaning” P“Other”)",
  },
  {
    name: "definition list in groups",
    body: "<dl><div><dt>Term</dt><dd>Meaning</dd></div><div><dt>Two</dt><dd><p>Para</p></dd></div></dl>",
    tree: "NonStruct(P“Term” P“Meaning” P“Two” NonStruct(P“Para”))",
  },
  {
    name: "table",
    body: '<table><caption>Sales</caption><thead><tr><th scope="col">Year</th><th scope="col">Sum</th></tr></thead><tbody><tr><th scope="row">2024</th><td>5</td></tr></tbody><tfoot><tr><td>All</td><td>5</td></tr></tfoot></table>',
    tree: "Table(Caption“Sales” TR(TH[Scope=Column]“Year” TH[Scope=Column]“Sum”) TR(TH[Scope=Row]“2024” TD[Headers=e000002,e000003]“5”) TR(TD[Headers=e000001]“All” TD[Headers=e000002]“5”))",
  },
  {
    name: "table without scopes",
    body: "<table><tr><th>Year</th><th>Sum</th></tr><tr><td>2024</td><td>5</td></tr></table>",
    tree: "Table(TR(TH[Scope=Column]“Year” TH[Scope=Column]“Sum”) TR(TD[Headers=e000001]“2024” TD[Headers=e000002]“5”))",
  },
  {
    name: "table with spans and headers",
    body: '<table><tr><th id="a" colspan="2">Both</th></tr><tr><td headers="a">1</td><td headers="a" rowspan="1">2</td></tr></table>',
    tree: "Table(TR(TH[Scope=Column ColSpan=2]“Both”) TR(TD[Headers=e000001]“1” TD[Headers=e000001]“2”))",
  },
  {
    name: "table for layout",
    body: '<table role="presentation"><tr><td>Left</td><td>Right</td></tr></table>',
    tree: "P“Left” P“Right”",
  },
  {
    name: "table over pages",
    body: `<table><thead><tr><th>Head</th></tr></thead><tbody>${Array.from({ length: 13 }, (_, index) => `<tr><td style="height:20mm">Row ${index}</td></tr>`).join("")}</tbody></table>`,
    tree: "Table(TR(TH[Scope=Column]“HeadHead”) TR(TD[Headers=e000001]“Row 0”) TR(TD[Headers=e000001]“Row 1”) TR(TD[Headers=e000001]“Row 2”) TR(TD[Headers=e000001]“Row 3”) TR(TD[Headers=e000001]“Row 4”) TR(TD[Headers=e000001]“Row 5”) TR(TD[Headers=e000001]“Row 6”) TR(TD[Headers=e000001]“Row 7”) TR(TD[Headers=e000001]“Row 8”) TR(TD[Headers=e000001]“Row 9”) TR(TD[Headers=e000001]“Row 10”) TR(TD[Headers=e000001]“Row 11”) TR(TD[Headers=e000001]“Row 12”))",
  },
];
