import { readNameTree } from "../../pdf/name-tree.ts";
import { isDictionary, isReference, type PdfValue } from "../../pdf/pdf-value.ts";
import type { RuleGroup } from "../rule.ts";
import type { Subject } from "../subject.ts";

const ACTIONS = new Set("GoTo GoToR GoToE Thread URI Named SubmitForm".split(" "));
const NAMED = new Set(["NextPage", "PrevPage", "FirstPage", "LastPage"]);

/** What a file does by itself, and what can be switched on and off in it. */
export const BEHAVIOUR: RuleGroup = {
  name: "Scripts, forms and layers",
  mend: "Take scripts, forms that fill themselves and layers out of the document before it is saved for PDF/A.",
  rules: [
    {
      a: "6.5.1-1",
      asks: "There are no scripts, and no actions but going to places and addresses.",
      *judge(subject) {
        for (const { action, object } of actionsOf(subject)) {
          const kind = subject.file.resolve(action.get("S"));
          if (!(typeof kind === "string" && ACTIONS.has(kind)))
            yield { what: `there is an action “${String(kind)}”`, where: { object } };
        }
      },
    },
    {
      a: "6.5.1-2",
      asks: "Named actions turn pages alone.",
      *judge(subject) {
        for (const { action, object } of actionsOf(subject)) {
          const name = subject.file.resolve(action.get("N"));
          if (
            subject.file.resolve(action.get("S")) === "Named" &&
            !(typeof name === "string" && NAMED.has(name))
          )
            yield { what: `there is “${String(name)}”`, where: { object } };
        }
      },
    },
    {
      a: "6.5.2-1",
      asks: "The document does nothing when it is opened, saved or printed (AA).",
      *judge({ catalog }) {
        if (catalog.has("AA")) yield { what: "the catalogue has AA" };
      },
    },
    {
      a: "6.5.2-2",
      asks: "No page does anything when it is opened or closed (AA).",
      *judge({ pages }) {
        for (const [index, { own, object }] of pages.entries())
          if (own.has("AA")) yield { what: "the page has AA", where: { page: index + 1, object } };
      },
    },
    {
      a: "6.4.1-2",
      asks: "No field of a form does anything by itself (AA).",
      *judge({ file, catalog }) {
        for (const field of file.array(file.dictionary(catalog.get("AcroForm")).get("Fields")))
          if (file.dictionary(field).has("AA")) yield { what: "one has AA" };
      },
    },
    {
      a: "6.4.1-3",
      asks: "A form does not ask to be drawn anew (NeedAppearances).",
      *judge({ file, catalog }) {
        if (file.resolve(file.dictionary(catalog.get("AcroForm")).get("NeedAppearances")) === true)
          yield { what: "it does" };
      },
    },
    {
      a: "6.4.2-1",
      asks: "There is no form in XFA.",
      *judge({ file, catalog }) {
        if (file.dictionary(catalog.get("AcroForm")).has("XFA")) yield { what: "there is one" };
      },
    },
    {
      a: "6.4.2-2",
      asks: "The document need not be drawn anew (NeedsRendering).",
      *judge({ file, catalog }) {
        if (file.resolve(catalog.get("NeedsRendering")) === true) yield { what: "it says that it must" };
      },
    },
    {
      ua: "7.15-1",
      asks: "There is no form in XFA that builds itself.",
      *judge({ file, catalog }) {
        const xfa = file.resolve(file.dictionary(catalog.get("AcroForm")).get("XFA"));
        const packets = Array.isArray(xfa) ? xfa : [xfa];
        const texts = packets.map((packet) => Buffer.from(file.bytes(packet) ?? []).toString("latin1"));
        if (texts.some((text) => /<(?:\w+:)?dynamicRender[^>]*>\s*required/.test(text)))
          yield { what: "there is one" };
      },
    },
    {
      ua: "7.10-1",
      a: "6.9-1",
      asks: "Every setting of the layers has a name.",
      *judge(subject) {
        for (const setting of layerSettings(subject))
          if ((subject.text(setting, "Name") ?? "") === "") yield { what: "one has none" };
      },
    },
    {
      a: "6.9-2",
      asks: "The names of the settings of the layers differ.",
      *judge(subject) {
        const names = layerSettings(subject).map((setting) => subject.text(setting, "Name"));
        if (new Set(names).size < names.length) yield { what: "two are the same" };
      },
    },
    {
      a: "6.9-3",
      asks: "The order of the layers, where it is given, names all of them.",
      *judge(subject) {
        const { file, catalog } = subject;
        const all = file.array(file.dictionary(catalog.get("OCProperties")).get("OCGs"));
        for (const setting of layerSettings(subject)) {
          if (!setting.has("Order")) continue;
          const named = objectsIn(subject, setting.get("Order"));
          if (all.some((layer) => isReference(layer) && !named.has(layer.object)))
            yield { what: "it does not" };
        }
      },
    },
    {
      ua: "7.10-2",
      a: "6.9-4",
      asks: "Layers do not go on and off by themselves (AS).",
      *judge(subject) {
        for (const setting of layerSettings(subject))
          if (setting.has("AS")) yield { what: "a setting has AS" };
      },
    },
  ],
};

/** Every action of the file: those of dictionaries, and those that follow on them. */
function* actionsOf({ file, catalog, dictionaries }: Subject) {
  const seen = new Set<unknown>();
  const stack: { readonly value: PdfValue | undefined; readonly object: number }[] = [
    { value: catalog.get("OpenAction"), object: 0 },
    ...[...readNameTree(file, file.dictionary(catalog.get("Names")).get("JavaScript")).values()].map(
      (value) => ({
        ...{ value, object: 0 },
      }),
    ),
  ];
  for (const { object, dictionary } of dictionaries) {
    // `A` of an element of the structure holds attributes.
    if (dictionary.has("A") && !isElement(dictionary)) stack.push({ value: dictionary.get("A"), object });
    for (const value of file.dictionary(dictionary.get("AA")).values()) stack.push({ value, object });
  }
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const action = file.resolve(next.value);
    if (Array.isArray(action))
      for (const value of action.slice(0, 1000)) if (!seen.has(action)) stack.push({ ...next, value });
    if (seen.has(action)) continue;
    seen.add(action);
    if (!isDictionary(action) || !action.has("S")) continue;
    yield { action, object: next.object };
    stack.push({ ...next, value: action.get("Next") });
  }
}

const isElement = (dictionary: ReadonlyMap<string, PdfValue>): boolean =>
  dictionary.get("Type") === "StructElem" || (dictionary.has("S") && dictionary.has("P"));

/** The settings of the optional content (8.11.4.3). */
function layerSettings({ file, catalog }: Subject) {
  const layers = file.dictionary(catalog.get("OCProperties"));
  if (layers.size === 0) return [];
  return [layers.get("D"), ...file.array(layers.get("Configs"))].map((setting) => file.dictionary(setting));
}

function objectsIn({ file }: Subject, value: PdfValue | undefined): ReadonlySet<number> {
  const objects = new Set<number>();
  const stack: (PdfValue | undefined)[] = [value];
  for (let left = 10_000; stack.length > 0 && left > 0; left -= 1) {
    const next = stack.pop();
    if (isReference(next)) {
      if (objects.has(next.object)) continue;
      objects.add(next.object);
    }
    const resolved = file.resolve(next);
    if (Array.isArray(resolved)) for (const item of resolved) stack.push(item);
  }
  return objects;
}
