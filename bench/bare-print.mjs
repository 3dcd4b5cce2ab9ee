// What anybody would write first: launch, one new page a document, wait for load, print, close. The yardstick of the benchmark.
// usage: node bench/bare-print.mjs BROWSER.json OUT_FOLDER PAGE.html [PAGE.html…]
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import puppeteer from "puppeteer-core";

const [browserFile, out, ...pages] = process.argv.slice(2);
const { executablePath, env, args } = JSON.parse(await readFile(browserFile, "utf8"));
const browser = await puppeteer.launch({
  executablePath,
  args,
  env: { ...process.env, ...env },
  headless: "shell",
});
for (const file of pages) {
  const page = await browser.newPage();
  await page.setContent(await readFile(file, "utf8"), { waitUntil: "load" });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await writeFile(path.join(out, `${path.basename(file, ".html")}.pdf`), pdf);
  await page.close();
}
await browser.close();
