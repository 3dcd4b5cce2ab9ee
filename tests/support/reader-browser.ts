import puppeteer, { type Browser } from "puppeteer-core";
import { findBrowser } from "../../src/chromium/find-browser.ts";
import { testSurroundings } from "./surroundings.ts";

/** A browser as a reader has it: scripts run, the network works, nothing is fenced. */
export async function openReaderBrowser(): Promise<Browser> {
  const surroundings = testSurroundings();
  const found = await findBrowser({ surroundings });
  if (!found.ok) throw new Error(found.diagnostics.map(({ message }) => message).join("\n"));
  const { executablePath, env, args } = found.value;
  const isRoot = process.getuid?.() === 0;
  return puppeteer.launch({
    executablePath,
    headless: "shell",
    env: { ...process.env, ...env },
    args: [...args, ...(isRoot ? ["--no-sandbox"] : [])],
  });
}
