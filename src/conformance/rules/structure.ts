import type { StructureElement } from "../../pdf/read-structure.ts";
import { STANDARD_TYPES } from "../roles.ts";
import type { Fault, Rule, RuleGroup } from "../rule.ts";
import type { Subject } from "../subject.ts";

/** The structure as a whole: that it is there, and what its elements mean. */
export const STRUCTURE: RuleGroup = {
  name: "Structure",
  mend: "Tag the document in the program that it was written in, with headings, lists, tables and alternatives for pictures, and export it anew.",
  rules: [
    {
      ua: "6.2-1",
      a: "6.7.2.2-1",
      asks: "The catalogue says that the file is tagged (MarkInfo, Marked).",
      *judge({ file, catalog }) {
        if (file.resolve(file.dictionary(catalog.get("MarkInfo")).get("Marked")) !== true)
          yield { what: "it does not" };
      },
    },
    {
      ua: "7.1-11",
      a: "6.7.3.3-1",
      asks: "The file has a structure tree with at least one element.",
      *judge({ structure }) {
        if (structure === undefined) yield { what: "it has none" };
        else if (structure.elements.length === 0) yield { what: "it is empty" };
      },
    },
    {
      ua: "7.1-4",
      asks: "The structure is not marked as doubtful (Suspects).",
      *judge({ file, catalog }) {
        if (file.resolve(file.dictionary(catalog.get("MarkInfo")).get("Suspects")) === true)
          yield { what: "it is" };
      },
    },
    {
      ua: "7.1-5",
      a: "6.7.3.4-1",
      asks: "The role map says of every type that PDF 1.7 does not know which one it is like.",
      *judge({ structure, roles, pathOf }) {
        const told = new Set<string>();
        for (const element of structure?.elements ?? []) {
          if (roles.typeOf(element) !== undefined || told.has(element.type)) continue;
          told.add(element.type);
          yield { what: `“${element.type}” leads to none`, where: { element: pathOf(element) } };
        }
      },
    },
    {
      ua: "7.1-6",
      a: "6.7.3.4-2",
      asks: "The role map does not go in a circle.",
      *judge({ roles }) {
        for (const type of roles.map.keys())
          if (roles.isCircular(type)) yield { what: `“${type}” leads back to itself` };
      },
    },
    {
      ua: "7.1-7",
      a: "6.7.3.4-3",
      asks: "The role map does not change the meaning of the types of PDF 1.7.",
      *judge({ roles }) {
        for (const [type, role] of roles.map)
          if (STANDARD_TYPES.has(type) && role !== type) yield { what: `“${type}” is made a “${role}”` };
      },
    },
    {
      ua: "7.1-12",
      asks: "Every element leads to the one that it stands in (P).",
      *judge({ file, structure, pathOf }) {
        for (const element of structure?.elements ?? []) {
          const parent = file.resolve(element.dictionary.get("P"));
          if (parent !== (element.parent?.dictionary ?? structure?.root))
            yield { what: "it does not", where: { element: pathOf(element), object: element.object } };
        }
      },
    },
    {
      ua: "7.1-f",
      asks: "One Document element holds the structure.",
      isAdvice: true,
      *judge({ structure, roles }) {
        const [only, ...others] = structure?.top ?? [];
        if (only === undefined) return;
        if (others.length > 0) yield { what: `${others.length + 1} elements stand at the top` };
        else if (roles.typeOf(only) !== "Document") yield { what: `the one at the top is a ${only.type}` };
      },
    },
    described(
      { ua: "7.3-1", asks: "Every figure has an alternative in words (Alt or ActualText)." },
      "Figure",
    ),
    described(
      { ua: "7.7-1", asks: "Every formula has an alternative in words (Alt or ActualText)." },
      "Formula",
    ),
    {
      ua: "7.4.2-1",
      asks: "The first heading is of level 1, and no level is skipped on the way down.",
      *judge(subject) {
        let last = 0;
        for (const { element, level } of headings(subject)) {
          if (level > last + 1) {
            const what = last === 0 ? `the first is H${level}` : `H${level} follows H${last}`;
            yield { what, where: { element: subject.pathOf(element) } };
          }
          last = level;
        }
      },
    },
    {
      ua: "7.4.4-1",
      asks: "No element holds more than one heading without a level (H).",
      judge: (subject) =>
        where(subject, (element) =>
          subject.roles.kidTypesOf(element).filter((type) => type === "H").length > 1
            ? "it holds several"
            : undefined,
        ),
    },
    {
      ua: "7.4.4-2",
      asks: "A file has headings with levels (H1) or without (H), not both.",
      *judge(subject) {
        const plain = subject.structure?.elements.find((element) => subject.roles.typeOf(element) === "H");
        if (plain && headings(subject).length > 0)
          yield { what: "it has both", where: { element: subject.pathOf(plain) } };
      },
    },
    {
      ua: "7.9-1",
      asks: "Every note has an ID.",
      judge: (subject) =>
        where(subject, (element) =>
          subject.roles.typeOf(element) === "Note" && (subject.text(element.dictionary, "ID") ?? "") === ""
            ? "it has none"
            : undefined,
        ),
    },
    {
      ua: "7.9-2",
      asks: "The IDs of notes differ.",
      judge(subject) {
        const seen = new Set<string>();
        return where(subject, (element) => {
          const id =
            subject.roles.typeOf(element) === "Note" ? subject.text(element.dictionary, "ID") : undefined;
          if (id === undefined || id === "") return undefined;
          if (seen.has(id)) return `“${id}” stands twice`;
          seen.add(id);
          return undefined;
        });
      },
    },
  ],
};

function headings({ structure, roles }: Subject): readonly { element: StructureElement; level: number }[] {
  return (structure?.elements ?? []).flatMap((element) => {
    const level = /^H([1-6])$/.exec(roles.typeOf(element) ?? "")?.[1];
    return level === undefined ? [] : [{ element, level: Number(level) }];
  });
}

function described(asked: Pick<Rule, "ua" | "asks">, type: string): Rule {
  return {
    ...asked,
    judge: (subject) =>
      where(subject, (element) => {
        if (subject.roles.typeOf(element) !== type) return undefined;
        const texts = ["Alt", "ActualText"].map((key) => subject.text(element.dictionary, key)?.trim() ?? "");
        return texts.some((text) => text !== "") ? undefined : "it has none";
      }),
  };
}

function where(subject: Subject, judge: (element: StructureElement) => string | undefined): readonly Fault[] {
  return (subject.structure?.elements ?? []).flatMap((element) => {
    const what = judge(element);
    return what === undefined ? [] : [{ what, where: { element: subject.pathOf(element) } }];
  });
}
