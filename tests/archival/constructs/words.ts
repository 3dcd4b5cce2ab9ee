import { type Construct, SENTENCE } from "../construct.ts";

export const WORDS: readonly Construct[] = [
  {
    name: "hidden text",
    body: '<p>Seen <span aria-hidden="true">unheard</span> again</p>',
    tree: "P(“Seen ” “again”)",
  },
  {
    name: "added text",
    body: "<p>Middle</p>",
    css: "p::before{content:'before '}p::after{content:' after'}",
    tree: "P“Middle ”",
  },
  {
    name: "silent added text",
    body: "<p>Middle</p>",
    css: "p::before{content:'→ ' / ''}",
    tree: "P“Middle”",
  },
  {
    name: "emphasis",
    body: "<p>a <strong>strong</strong> <em>em</em> <b>b</b> <i>i</i> x<sub>2</sub> y<sup>3</sup> <mark>mark</mark> <code>code()</code> <small>small</small> <s>gone</s> <ins>new</ins> <del>old</del> <kbd>K</kbd> <q>said</q> <cite>Work</cite> <dfn>term</dfn> <time>2025</time></p>",
    tree: "P(“a ” Strong“strong ” “” Em“em ” “” “b ” “” “i ” “x” NonStruct“2 ” “y” NonStruct“3 ” “” NonStruct“mark ” “” Code“code() ” “” “small ” “” NonStruct“gone ” “” NonStruct“new ” “” NonStruct“old ” “” “K ” “” “said” “” “Work ” “” NonStruct“term ” “” NonStruct“2025”)",
  },
  {
    name: "abbreviation",
    body: '<p>The <abbr title="World Health Organization">WHO</abbr> says</p>',
    tree: "P(“The ” NonStruct“WHO ” “says”)",
  },
  { name: "preformatted", body: "<pre><code>one\n  two</code></pre>", tree: "P(Code“one  two”)" },
  {
    name: "link over two lines",
    body: `<p style="width:200px">${SENTENCE}<a href="https://a.test/x">a link that is so long that it breaks over the line</a> end</p>`,
    tree: "P(“The quick brown fox jumps overthe lazy dog and back againbef…” Link(“a linkthat is so long that it breaks overthe line ” →“a link that is so long that it breaks over the line”) “end”)",
  },
  {
    name: "several links to one place",
    body: '<p><a href="https://a.test/x">First</a> and <a href="https://a.test/x">second</a> and <a href="https://b.test">third</a></p>',
    tree: "P(Link(“First ” →“First”) “and ” Link(“second ” →“second”) “and ” Link(“third” →“third”))",
  },
  {
    name: "link without text",
    body: '<p>See <a href="https://a.test/x" aria-label="The source"><svg aria-hidden="true" width="10" height="10"><rect width="10" height="10" fill="red"/></svg></a></p>',
    tree: "P(“See ” Link(→“The source”))",
  },
  {
    name: "link on a block",
    body: '<a href="https://a.test/x"><h2>Head</h2><p>Body</p></a>',
    tree: "Link(H2“Head” P“Body” →“Head Body”)",
  },
  {
    name: "mail link",
    body: '<p>Write to <a href="mailto:a@b.test">Ann</a></p>',
    tree: "P(“Write to ” Link(“Ann” →“Ann”))",
  },
  {
    name: "footnote marks",
    body: '<p>Claim<sup><a href="#n1" aria-label="Source 1">1</a></sup><sup><a href="#n2" aria-label="Source 2">2</a></sup>.</p><ol><li id="n1">Note one</li><li id="n2">Note two</li></ol>',
    tree: "P(“Claim” NonStruct(Link(“1” →“Source 1”)) NonStruct(Link(“2” →“Source 2”)) “.”) L[ListNumbering=Decimal](LI(Lbl“1. ” LBody“Note one”) LI(Lbl“2. ” LBody“Note two”))",
  },
  {
    name: "doc note",
    body: '<p>Claim<a href="#f1" role="doc-noteref">1</a></p><aside id="f1" role="doc-footnote">The note</aside>',
    tree: "P(“Claim” Link(“1” →“1”)) P“The note”",
  },
  {
    name: "blockquote",
    body: '<blockquote cite="https://a.test/"><p>Quoted <em>words</em></p></blockquote>',
    tree: "BlockQuote(P(“Quoted ” Em“words”))",
  },
  {
    name: "right to left",
    body: '<p dir="rtl" lang="he">שלום <bdi>ABC 123</bdi> עולם</p>',
    tree: "P[Lang=he](“שלום” “ABC 123 ” “עולם ”)",
  },
  {
    name: "part in another language",
    body: '<p>He said <span lang="fr">bonjour à tous</span> then</p><p lang="de">Ein Satz <em>auf</em> Deutsch</p><section lang="es"><h2>Hola</h2><p>Mundo</p></section>',
    tree: "P(“He said ” “bonjour à tous ” “then”) P[Lang=de](“Ein Satz ” Em“auf ” “Deutsch”) NonStruct[Lang=es](H2“Hola” P“Mundo”)",
  },
  {
    name: "hidden link",
    body: '<p>One <a href="https://a.test/h" aria-hidden="true">hidden</a></p>',
    tree: "P(“One ” “hidden”) Link(→“https://a.test/h”)",
  },
  {
    name: "emoji",
    body: "<p>Smile 😀 and 👍🏽 end</p>",
    tree: "P“Smile 😀 and 👍🏽 end”",
    flaws: ["ua1/7.21.8-1", "a2a/6.2.11.8-1", "ua1/7.21.7-1", "a2a/6.2.11.7.2-1", "ua1/7.21.7-2"],
  },
  {
    name: "very long word",
    body: `<p style="width:100px;overflow-wrap:anywhere">${"Donaudampfschiff".repeat(6)}</p>`,
    tree: "P“DonaudampfschiffDonaudampfschiffDonaudampfschiffDonaudampfsc…”",
  },
  {
    name: "soft hyphens",
    body: '<p style="width:60px" lang="de">Donau&shy;dampf&shy;schiff&shy;fahrt</p>',
    tree: "P[Lang=de]“Donau­-dampf­-schiff­-fahrt”",
  },
  {
    name: "automatic hyphens",
    body: '<p style="width:60px;hyphens:auto" lang="en">extraordinary circumstances internationally</p>',
    tree: "P“extraordinarycircumstancesinternationally”",
  },
  {
    name: "ruby",
    body: "<p><ruby>WHO<rp>(</rp><rt>World</rt><rp>)</rp></ruby></p>",
    tree: "P(Ruby(“WHO” RT“World”))",
  },
  {
    name: "first letter and line",
    body: "<p>Initial words</p>",
    css: "p::first-letter{font-size:200%;float:left}p::first-line{font-variant:small-caps}",
    tree: "P“Initial words”",
  },
  {
    name: "text transform",
    body: '<p style="text-transform:uppercase">small to large ß</p>',
    tree: "P“SMALL TO LARGE SS”",
  },
  { name: "ligatures", body: "<p>office affluent waffle fi</p>", tree: "P“office affluent waffle fi”" },
  {
    name: "words in another language",
    body: '<p>a <em lang="fr">en français</em> b <dfn lang="de">Begriff</dfn> c <span lang="es" id="s">palabra</span></p><p><a href="https://a.test/" lang="fr">lien</a></p>',
    tree: "P(“a ” Em[Lang=fr]“en français ” “b ” NonStruct[Lang=de]“Begriff ” “c ” NonStruct[Lang=es]“palabra”) P(Link[Lang=fr](“lien” →“lien”))",
  },
];
