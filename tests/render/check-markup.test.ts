import { expect, test } from "vitest";
import { checkMarkup } from "../../src/render/check-markup.ts";

const inSheet = (markup: string) => `<main data-sheet><div data-fit>${markup}</div></main>`;
const codesFor = (markup: string) => checkMarkup(inSheet(markup), "page.hbs").map(({ code }) => code);

const PNG =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const REFUSED: readonly (readonly [what: string, markup: string])[] = [
  ["a script", "<script>alert(1)</script>"],
  ["a script in capitals", "<ScRiPt>alert(1)</sCrIpT>"],
  ["a script with a slash for a space", "<script/src=data:,alert(1)></script>"],
  ["a script inside a drawing", "<svg><script>alert(1)</script></svg>"],
  ["an unfinished tag at the end", "<p>text</p><img src=x onerror=alert(1) "],
  ["a tag begun in a tag", "<p <img src=x onerror=alert(1)>"],
  ["a second bracket", "<<script>alert(1)</script>"],
  ["an event attribute", '<p onclick="alert(1)">x</p>'],
  ["an event attribute in capitals", '<p OnMouseOver="alert(1)">x</p>'],
  ["an event attribute without quotes", "<p onclick=alert(1)>x</p>"],
  ["an event attribute after a slash", '<img/onerror="alert(1)" src="x">'],
  ["an event attribute after a quote without a space", `<img alt=""onerror="alert(1)">`],
  ["an event attribute of a drawing", '<svg onload="alert(1)"></svg>'],
  ["an event attribute with a control character in its name", '<p on\u0001click="alert(1)">x</p>'],
  ["an attribute name with an apostrophe", `<p a'b="1">x</p>`],
  ["a javascript address", '<a href="javascript:alert(1)">x</a>'],
  ["a javascript address in capitals", '<a href="JaVaScRiPt:alert(1)">x</a>'],
  ["a javascript address with a tab", '<a href="java\tscript:alert(1)">x</a>'],
  ["a javascript address with a line break", '<a href="java\nscript:alert(1)">x</a>'],
  ["a javascript address after spaces", '<a href="  javascript:alert(1)">x</a>'],
  ["a javascript address after a control character", '<a href="\u0001javascript:alert(1)">x</a>'],
  ["a javascript address as a number", '<a href="&#106;avascript:alert(1)">x</a>'],
  ["a javascript address as a hexadecimal number", '<a href="&#x6A;avascript:alert(1)">x</a>'],
  ["a javascript address with a named colon", '<a href="javascript&colon;alert(1)">x</a>'],
  ["a javascript address with a named tab", '<a href="java&Tab;script:alert(1)">x</a>'],
  ["a javascript address without quotes", "<a href=javascript:alert(1)>x</a>"],
  ["a data address in a link", '<a href="data:text/html,<script>alert(1)</script>">x</a>'],
  ["a data address in a link, without brackets", '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>'],
  ["a vbscript address", '<a href="vbscript:x">x</a>'],
  ["a file address", '<a href="file:///etc/passwd">x</a>'],
  ["an address without a scheme", '<a href="//host/x">x</a>'],
  ["an address with backslashes", '<a href="\\\\host\\x">x</a>'],
  ["a relative address", '<a href="other.html">x</a>'],
  ["two addresses", '<a href="#a" href="javascript:alert(1)">x</a>'],
  ["a link that reports", '<a href="#a" ping="https://host/">x</a>'],
  ["an image from the web", '<img src="https://host/x.png" alt="">'],
  ["an image without a scheme", '<img src="//host/x.png" alt="">'],
  ["an image file", '<img src="x.png" alt="">'],
  ["an image that is a page", '<img src="data:text/html;base64,PHA+" alt="">'],
  ["an image that is not base64", '<img src="data:image/svg+xml,%3Csvg%3E" alt="">'],
  ["an empty image", '<img src="" alt="">'],
  ["an image set", `<img src="${PNG}" srcset="https://host/x.png 2x" alt="">`],
  ["a picture", `<picture><source srcset="https://host/x.png"><img src="${PNG}" alt=""></picture>`],
  ["an image by its old name", '<image src="https://host/x.png">'],
  ["an image in a drawing", '<svg><image href="https://host/x.png"></image></svg>'],
  ["a style element", "<style>p{background:url(//host)}</style>"],
  ["a style element in a drawing", "<svg><style>@import '//host'</style></svg>"],
  ["a style attribute", '<p style="background:url(//host)">x</p>'],
  ["a base", '<base href="https://host/">'],
  ["a meta refresh", '<meta http-equiv="refresh" content="0;url=https://host/">'],
  ["a link element", '<link rel="stylesheet" href="https://host/x.css">'],
  ["a frame", '<iframe src="https://host/"></iframe>'],
  ["a frame with its document", '<iframe srcdoc="&lt;script&gt;"></iframe>'],
  ["an object", '<object data="https://host/"></object>'],
  ["an embedded object", '<embed src="https://host/">'],
  ["a form", '<form action="https://host/"><button>x</button></form>'],
  ["a button with an action", '<button formaction="javascript:alert(1)">x</button>'],
  ["a field", '<input type="image" src="https://host/x.png">'],
  ["a video", '<video poster="https://host/x.png"></video>'],
  ["a table background", '<table background="https://host/x.png"></table>'],
  ["a reuse in a drawing", '<svg><use href="https://host/x.svg#a"></use></svg>'],
  [
    "an animation",
    '<svg><a href="#a"><animate attributeName="href" to="javascript:alert(1)"></animate></a></svg>',
  ],
  ["a set value", '<svg><set attributeName="onload" to="alert(1)"></set></svg>'],
  ["foreign content", "<svg><foreignObject><p>x</p></foreignObject></svg>"],
  ["an address of a drawing", '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>'],
  ["a colour from the web", '<svg><path fill="url(https://host/x.svg#a)" d="M0 0"></path></svg>'],
  ["a colour from the web, escaped", '<svg><path fill="\\75rl(https://host/x.svg#a)" d="M0 0"></path></svg>'],
  [
    "a colour from the web as a reference",
    '<svg><path fill="&#117;rl(https://host/x.svg#a)" d="M0 0"></path></svg>',
  ],
  ["a clipping from the web", '<svg><path clip-path="url(//host/x.svg#a)" d="M0 0"></path></svg>'],
  ["a gradient from elsewhere", '<svg><linearGradient href="https://host/x.svg#a"></linearGradient></svg>'],
  ["a mask", '<svg><path mask="url(#a)" d="M0 0"></path></svg>'],
  ["a formula", '<math><mtext><a href="javascript:alert(1)">x</a></mtext></math>'],
  ["a template", "<template><p>x</p></template>"],
  ["a slot", '<p slot="x">x</p>'],
  [
    "noscript, which browsers read in two ways",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  ],
  ["a raw text element", "<xmp><p></xmp>"],
  ["plain text without end", "<plaintext>"],
  ["a text area", '<textarea><p title="</textarea><img src=x onerror=alert(1)>"></textarea>'],
  ["a title that hides a tag in a value", '<title><p title="</title><img src=x onerror=alert(1)>"></title>'],
  ["a selection", "<select><option>x</option></select>"],
  ["an element of one’s own", "<x-card>x</x-card>"],
  ["an element that claims to be another", '<p is="x-card">x</p>'],
  ["an element with a colon", '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>'],
  ["an element with a non-ASCII letter", "<\u017fcript>alert(1)</\u017fcript>"],
  ["another namespace", '<svg xmlns="http://www.w3.org/1999/xhtml"></svg>'],
  ["a comment", "<!-- x -->"],
  ["a comment that ends early", "<!--><img src=x onerror=alert(1)>-->"],
  ["a conditional comment", "<!--[if IE]><script></script><![endif]-->"],
  ["a declaration", "<!DOCTYPE html>"],
  ["a CDATA section", "<![CDATA[<script>alert(1)</script>]]>"],
  ["a processing instruction", "<?xml-stylesheet href='https://host/x.css'?>"],
  ["an end tag with attributes", '<p>x</p onclick="alert(1)">'],
  ["an end tag without a name", "</><p>x</p>"],
  ["an end tag that is a comment to browsers", "</ p>"],
  ["the end of the body", "</body><p>x</p>"],
  ["a body with an event", '<body onload="alert(1)">'],
  ["a pop-up", '<div popover id="a">x</div>'],
  ["text that can be changed", '<p contenteditable="true">x</p>'],
  ["focus on its own", '<a href="#a" autofocus>x</a>'],
  ["a target in another frame", '<a href="#a" target="_top">x</a>'],
  ["a download", '<a href="https://host/x" download>x</a>'],
  ["an attribute of an object’s prototype", '<p constructor="x" __proto__="y">x</p>'],
  ["an unescaped sign in text", "<p>1 < 2</p>"],
  ["a zero character", "<p>\0</p>"],
  ["an element that is never closed", "<section><p>x</p>"],
  ["an element that closes nothing", "<p>x</p></section>"],
  ["elements that cross", "<b><i>x</b></i>"],
  ["an element that only seems closed", "<section/>"],
];

const ALLOWED: readonly (readonly [what: string, markup: string])[] = [
  [
    "sections and headings",
    '<section aria-labelledby="a"><h2 id="a">Title</h2><p class="lead">Text</p></section>',
  ],
  [
    "a table",
    '<table><caption>c</caption><thead><tr><th scope="col" colspan="2">a</th></tr></thead><tbody><tr><td>1<td>2</tbody></table>',
  ],
  ["lists with ends left out", "<ul><li>a<li>b</ul><dl><dt>a<dd>b</dl>"],
  ["a numbered list", '<ol start="3" reversed type="a"><li value="3">a</li></ol>'],
  ["details", "<details open><summary>More</summary><p>Text</p></details>"],
  [
    "a figure",
    `<figure><img src="${PNG}" alt="A &quot;chart&quot;" width="1" height="1"><figcaption>c</figcaption></figure>`,
  ],
  ["an image with its padding escaped", `<img src="${PNG.replaceAll("=", "&#x3D;")}" alt="">`],
  [
    "links",
    '<p><a href="https://example.com/?a&#x3D;1&amp;b#c" rel="noopener" target="_blank">a</a> <a href="mailto:a@b.example">b</a> <a href="#source-1">1</a></p>',
  ],
  ["a quotation", '<blockquote cite="https://example.com/"><p>Text</p></blockquote><q>x</q>'],
  [
    "words of other kinds",
    '<p><time datetime="2025-01-01">x</time> <abbr title="a">b</abbr> <bdi>c</bdi><br><wbr><sup>1</sup><mark>m</mark></p>',
  ],
  [
    "accessibility",
    '<p role="note" aria-label="a" aria-hidden="true" tabindex="0" lang="de" dir="rtl">x</p>',
  ],
  ["data attributes", '<section data-section="Caveats"></section>'],
  ["text with signs", "<p>a > b &lt; c &amp; d “e” {f} javascript: onclick=</p>"],
  [
    "a drawing",
    '<svg viewBox="0 0 10 10" role="img" aria-label="a" xmlns="http://www.w3.org/2000/svg"><title>t</title><g transform="translate(1 2) rotate(45)"><path d="M0 0L10,10Z" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="5" cy="5" r="2" fill="rgb(1 2 3)"></circle></g><text x="1" y="2" text-anchor="middle">a</text></svg>',
  ],
  [
    "a gradient of the page",
    '<svg viewBox="0 0 1 1"><defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><rect width="1" height="1" fill="url(#a)"/></svg>',
  ],
  ["attributes with apostrophes and none", "<p class='a' hidden>x</p>"],
  ["tags over lines", '<p\n  class="a"\n  id="b"\n>x</p>'],
];

test.each(REFUSED)("%s is refused", (_what, markup) => {
  expect(codesFor(markup)).toContain("template-markup");
});

test.each(ALLOWED)("%s is allowed", (_what, markup) => {
  expect(checkMarkup(inSheet(markup), "page.hbs")).toEqual([]);
});

test.each([
  ["no sheet", "<main><div data-fit></div></main>"],
  ["no flexible part", "<main data-sheet><div></div></main>"],
  ["two sheets", "<main data-sheet><div data-fit></div></main><main data-sheet></main>"],
  ["nothing", ""],
])("a page with %s is refused", (_what, markup) => {
  expect(checkMarkup(markup, "page.hbs").map(({ code }) => code)).toContain("template-sheet-missing");
});

test("each fault is told once, by name", () => {
  const messages = checkMarkup(inSheet('<p onclick="a">x</p><p onclick="b">y</p>'), "page.hbs").map(
    ({ message }) => message,
  );
  expect(messages).toEqual([
    "The finished page would hold the attribute onclick= on a <p>, which is not allowed on a closed page.",
  ]);
});

test("a long page is checked in linear time", () => {
  const long = `<p ${"class=a ".repeat(20_000)}`;
  expect(codesFor(long)).toContain("template-markup");
  expect(codesFor(`<svg><path d="${"M 0 0 translate ".repeat(20_000)}(" /></svg>`)).toContain(
    "template-markup",
  );
  expect(codesFor("<p>x</p>".repeat(20_000))).toEqual([]);
});
