import { type Construct, PIXEL } from "../construct.ts";

export const DRAWINGS: readonly Construct[] = [
  {
    name: "figure with caption",
    body: `<figure><img src="${PIXEL}" alt="Two dots" width="20" height="20"><figcaption>Dots, <cite>by us</cite></figcaption></figure>`,
    tree: "Div(Figure[Alt=Two dots]“” Caption(“Dots, ” “by us”))",
  },
  {
    name: "figure of text",
    body: "<figure><blockquote><p>Words</p></blockquote><figcaption>Somebody</figcaption></figure>",
    tree: "Div(BlockQuote(P“Words”) Caption“Somebody”)",
  },
  {
    name: "chart",
    body: '<svg role="img" aria-label="Rising line" width="100" height="40"><path d="M0 40 L100 0" stroke="red" fill="none"/><text x="10" y="20">label</text></svg>',
    tree: "Figure[Alt=Rising line]“label”",
  },
  {
    name: "chart in a figure",
    body: '<figure><svg role="img" aria-label="Bars" width="100" height="40"><rect width="20" height="40" fill="red"/><text x="30" y="20">7 %</text></svg><figcaption>Bars</figcaption></figure>',
    tree: "Div(Figure[Alt=Bars]“7 %” Caption“Bars”)",
  },
  {
    name: "chart with a title",
    body: '<svg role="img" width="100" height="40"><title>Named by its title</title><rect width="20" height="40" fill="red"/></svg>',
    tree: "Figure[Alt=Named by its title]“”",
  },
  {
    name: "plain drawing",
    body: '<svg width="40" height="40"><rect width="20" height="40" fill="red"/></svg><p>After</p>',
    tree: "P“After”",
  },
  {
    name: "hidden drawing",
    body: '<p>Before <svg aria-hidden="true" width="10" height="10"><rect width="10" height="10" fill="red"/></svg> after</p>',
    tree: "P(“Before  ” “after”)",
  },
  {
    name: "decorative image",
    body: `<p>Before <img src="${PIXEL}" alt="" width="20" height="20"> after</p>`,
    tree: "P(“Before  ” “after”)",
  },
  {
    name: "image without alt",
    body: `<p>Before <img src="${PIXEL}" width="20" height="20"> after</p>`,
    tree: "P(“Before  ” Div“” “after”)",
  },
  {
    name: "inline image with alt",
    body: `<p>Before <img src="${PIXEL}" alt="dots" width="20" height="20"> after</p>`,
    tree: "P(“Before  ” Figure[Alt=dots]“” “after”)",
  },
  {
    name: "shadows and grounds",
    body: "<p>Shadow</p>",
    css: "p{box-shadow:2px 2px 4px #888;text-shadow:1px 1px 2px #777;background:linear-gradient(red,blue);border:1px dashed;border-radius:4px;outline:2px solid green}",
    tree: "P“ShadowShadow”",
  },
  {
    name: "filter",
    body: "<div><p>Blurred</p><p>more</p></div>",
    css: "div{filter:blur(1px) grayscale(1)}",
    tree: "",
  },
  {
    name: "opacity group",
    body: "<div><p>Half</p><ul><li>Item</li></ul></div><p>Whole</p>",
    css: "div{opacity:.5}",
    tree: "P“Half” L[ListNumbering=Disc](LI(Lbl“” LBody“Item”)) P“Whole”",
  },
  {
    name: "opacity in opacity",
    body: "<div>Outer<p>Half</p></div><p>Whole</p>",
    css: "div,div p{opacity:.5}",
    tree: "P“Outer” P“Half” P“Whole”",
  },
  {
    name: "blend mode",
    body: "<div><p>Blended</p></div>",
    css: "div{mix-blend-mode:multiply;background:#eee}",
    tree: "P“Blended”",
  },
  {
    name: "mask",
    body: "<div><p>Masked</p></div>",
    css: "div{mask-image:linear-gradient(black,transparent)}",
    tree: "P“Masked”",
  },
  {
    name: "clip path",
    body: "<div><p>Clipped</p></div>",
    css: "div{clip-path:inset(0 0 0 5px)}",
    tree: "P“Clipped”",
  },
  {
    name: "transform",
    body: "<div><p>Turned</p></div>",
    css: "div{transform:rotate(3deg)}",
    tree: "P“Turned”",
  },
  {
    name: "link on an image",
    body: `<p><a href="https://a.test/x"><img src="${PIXEL}" alt="Our logo" width="20" height="20"></a></p>`,
    tree: "P(Link(Figure[Alt=Our logo]“” →“Our logo”))",
  },
  {
    name: "meter and progress",
    body: '<p>At <meter value=".5">half</meter> and <progress value="30" max="100">30</progress></p>',
    tree: "P(“At  ” “and ”)",
  },
];
