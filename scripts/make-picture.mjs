// npm run picture: draws docs/images/deepseek.png, the page that the README shows.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import puppeteer from "puppeteer-core";
import { findBrowser } from "../dist/chromium/find-browser.js";
import { buildBrief, surroundingsOfProcess } from "../dist/index.js";

const root = path.resolve(import.meta.dirname, "..");
const found = await findBrowser({ surroundings: surroundingsOfProcess() });
const { editions } = await buildBrief(path.join(root, "briefs/deepseek.yaml"), {
  folder: root,
  audiences: ["all"],
});
const html = editions[0]?.artifacts.find(({ format }) => format === "html");
if (!found.ok || html === undefined) throw new Error("The bundled brief cannot be drawn.");

const { executablePath, env, args } = found.value;
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await puppeteer.launch({
  executablePath,
  headless: "shell",
  env: { ...process.env, ...env },
  args: [...args, ...sandbox, "--font-render-hinting=none"],
});
const page = await browser.newPage();
await page.setViewport({ width: 794, height: 1123, deviceScaleFactor: 1.5 });
await page.emulateMediaType("print");
await page.setContent(new TextDecoder().decode(html.bytes), { waitUntil: "load" });
const picture = await page.screenshot({ type: "png" });
await browser.close();
await mkdir(path.join(root, "docs/images"), { recursive: true });
await writeFile(path.join(root, "docs/images/deepseek.png"), picture);
