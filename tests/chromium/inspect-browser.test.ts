import { describe, expect, it } from "vitest";
import { inspectBrowser } from "../../src/chromium/inspect-browser.ts";
import { testSurroundings } from "../support/surroundings.ts";

describe("Inspecting the browser", () => {
  it("really launches it, prints a page and tells which browser it is", async () => {
    const outcome = await inspectBrowser({ surroundings: testSurroundings() });
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        version: expect.stringMatching(/\d+\.\d+/),
        launchMs: expect.any(Number),
        pdfBytes: expect.any(Number),
        choice: { executablePath: expect.any(String) },
      },
    });
  });

  it("reports a browser that is not there", async () => {
    const outcome = await inspectBrowser({ surroundings: testSurroundings(), browser: "/nowhere/chrome" });
    expect(outcome).toMatchObject({ ok: false, diagnostics: [{ code: "browser-named-missing" }] });
  });
});
