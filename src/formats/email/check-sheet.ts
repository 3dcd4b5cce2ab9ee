import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { placesOf } from "../../diagnostics/text-position.ts";
import { parseStylesheet, type StyleBlock } from "../../render/parse-stylesheet.ts";
import type { TemplateFile } from "../../render/template-set.ts";
import { GRACEFUL, isUnsupported, type MailPolicy } from "./check-support.ts";
import { usedFeatures } from "./used-features.ts";

/**
 * Finds what a style sheet of messages uses that one of the programs of `policy` does not know, at its place. `properties`
 * are the custom properties in whose place their values are written.
 */
export function checkSheet(
  sheet: TemplateFile,
  properties: ReadonlyMap<string, string>,
  policy: MailPolicy,
): Diagnostic[] {
  const blocks = parseStylesheet(sheet);
  if (!blocks.ok) return [];
  const placeAt = placesOf(sheet.file, sheet.text);
  const allowed = new Set([...GRACEFUL.keys(), ...policy.allow]);
  return declarationsIn(blocks.value).flatMap(({ name, value, offset }) => {
    const style = `${name}: ${filled(value, properties)}`;
    return featuresOf(style).flatMap((feature) => {
      if (allowed.has(feature)) return [];
      const clients = policy.clients.filter((client) => isUnsupported(feature, client));
      if (clients.length === 0) return [];
      return [
        diagnose("email-unsupported", { feature, clients, example: `${name}: ${value}` }, placeAt(offset)),
      ];
    });
  });
}

/** Every declaration that reaches a message; custom properties themselves do not. */
function declarationsIn(blocks: readonly StyleBlock[]): StyleBlock["declarations"][number][] {
  return blocks.flatMap(({ declarations, blocks: inner }) => [
    ...declarations.filter(({ name }) => !name.startsWith("--")),
    ...declarationsIn(inner),
  ]);
}

/** Properties, values, functions and units of one declaration, written into an element. */
function featuresOf(style: string): string[] {
  const tag = { name: "td", isEnd: false, attributes: new Map([["style", style]]), start: 0, end: 0 };
  return [...usedFeatures("", [tag]).keys()].filter((feature) => !OF_THE_ELEMENT.has(feature));
}

const OF_THE_ELEMENT: ReadonlySet<string> = new Set(["<td>", "style="]);

const filled = (value: string, properties: ReadonlyMap<string, string>): string =>
  value.replace(/var\(\s*(--[\w-]+)\s*\)/g, (_whole, name: string) => properties.get(name) ?? "");
