import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkTemplates, type TemplateGroup, type TemplateUse } from "../../src/render/check-templates.ts";
import { MAIL_SHAPE } from "../../src/render/checks/mail-shape.ts";
import type { ProjectHelper } from "../../src/render/project-helpers.ts";

/** One template with its partials, and what is expected of it. */
export interface TemplateCase {
  readonly name: string;
  readonly use: TemplateUse;
  readonly group: TemplateGroup;
  /** Codes with their places, and suggestions. */
  readonly expected: readonly string[];
}

/** A helper that a project may have. */
const shout: ProjectHelper = {
  name: "shout",
  takes: ["text"],
  gives: "text",
  run: (words) => String(words).toUpperCase(),
};

/** The cases in every .hbs file of a folder beside this file. */
export function templateCases(folder: string): TemplateCase[] {
  const absolute = path.join(import.meta.dirname, folder);
  return readdirSync(absolute)
    .sort()
    .flatMap((file) => casesIn(readFileSync(path.join(absolute, file), "utf8")));
}

function casesIn(text: string): TemplateCase[] {
  return text
    .split(/^(?=\{\{!-- case: )/m)
    .slice(1)
    .map((written) => {
      const heads = [...written.matchAll(/^\{\{!-- (case|expect|in): (.*) --\}\}\n/gm)];
      const of = (key: string) => heads.filter(([, name]) => name === key).map(([, , value = ""]) => value);
      const [page = "", ...partials] = written
        .replace(/^\{\{!-- (?:case|expect|in): .*\n/gm, "")
        .split(/^(?=\{\{!-- partial: )/m);
      const named = partials.map((partial) => {
        const [head = "", ...lines] = partial.split("\n");
        const name = /partial: (\S+)/.exec(head)?.[1] ?? "";
        return [name, { file: name, text: lines.join("\n") }] as const;
      });
      return {
        name: of("case")[0] ?? "",
        use: useFor(of("in")[0]),
        group: { root: { file: "page", text: page }, partials: new Map(named) },
        expected: of("expect"),
      };
    });
}

function useFor(format: string | undefined): TemplateUse {
  const audiences = ["all", "c-level", "marketing"];
  const use = { helpers: [shout], audiences, output: format === "text" ? "text" : "html" } as const;
  return format === "email" ? { ...use, shape: MAIL_SHAPE } : use;
}

/** What is found in a case, written as its expectations are. */
export function findingsIn({ group, use }: TemplateCase): string[] {
  return checkTemplates(group, use).faults.map(({ code, where, hint = "" }) => {
    const file = where?.file === "page" ? "" : `${where?.file}:`;
    const meant = /^Did you mean (“.*”)\?$/.exec(hint)?.[1];
    return [code, `${file}${where?.line}:${where?.column}`, ...(meant === undefined ? [] : [meant])].join(
      " ",
    );
  });
}
