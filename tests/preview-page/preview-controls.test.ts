import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openReaderBrowser } from "../support/reader-browser.ts";
import { type FakePreviewServer, FINDINGS, openFakePreviewServer } from "./fake-preview-server.ts";

// What the page does by itself, on a server that plays any state at once.

const require = createRequire(import.meta.url);
const PATIENCE_MS = 10_000;
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = ["sheet", "html", "email", "text", "side"] as const;
const BROKEN = { status: "broken", stale: ["sheet", "html", "email", "text"], findings: FINDINGS } as const;

let browser: Browser;
let axe: string;
let server: FakePreviewServer;
let page: Page;
const faults: string[] = [];
beforeAll(async () => {
  browser = await openReaderBrowser();
  axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
  server = await openFakePreviewServer();
  page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
});
beforeEach(() => server.reset());
afterEach(() => {
  expect(faults.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

interface Sight {
  readonly hash?: string;
  readonly width?: number;
  readonly scheme?: "light" | "dark";
}

let openings = 0;

/** Opens the page anew, and waits for what it shows. */
async function open({ hash = "", width = 1280, scheme = "light" }: Sight = {}): Promise<void> {
  await page.setViewport({ width, height: 800 });
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  openings += 1;
  await page.goto(`${server.address}?${openings}#${hash}`);
  await page.waitForSelector("[data-connection=open][data-status=good]");
}

const text = (selector: string): Promise<string> =>
  page.$eval(selector, ({ textContent }) => textContent?.trim() ?? "");
const shownView = (): Promise<string | null> =>
  page.$eval("[role=tab][aria-selected=true]", (tab) => tab.getAttribute("data-view"));
const until = (check: string) => page.waitForFunction(check);
const frameOf = (host: string): string => `document.querySelector("#${host} > iframe:not(.coming)")`;

describe("the page meets WCAG 2.2 AA by axe-core", () => {
  test.each(["light", "dark"] as const)("in every view, good and broken, %s", async (scheme) => {
    await open({ hash: "panel=findings", scheme });
    for (const key of ["1", "2", "3", "4", "5"] as const) {
      await page.keyboard.press(key);
      expect(await violations()).toEqual([]);
    }
    server.say(BROKEN);
    await page.waitForSelector("#banner:not([hidden])");
    for (const key of ["4", "5"] as const) {
      await page.keyboard.press(key);
      expect(await violations()).toEqual([]);
    }
  });

  test.each(["light", "dark"] as const)(
    "in the theme, one token tried, and in the help, %s",
    async (scheme) => {
      await open({ hash: "panel=theme", scheme });
      await page.type("#token-serif", "X");
      await page.keyboard.press("Tab");
      await page.waitForSelector(".token[data-tried]");
      await page.click("#open-help");
      expect(await violations()).toEqual([]);
    },
  );

  test("on a phone", async () => {
    await open({ width: 390 });
    expect(await violations()).toEqual([]);
  });

  async function violations(): Promise<string[]> {
    if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
    return page.evaluate(async (runOnly) => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      // The briefs in the frames have tests of their own.
      const { violations } = await axe.run({ runOnly, iframes: false } as never);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    }, WCAG);
  }
});

test.each([1440, 900, 390])("at %d px, only what is looked at is scrolled sideways", async (width) => {
  await open({ width, hash: "panel=theme" });
  for (const index of VIEWS.keys()) {
    await page.keyboard.press(`Digit${index + 1}` as "Digit1");
    const { scrollWidth, scrollHeight } = await page.$eval("html", ({ scrollWidth, scrollHeight }) => ({
      scrollWidth,
      scrollHeight,
    }));
    expect([scrollWidth, scrollHeight]).toEqual([width, 800]);
  }
});

describe("keys", () => {
  test("choose the views, open the panels and the help, and close them", async () => {
    await open({ hash: "panel=none" });
    for (const [index, view] of VIEWS.entries()) {
      await page.keyboard.press(`Digit${index + 1}` as "Digit1");
      expect(await shownView()).toBe(view);
    }
    for (const [key, panel] of [
      ["f", "#findings"],
      ["t", "#theme"],
      ["?", "#help"],
    ] as const) {
      await page.keyboard.press(key);
      await page.waitForSelector(panel, { visible: true });
      await page.keyboard.press("Escape");
      await page.waitForSelector(panel, { hidden: true });
      await page.keyboard.press("Escape");
    }
  });

  test("step through the briefs", async () => {
    await open();
    for (const key of ["]", "["] as const) await page.keyboard.press(key);
    const step = 'select {"brief":"briefs/b.yaml"}';
    await expect.poll(() => server.posted).toEqual([step, step]);
  });

  test("work while a brief has the focus, and not while a field is written in", async () => {
    await open({ hash: "view=html&panel=theme" });
    await until(`${frameOf("html-host")} !== null`);
    await page.click("#html-host");
    await page.keyboard.press("2");
    await page.keyboard.press("4");
    expect(await shownView()).toBe("text");
    await page.type("#token-edge", "1");
    expect(await shownView()).toBe("text");
  });

  test("move along the tabs with the arrows", async () => {
    await open();
    await page.focus("#tab-sheet");
    await page.keyboard.press("ArrowLeft");
    expect(await shownView()).toBe("side");
    await page.keyboard.press("ArrowRight");
    expect(await shownView()).toBe("sheet");
  });
});

describe("the HTML view", () => {
  const widthOf = (): Promise<number> =>
    page.evaluate(`${frameOf("html-host")}.contentWindow.innerWidth`) as never;

  test("is as wide as a preset, a step of the handle, or where the handle is dragged to", async () => {
    await open({ hash: "view=html&panel=none" });
    await until(`${frameOf("html-host")} !== null`);
    await page.click("#widths input[value='390']");
    expect(await widthOf()).toBe(390);
    await page.focus("#handle");
    await page.keyboard.press("ArrowRight");
    expect(await widthOf()).toBe(400);
    const box = await (await page.$("#handle"))?.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 10, (box?.y ?? 0) + 300];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y);
    await page.mouse.up();
    expect(await widthOf()).toBe(520);
    expect(await text("#measure")).toBe("520 px");
  });

  test("shows a page that is wider than the desk whole, and smaller", async () => {
    await open({ hash: "view=html&panel=none&width=1280", width: 900 });
    await until(`${frameOf("html-host")} !== null`);
    expect(await widthOf()).toBe(1280);
    expect(await text("#measure")).toBe("1280 px at 67 %");
  });

  test.each(["light", "dark"] as const)("is light or dark as asked, on a %s screen", async (scheme) => {
    await open({ hash: "view=html&scheme=light", scheme });
    const ground = `getComputedStyle(${frameOf("html-host")}.contentDocument.body).backgroundColor`;
    await until(`${frameOf("html-host")} !== null`);
    expect(await page.evaluate(ground)).toBe("rgb(255, 255, 255)");
    await page.click("#html-dark");
    expect(await page.evaluate(ground)).toBe("rgb(16, 16, 16)");
    await page.click("#html-dark");
    expect(await page.evaluate(ground)).toBe("rgb(255, 255, 255)");
  });

  test("stays where it is when a link in it leads away", async () => {
    await open({ hash: "view=html&panel=none" });
    await until(`${frameOf("html-host")} !== null`);
    const prevented = await page.evaluate(
      `[...${frameOf("html-host")}.contentDocument.links].map((link) => { window.open = () => null; return !link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })) })`,
    );
    expect(prevented).toEqual([false, true]);
  });
});

test("the e-mail view asks for a dark message and one without images", async () => {
  await open({ hash: "view=email" });
  await page.click("#mail-dark");
  await page.click("#mail-bare");
  await until(`${frameOf("phone-host")}?.src.endsWith("view/email?v=1&dark=1&images=off")`);
  await until(`${frameOf("desktop-host")}?.src.endsWith("view/email?v=1&dark=1&images=off")`);
});

test("the address keeps how one looks", async () => {
  await open({ hash: "view=html&width=768" });
  await page.keyboard.press("3");
  await until("location.hash.includes('view=email') && location.hash.includes('width=768')");
  await page.reload();
  expect(await shownView()).toBe("email");
});

describe("the connection", () => {
  test("is looked for when it is lost, and found again", async () => {
    await open();
    server.loseConnection();
    await page.waitForSelector("[data-connection=stopped]");
    expect(await text("#status")).toBe("The preview has stopped. Trying to reach it again …");
    server.comeBack();
    await page.waitForSelector("[data-connection=open]");
    expect(await text("#status")).toBe("Up to date");
    faults.length = 0; // The browser says that it was refused.
  });

  test("of a build that takes its time is told of by a line", async () => {
    await open();
    const isSeen = (seen: 0 | 1) =>
      until(`getComputedStyle(document.querySelector(".progress")).opacity === "${seen}"`);
    await isSeen(0);
    server.say({ status: "building" });
    await isSeen(1);
    server.say({ status: "good" });
    await isSeen(0);
  });
});

describe("the theme", () => {
  test("shows what another browser tries, and what a colour became so that it can be read", async () => {
    await open({ hash: "panel=theme" });
    const tokens = server.state.tokens.map((token) =>
      token.name === "accent" ? { ...token, value: "#aa2200", isTried: true } : token,
    );
    server.say({ tokens });
    await page.waitForSelector(".token[data-tried]");
    expect(await page.$eval("#token-accent", (field) => (field as HTMLInputElement).value)).toBe("#aa2200");

    await page.click("#token-accent", { count: 3 });
    await page.keyboard.type("#ff8800");
    await expect.poll(() => server.posted.at(-1)).toBe('try {"accent":"#ff8800"}');
    await page.waitForSelector(".correction:not([hidden])");
    expect(await text(".correction")).toBe("Shown as #aa2200, so that it can be read.");
  });

  test("says why it was not written", async () => {
    await open({ hash: "panel=theme" });
    await page.click("[name=token-figures][value=grid]");
    await expect.poll(() => server.posted).toEqual(['try {"figures":"grid"}']);
    server.refuse("The brief sets this itself.");
    await page.click("#keep");
    await page.waitForSelector("#written:not(:empty)");
    expect(await text("#written")).toBe("The brief sets this itself.");
    expect(await page.$(".token[data-tried]")).not.toBeNull();
    faults.length = 0; // The browser says that it was refused.
  });
});
