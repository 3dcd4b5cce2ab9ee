import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { type BrowserChoice, type BrowserKind, plainChoice } from "./browser-choice.ts";
import { findCommand, isExecutable } from "./executable.ts";
import type { Surroundings } from "./surroundings.ts";

/** The variables that may name a browser; the first that is set wins. The last two are known from Puppeteer and Lighthouse. */
const VARIABLES = ["EXECBRIEF_BROWSER", "PUPPETEER_EXECUTABLE_PATH", "CHROME_PATH"] as const;

/** The browser that the option or the environment names; undefined when nothing is named, a failure when it is not there. */
export async function namedBrowser(
  surroundings: Surroundings,
  browser: string | undefined,
): Promise<Outcome<BrowserChoice> | undefined> {
  const variable = VARIABLES.find((name) => surroundings.env[name]);
  const [path, namedBy] = browser
    ? [browser, "--browser"]
    : [variable && surroundings.env[variable], variable];
  if (!path || !namedBy) return undefined;
  const isCommand = !/[\\/]/.test(path);
  const executablePath = (isCommand ? await findCommand(path, surroundings) : undefined) ?? resolve(path);
  if (await isExecutable(executablePath)) {
    return success(plainChoice(executablePath, kindOf(executablePath), "named"));
  }
  const reason = await reasonAgainst(executablePath);
  return failure([diagnose("browser-named-missing", { path, namedBy, reason })]);
}

function kindOf(path: string): BrowserKind {
  const name = path.toLowerCase();
  if (/headless[-_]shell/.test(name)) return "headless-shell";
  if (/edge/.test(name)) return "edge";
  return /chromium/.test(name) ? "chromium" : "chrome";
}

async function reasonAgainst(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return "does not exist";
  return found.isDirectory() ? "is a folder, not a program" : "is not a program that may be run";
}
