import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, diagnose, formatDiagnostic } from "../../index.ts";
import { askForTitle } from "../ask-for-title.ts";
import type { Context } from "../context.ts";
import { EXIT, exitCodeFor } from "../exit-code.ts";
import { explainWriteError } from "../explain-write-error.ts";
import { shownPath } from "../shown-path.ts";
import { STARTER_TITLE, starterBrief } from "../starter-brief.ts";

/** `brief new`: writes a short brief to write over. */
export async function create(file: string, { terminal }: Context): Promise<number> {
  const { folder, out, err } = terminal;
  const given = path.extname(file) === "" ? `${file}.yaml` : file;
  const absolute = path.resolve(folder, given);
  const shown = shownPath(folder, absolute);
  if (!/\.ya?ml$/i.test(given)) {
    const suggestion = `${given.slice(0, -path.extname(given).length)}.yaml`;
    return refuse(diagnose("new-file-not-yaml", { path: given, suggestion }));
  }

  const title = terminal.canAsk ? await askForTitle(STARTER_TITLE) : STARTER_TITLE;
  if (title === undefined) return EXIT.interrupted;
  const date = localDay(new Date(terminal.now()));
  const fault = await writeNew(
    absolute,
    shown,
    starterBrief({ title, date, schemaComment: schemaComment(absolute) }),
  );
  if (fault !== undefined) return refuse(fault);
  out.write(`${out.colors.green("✓")} Wrote ${shown}, a short brief to write over.\n`);
  const quoted = /\s/.test(shown) ? `"${shown}"` : shown;
  out.write(`  See what is left to write with: ${out.colors.cyan(`brief check ${quoted}`)}\n`);
  out.write(`  Turn it into pages with:        ${out.colors.cyan(`brief build ${quoted}`)}\n`);
  return EXIT.done;

  function refuse(diagnostic: Diagnostic): number {
    err.write(`${formatDiagnostic(diagnostic, err.colors)}\n`);
    return exitCodeFor([diagnostic]);
  }
}

/** The flag `wx` makes looking and writing one step, so that no file is ever overwritten. */
async function writeNew(absolute: string, shown: string, text: string): Promise<Diagnostic | undefined> {
  try {
    await mkdir(path.dirname(absolute), { recursive: true });
    await writeFile(absolute, text, { flag: "wx" });
    return undefined;
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST" && "path" in error;
    return isThere && error.path === absolute
      ? diagnose("new-file-exists", { path: shown })
      : diagnose("output-not-writable", { path: shown, reason: explainWriteError(error) });
  }
}

/** Editors find the schema of an Execbrief that is installed in the project; another’s must be written first. */
function schemaComment(file: string): string {
  const schema = fileURLToPath(new URL("../../../schema/brief.schema.json", import.meta.url));
  const inModules = schema.lastIndexOf(`${path.sep}node_modules${path.sep}`);
  const project = inModules === -1 ? path.resolve(schema, "../..") : schema.slice(0, inModules);
  const relative = path.relative(path.dirname(file), schema).split(path.sep).join("/");
  return file.startsWith(project + path.sep)
    ? `# yaml-language-server: $schema=${relative}`
    : "# For help in your editor run “brief schema --out brief.schema.json”, and make this line:\n" +
        "#   yaml-language-server: $schema=brief.schema.json";
}

/** The day where the author is, which at night is not the day in Greenwich. */
function localDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
