import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FIT_LADDER, fitAt } from "../../src/formats/fit.ts";
import { BRIEF, CONFIG, openPreviewDesk, type PreviewDesk } from "./preview-desk.ts";

// One author at one desk: each test begins where the one before has left everything good again.

const TITLE = "Third-party cookies stay in Chrome; the plan to replace them is gone";
const NEW_TITLE = "Third-party cookies are here to stay";

let desk: PreviewDesk;
beforeAll(async () => {
  desk = await openPreviewDesk();
  await desk.page.waitForSelector("img.sheet");
  await desk.untilGood();
});
afterAll(() => desk?.[Symbol.asyncDispose]());

const show = (tab: string): Promise<void> => desk.page.click(`#tab-${tab}`);
const says = (inner: Document, words: string) => inner.body.textContent?.includes(words);
const stylesOf = (selector: string, property: string): Promise<string> =>
  desk.page.$eval(selector, (shown, name) => getComputedStyle(shown).getPropertyValue(name), property);

describe("the Page view", () => {
  test("shows a sheet in the proportions of the paper, as sharp as a screen", async () => {
    const sheets = await desk.page.$$eval("img.sheet", (pictures) =>
      pictures.map((picture) => {
        const { width, height } = picture.getBoundingClientRect();
        return { ratio: width / height, isSharp: picture.naturalWidth > width };
      }),
    );
    expect(sheets).toEqual([{ ratio: expect.closeTo(210 / 297, 3), isSharp: true }]);
  });

  test("shows the paper in its own size at 100 %", async () => {
    await desk.page.click("#zoom input[value='100']");
    expect(await desk.page.$eval("img.sheet", ({ clientWidth }) => clientWidth)).toBe(794);
    await desk.page.click("#zoom input[value='fit']");
  });

  test("says how full the sheet is, on a gauge of all rungs of the fit ladder", async () => {
    expect(await desk.text("#fit-words")).toMatch(/^\d+ words? to spare$/);
    const rungs = await desk.page.$$eval(".rung", (marks) => marks.map(({ className }) => className));
    expect(rungs).toHaveLength(FIT_LADDER.length);
    expect(rungs.indexOf("rung design")).toBe(-fitAt(0).step);
  });

  test("links the PDF", async () => {
    const type = await desk.page.$eval("#open-pdf", async (link) => {
      const { headers } = await fetch((link as HTMLAnchorElement).href);
      return headers.get("content-type");
    });
    expect(type).toBe("application/pdf");
  });
});

describe("a save", () => {
  test("is seen on the sheet and in the HTML, at the place where one was reading", async () => {
    const before = await desk.page.$eval("img.sheet", ({ src }) => src);
    await show("html");
    await desk.untilHtml(says, TITLE);
    await desk.inHtml((inner) => inner.defaultView?.scrollTo(0, 300));

    desk.edit(BRIEF, TITLE, NEW_TITLE);
    await desk.untilHtml(says, NEW_TITLE);
    expect(await desk.inHtml((inner) => inner.defaultView?.scrollY)).toBe(300);
    expect(await desk.page.$$("#html-host > iframe")).toHaveLength(1);

    await show("sheet");
    await desk.page.waitForFunction(
      (old) => {
        const sheet = document.querySelector<HTMLImageElement>("img.sheet");
        return sheet !== null && sheet.src !== old && sheet.naturalWidth > 0;
      },
      {},
      before,
    );
    await desk.untilGood();
  });

  test("is seen in both messages, in the line of the inbox and in the text", async () => {
    await show("email");
    for (const device of ["desktop", "phone"])
      await desk.page.waitForFunction(
        (host, words) =>
          document
            .querySelector<HTMLIFrameElement>(host)
            ?.contentDocument?.body?.textContent?.includes(words),
        {},
        `#${device}-host > iframe:not(.coming)`,
        NEW_TITLE,
      );
    expect(await desk.text("#inbox .subject")).toBe(NEW_TITLE);
    expect(await desk.text("#weight-words")).toMatch(/^\d+ KB of Gmail’s 102$/);

    await show("text");
    await desk.page.waitForFunction(
      (words) => document.querySelector("#text > pre")?.textContent?.includes(words),
      {},
      NEW_TITLE,
    );
  });

  test("that breaks the brief leaves the last good page, greyed, below the error; mending it clears both", async () => {
    await show("html");
    desk.edit(BRIEF, "bottomLine:", "botomLine:");
    await desk.page.waitForSelector("#banner:not([hidden])");
    expect(await desk.text("#banner")).toContain("This is the last good page.");
    expect(await desk.text("#banner")).toContain("botomLine");
    expect(await desk.text("#status")).toMatch(/^\d errors?$/);
    expect(await desk.page.title()).toBe("✕ third-party-cookies preview");
    expect(await desk.inHtml((inner) => inner.querySelector("h1")?.textContent)).toContain(NEW_TITLE);
    expect(await stylesOf("#html-host > iframe", "filter")).toBe("grayscale(1)");
    const severities = await desk.page.$$eval(".finding", (all) =>
      all.map((finding) => finding.getAttribute("data-severity")),
    );
    expect(severities[0]).toBe("error");
    expect(await desk.text(".finding pre")).toContain("botomLine:");

    await desk.page.click(".finding .place");
    await desk.page.waitForSelector("#notice:not(:empty)");
    expect(await desk.text("#notice")).toBe(`Opened ${BRIEF} in your editor.`);
    expect(desk.opened).toEqual([expect.stringMatching(/third-party-cookies\.yaml:\d+:\d+$/)]);

    desk.edit(BRIEF, "botomLine:", "bottomLine:");
    await desk.page.waitForSelector("#banner", { hidden: true });
    await desk.untilGood();
    expect(await stylesOf("#html-host > iframe", "filter")).toBe("none");
    expect(await desk.text("#status")).toBe("Up to date");
  });
});

describe("the theme", () => {
  const write = async (token: string, value: string) => {
    await desk.page.click(`#token-${token}`, { count: 3 });
    await desk.page.keyboard.type(value);
  };
  const hasAccent = (inner: Document, colour: string) =>
    inner.defaultView?.getComputedStyle(inner.documentElement).getPropertyValue("--accent") === colour;

  test("is tried while it is changed, and undone", async () => {
    await show("html");
    await desk.page.keyboard.press("t");
    await write("accent", "#14508c");
    await desk.untilHtml(hasAccent, "#14508c");
    expect(await desk.text("#theme-note")).toBe("1 tried, not yet written");
    expect(desk.read("brief.config.yaml")).toBe(CONFIG);

    await desk.page.click(".token[data-tried] .undo");
    await desk.untilHtml(hasAccent, "#9b1c31");
    await desk.untilGood();
    expect(await desk.page.$(".token[data-tried]")).toBeNull();
  });

  test("is not tried with what is no colour or length", async () => {
    for (const [token, value] of [
      ["accent", "blurple"],
      ["edge", "12"],
    ] as const) {
      await write(token, value);
      expect(await desk.page.$eval(`#token-${token}`, (field) => field.ariaInvalid)).toBe("true");
    }
    expect(await desk.text("#theme-note")).toBe("Change one to try it.");
  });

  test("is written to the configuration, which keeps its comments", async () => {
    await write("accent", "#14508c");
    await desk.page.$eval("#token-edge", (field) => field.parentElement?.querySelector("input")?.focus());
    await desk.page.keyboard.press("ArrowRight");
    await desk.untilHtml(hasAccent, "#14508c");
    await desk.page.click("#keep");
    await desk.page.waitForSelector("#written:not(:empty)");
    expect(await desk.text("#written")).toBe("Written to brief.config.yaml: Accent #14508c, Edge 9.1mm.");
    expect(desk.read("brief.config.yaml")).toBe(
      CONFIG.replace("edge: 9mm #", "edge: 9.1mm #").replace("letters\n", 'letters\n  accent: "#14508c"\n'),
    );
    await desk.untilGood();
    await desk.untilHtml(hasAccent, "#14508c");
    expect(await desk.page.$(".token[data-tried]")).toBeNull();
  });
});

describe("a switch", () => {
  test.each<[string, string, (inner: Document) => boolean]>([
    ["audience", "c-level", (inner) => /Edition\s*C-level/.test(inner.body.textContent ?? "")],
    ["template", "memo", (inner) => inner.querySelector("main.memo") !== null],
    ["locale", "de", (inner) => inner.documentElement.lang === "de"],
  ])("to another %s shows the page so", async (name, value, isShown) => {
    await show("html");
    await desk.page.select(`select[name=${name}]`, value);
    await desk.untilHtml(isShown);
    expect(await desk.inHtml(isShown)).toBe(true);
    await desk.untilGood();
  });

  test("to other paper shows the sheet so", async () => {
    await show("sheet");
    await desk.page.select("select[name=page]", "Letter");
    await desk.page.waitForFunction(() => {
      const { naturalWidth = 0, naturalHeight = 1 } =
        document.querySelector<HTMLImageElement>("img.sheet") ?? {};
      return Math.abs(naturalWidth / naturalHeight - 215.9 / 279.4) < 0.002;
    });
    expect(await stylesOf("#sheets", "--sheet-ratio")).toBe("215.9 / 279.4");
    await desk.untilGood();
  });

  test("to another brief begins at its top", async () => {
    await show("html");
    await desk.inHtml((inner) => inner.defaultView?.scrollTo(0, 300));
    await desk.page.keyboard.press("]");
    await desk.untilHtml(says, "CrowdStrike");
    expect(await desk.inHtml((inner) => inner.defaultView?.scrollY)).toBe(0);
    await desk.untilGood();
  });
});

test("nothing of all this was asked of the network, nor refused by the page’s policy", () => {
  // Embedded faces and images are asked of nobody: data: has the origin “null”.
  expect([...desk.origins].filter((origin) => origin !== "null")).toEqual([new URL(desk.page.url()).origin]);
  expect(desk.complaints).toEqual([]);
});

test("when the preview ends its page says so, and keeps what it shows", async () => {
  await desk.closePreview();
  await desk.page.waitForSelector("[data-connection=closed]");
  expect(await desk.text("#status")).toBe("The preview was closed. Start it again with “brief preview”.");
  expect(await desk.inHtml((inner) => inner.querySelector("h1")?.textContent)).toContain(
    "decide who may update",
  );
});
