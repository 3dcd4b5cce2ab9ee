import { expect, test } from "vitest";
import { proofPage } from "../../../src/formats/email/proof-page.ts";
import { proofView } from "../../../src/formats/email/proof-view.ts";
import { SAMPLE_IMAGES } from "../../render/sample-images.ts";
import { mailOf } from "./mail-of.ts";

const logo = `data:image/png;base64,${SAMPLE_IMAGES["a.png"].toString("base64")}`;
const organisation = { name: "Example AG", logo };
const author = { name: "Ann", email: "ann@example.com" };

test("a proof is one file that loads and runs nothing", async () => {
  const { artifact } = await mailOf({}, { organisation });
  const page = proofPage(artifact, { sender: "Ann <script>" });
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
  expect(page).not.toMatch(/<script|<link|<iframe|src="(?!data:)|url\(/);
  expect(page).toContain("Ann &lt;script&gt;");
  expect(page).toContain(logo);
});

test("a proof has every view, the list row and the bytes that are left", async () => {
  const { artifact } = await mailOf({ title: "The subject", bottomLine: "The point." });
  const page = proofPage(artifact, { sender: "Desk" });
  const views = [...page.matchAll(/<figcaption><b>(.*?)<\/b>/g)].map(([, title]) => title);
  expect(views).toEqual([
    ...["Desktop", "Phone", "Dark", "Phone, dark", "Images off", "Outlook for Windows, approximately"],
  ]);
  expect(page).toContain(
    '<span class="subject">The subject</span> <span class="preheader">The point.</span>',
  );
  const left = (102_400 - artifact.bytes.length).toLocaleString("en");
  expect(page).toContain(`${left} bytes left before Gmail cuts it off`);
});

test("a message that is too long shows how much Gmail cuts off", () => {
  const artifact = {
    ...{
      format: "email" as const,
      name: "x.email.html",
      mediaType: "text/html",
      pages: null,
      fit: null,
      mail: null,
    },
    bytes: new Uint8Array(103_000).fill(120),
  };
  expect(proofPage(artifact, { sender: "x" })).toContain("Gmail cuts off the last 600 bytes");
});

const viewOf = async (view: Parameters<typeof proofView>[2]) => {
  const { html, artifact } = await mailOf({ author }, { organisation });
  const images = new Map(
    artifact.mail?.images.map(({ contentId }) => [contentId, "data:image/png;base64,AA"]),
  );
  return proofView(html, images, view);
};

test("a light view has no dark colours, and a dark one has them whatever the reader’s scheme", async () => {
  expect(await viewOf({})).not.toContain("!important");
  const dark = await viewOf({ isDark: true });
  expect(dark).toMatch(/\.brief\{[^}]*!important/);
  expect(dark).not.toContain("@media");
});

test("a narrow view has the rules of phones", async () => {
  expect(await viewOf({ isNarrow: true })).toContain(".column{width:50%!important");
});

test("without images their words are left", async () => {
  const view = await viewOf({ hasImages: false });
  expect(view).toMatch(/<img [^>]*src="data:,"/);
  expect(view).toMatch(/<img [^>]*alt="Example AG"/);
});

test("the approximation of Outlook has what Outlook alone reads, and not what it ignores", async () => {
  const view = await viewOf({ isOutlook: true });
  expect(view).toContain('width="600" align="center"');
  expect(view).not.toMatch(/border-radius|<v:|<!--|@media|max-width:600px/);
  expect(view).toMatch(/<td align="center" style="background-color:#9b1c31;height:44px/);
});
