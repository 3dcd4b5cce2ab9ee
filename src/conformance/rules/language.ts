import type { StructureElement } from "../../pdf/read-structure.ts";
import type { Fault, FaultPlace, Rule, RuleGroup } from "../rule.ts";
import type { Subject } from "../subject.ts";

/** A tag of RFC 3066 (ISO 32000-1, 14.9.2). */
const TAG = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;

/** In what language a file is read aloud. */
export const LANGUAGE: RuleGroup = {
  name: "Language",
  mend: "Give the document a language, such as en-GB, in its properties.",
  rules: [
    {
      ua: "7.2-29",
      a: "6.7.4-1",
      asks: "Languages are given as tags, such as “en-GB”.",
      judge: (subject) => wrongTags(subject),
    },
    {
      ua: "7.2-34",
      asks: "The language of all text can be told, from the document or from the elements around it.",
      judge: (subject) =>
        hasLanguage(subject)
          ? []
          : (subject.structure?.elements ?? [])
              .filter(
                (element) =>
                  element.kids.some(({ kind }) => kind === "content") && !isInLanguage(subject, element),
              )
              .map((element) => ({ what: "it cannot be told", where: { element: subject.pathOf(element) } })),
    },
    {
      ua: "7.2-2",
      asks: "The language of bookmarks can be told.",
      *judge(subject) {
        const outlines = subject.file.dictionary(subject.catalog.get("Outlines"));
        if (!hasLanguage(subject) && outlines.has("First")) yield { what: "the document has none" };
      },
    },
    ofEntry("7.2-21", "ActualText", "texts in place of content"),
    ofEntry("7.2-22", "Alt", "alternatives"),
    ofEntry("7.2-23", "E", "expanded abbreviations"),
    {
      ua: "7.2-24",
      asks: "The language of what annotations say can be told.",
      judge: (subject) =>
        hasLanguage(subject)
          ? []
          : subject.annotations
              .filter(({ dictionary }) => dictionary.has("Contents"))
              .map(({ page, object }) => ({ what: "the document has none", where: { page, object } })),
    },
    {
      ua: "7.2-33",
      asks: "The language of the metadata can be told.",
      *judge(subject) {
        const title = subject.xmp?.properties.find(({ name }) => name === "title");
        if (title !== undefined && !hasLanguage(subject)) yield { what: "the document has none" };
      },
    },
  ],
};

function wrongTags(subject: Subject): readonly Fault[] {
  const { catalog, structure, content } = subject;
  const said: { readonly text: string | undefined; readonly where: FaultPlace }[] = [
    { text: subject.text(catalog, "Lang"), where: {} },
    ...(structure?.elements ?? []).flatMap((element) =>
      element.dictionary.has("Lang")
        ? [{ text: subject.text(element.dictionary, "Lang"), where: { element: subject.pathOf(element) } }]
        : [],
    ),
    ...content.languages,
  ];
  return said.flatMap(({ text, where }) =>
    text === undefined || text === "" || TAG.test(text)
      ? []
      : [{ what: `“${text.slice(0, 40)}” is none`, where }],
  );
}

function ofEntry(ua: string, key: string, what: string): Rule {
  return {
    ua,
    asks: `The language of ${what} can be told.`,
    judge: (subject) =>
      hasLanguage(subject)
        ? []
        : (subject.structure?.elements ?? [])
            .filter((element) => element.dictionary.has(key) && !isInLanguage(subject, element))
            .map((element) => ({ what: "it cannot", where: { element: subject.pathOf(element) } })),
  };
}

const hasLanguage = (subject: Subject): boolean => (subject.text(subject.catalog, "Lang") ?? "") !== "";

function isInLanguage(subject: Subject, element: StructureElement): boolean {
  let next: StructureElement | undefined = element;
  while (next !== undefined && (subject.text(next.dictionary, "Lang") ?? "") === "") next = next.parent;
  return next !== undefined;
}
