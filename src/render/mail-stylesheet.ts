import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { placesOf } from "../diagnostics/text-position.ts";
import { type Declaration, parseStylesheet, type StyleBlock } from "./parse-stylesheet.ts";
import type { TemplateFile } from "./template-set.ts";

/** email.css, worked out for programs that know neither custom properties nor, some of them, a style element. */
export interface MailStylesheet {
  /** Plain rules, to be written into the elements. */
  readonly inlined: string;
  /** What `body` gets, which is no part of the markup. */
  readonly body: readonly Declaration[];
  /** The custom properties for light screens, by name. */
  readonly properties: ReadonlyMap<string, string>;
  /** What `.ground` gets, the cell around the message. */
  readonly ground: readonly Declaration[];
  /** Rules that only a style element can hold, one style sheet each, because a program that stumbles over one drops it whole. */
  readonly kept: readonly string[];
}

/**
 * Works out email.css, with the custom properties of `themeCss` before its own and the rules of `extras` after them. Custom properties stand in `:root` and, for dark screens, once more in a `prefers-color-scheme: dark`
 * block; every rule that reads one that differs there gets its dark form from this, for programs that follow the reader’s
 * scheme and for those of Outlook that mark what they recolour with `data-ogsc` and `data-ogsb`.
 */
export function readMailStylesheet(
  sheet: TemplateFile,
  themeCss = "",
  extras: readonly TemplateFile[] = [],
): Outcome<MailStylesheet> {
  const sheets = [{ file: sheet.file, text: themeCss }, sheet, ...extras];
  const parsed = sheets.map(parseStylesheet);
  const faults = parsed.flatMap(({ diagnostics }) => diagnostics);
  if (faults.length > 0) return failure(faults);
  const blocksOf = parsed.map((blocks) => (blocks.ok ? blocks.value : []));
  const blocks = blocksOf.flat();
  const light = propertiesOf(blocks);
  const dark = new Map([...light, ...propertiesOf(blocks.filter(isDark).flatMap(({ blocks }) => blocks))]);
  const unknown = new Map<string, Declaration>();
  const fill = (block: StyleBlock, values: ReadonlyMap<string, string>): Declaration[] =>
    block.declarations.map((declaration) => ({
      ...declaration,
      value: fillIn(declaration.value, values, (name) => unknown.set(name, declaration)),
    }));

  const rules = blocks.filter(({ prelude }) => !prelude.startsWith("@") && prelude !== ":root");
  const plain = rules.filter(({ prelude }) => !ONLY_IN_SHEET.test(prelude));
  const dimmed = rules.flatMap((rule) => {
    const before = fill(rule, light);
    const after = fill(rule, dark).filter(({ value }, index) => value !== before[index]?.value);
    return after.length === 0 ? [] : [{ selector: rule.prelude, declarations: after.map(important) }];
  });
  const inBlocks = (isWanted: (block: StyleBlock) => boolean, values: ReadonlyMap<string, string>) =>
    blocks
      .filter((block) => block.prelude.startsWith("@") && isWanted(block))
      .map((block) => {
        const inner = block.blocks.filter(({ prelude }) => prelude !== ":root");
        return inner.map((rule) => ruleText(rule.prelude, fill(rule, values))).join("");
      });

  const narrow = blocks
    .filter((block) => block.prelude.startsWith("@") && !isDark(block))
    .map(
      ({ prelude, blocks: inner }) =>
        `${prelude}{${inner.map((rule) => ruleText(rule.prelude, fill(rule, light))).join("")}}`,
    );
  const darkRules = [
    ...dimmed.map(({ selector, declarations }) => ruleText(selector, declarations)),
    ...inBlocks(isDark, dark),
  ].join("");
  const marked = dimmed.flatMap(({ selector, declarations }) => [
    ruleText(
      prefixed("[data-ogsc]", selector),
      declarations.filter(({ name }) => !GROUND.test(name)),
    ),
    ruleText(
      prefixed("[data-ogsb]", selector),
      declarations.filter(({ name }) => GROUND.test(name)),
    ),
  ]);
  const sheetOnly = rules
    .filter(({ prelude }) => ONLY_IN_SHEET.test(prelude))
    .map((rule) => ruleText(rule.prelude, fill(rule, light)));
  const inlined = plain.map((rule) => ruleText(rule.prelude, fill(rule, light))).join("\n");
  const declarationsOf = (selector: string) =>
    plain.filter(({ prelude }) => prelude === selector).flatMap((rule) => fill(rule, light));
  const outer = { body: declarationsOf("body"), ground: declarationsOf(".ground") };

  if (unknown.size > 0) {
    return failure(
      [...unknown].map(([name, declaration]) => {
        const { file, text } = sheets[blocksOf.findIndex((blocks) => hasIn(blocks, declaration))] ?? sheet;
        const where = placesOf(file, text)(declaration.offset);
        return diagnose("template-style", { what: `var(${name}), which :root does not set` }, where);
      }),
    );
  }
  const kept = [
    sheetOnly.join(""),
    narrow.join(""),
    darkRules === "" ? "" : `${DARK}{${darkRules}}`,
    marked.join(""),
  ];
  return success({ inlined, ...outer, properties: light, kept: kept.filter((css) => css !== "") });
}

const hasIn = (blocks: readonly StyleBlock[], declaration: Declaration): boolean =>
  blocks.some((block) => block.declarations.includes(declaration) || hasIn(block.blocks, declaration));

const DARK = "@media (prefers-color-scheme:dark)";

/** Selectors that no element’s own style can stand for. */
const ONLY_IN_SHEET = /:(?:hover|active|focus|visited)|::|\[data-ogs[cb]\]/;

/** Properties that paint a ground, which Outlook marks apart from other colours. */
const GROUND = /^background/;

const isDark = ({ prelude }: StyleBlock): boolean =>
  /^@media\b[^,]*\(\s*prefers-color-scheme\s*:\s*dark\s*\)/i.test(prelude);

/** The custom properties that the `:root` rules among `blocks` set. */
function propertiesOf(blocks: readonly StyleBlock[]): Map<string, string> {
  const declarations = blocks
    .filter(({ prelude }) => prelude === ":root")
    .flatMap((block) => block.declarations);
  return new Map(declarations.map(({ name, value }) => [name, value]));
}

const VARIABLE = /var\(\s*(--[\w-]+)\s*\)/g;

/** The value with every custom property in its place; one may read others, a few deep. */
function fillIn(
  value: string,
  values: ReadonlyMap<string, string>,
  onUnknown: (name: string) => void,
  depth = 0,
): string {
  if (!value.includes("var(")) return value;
  const filled = value.replace(VARIABLE, (whole, name: string) => {
    const found = values.get(name);
    if (found === undefined) onUnknown(name);
    return found ?? whole;
  });
  return filled === value || depth > 8 ? filled : fillIn(filled, values, onUnknown, depth + 1);
}

const important = (declaration: Declaration): Declaration => ({
  ...declaration,
  value: /!\s*important$/i.test(declaration.value) ? declaration.value : `${declaration.value}!important`,
});

const prefixed = (mark: string, selector: string): string =>
  selector
    .split(",")
    .map((single) => `${mark} ${single.trim()}`)
    .join(",");

function ruleText(selector: string, declarations: readonly Declaration[]): string {
  if (declarations.length === 0) return "";
  return `${selector}{${declarations.map(({ name, value }) => `${name}:${value.replace(/\s*!\s*important$/i, "!important")}`).join(";")}}`;
}
