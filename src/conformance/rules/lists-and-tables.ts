import type { StructureElement } from "../../pdf/read-structure.ts";
import type { Fault, Rule, RuleGroup } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { cellsOf, rowsOf, unheadedCells, unknownHeaders } from "../table.ts";

/** What stands in lists, tables and tables of contents, and where (ISO 32000-1, 14.8.4.3). */
export const LISTS_AND_TABLES: RuleGroup = {
  name: "Lists and tables",
  mend: "Build lists and tables with the functions of the program that the document was written in, with header cells that say what they head.",
  rules: [
    inside("7.2-4", "TR", ["Table", "THead", "TBody", "TFoot"]),
    inside("7.2-5", "THead", ["Table"]),
    inside("7.2-6", "TBody", ["Table"]),
    inside("7.2-7", "TFoot", ["Table"]),
    inside("7.2-8", "TH", ["TR"]),
    inside("7.2-9", "TD", ["TR"]),
    inside("7.2-17", "LI", ["L"]),
    inside("7.2-18", "LBody", ["LI"]),
    inside("7.2-26", "TOCI", ["TOC"]),
    holding("7.2-3", "Table", ["TR", "THead", "TBody", "TFoot", "Caption"]),
    holding("7.2-10", "TR", ["TH", "TD"]),
    holding("7.2-36", "THead", ["TR"]),
    holding("7.2-37", "TBody", ["TR"]),
    holding("7.2-38", "TFoot", ["TR"]),
    holding("7.2-19", "L", ["L", "LI", "Caption"]),
    holding("7.2-20", "LI", ["Lbl", "LBody"]),
    holding("7.2-27", "TOC", ["TOC", "TOCI", "Caption"]),
    atMostOnce("7.2-11", "Table", "THead"),
    atMostOnce("7.2-12", "Table", "TFoot"),
    atMostOnce("7.2-39", "Table", "Caption"),
    {
      ua: "7.2-16",
      asks: "The caption of a table is its first or its last part.",
      judge: (subject) =>
        each(subject, "Table", (element) => {
          const at = subject.roles.kidTypesOf(element).indexOf("Caption");
          return at <= 0 || at === subject.roles.kidTypesOf(element).length - 1
            ? undefined
            : "it stands between others";
        }),
    },
    captionFirst("7.2-40", "L"),
    captionFirst("7.2-28", "TOC"),
    {
      ua: "7.2-14",
      asks: "A table with a head or a foot has a body.",
      judge: (subject) =>
        each(subject, "Table", (element) => {
          const types = subject.roles.kidTypesOf(element);
          const needsBody = types.includes("THead") || types.includes("TFoot");
          return needsBody && !types.includes("TBody") ? "it has none" : undefined;
        }),
    },
    {
      ua: "7.2-15",
      asks: "No two cells of a table lie on each other.",
      judge: (subject) =>
        each(subject, "Table", (element) => (cellsOf(subject, element).overlaps > 0 ? "some do" : undefined)),
    },
    {
      ua: "7.2-42",
      asks: "All rows of a table have as many columns.",
      judge: (subject) =>
        each(subject, "Table", (element) => {
          const widths = [...new Set(cellsOf(subject, element).widths)];
          return widths.length > 1 ? `its rows have ${widths.join(" and ")}` : undefined;
        }),
    },
    {
      ua: "7.5-1",
      asks: "It can be told which header cells a table’s cells have: by Scope, or by Headers.",
      judge: (subject) =>
        each(subject, "Table", (element) => {
          const unheaded = unheadedCells(subject, element);
          return unheaded === 0 ? undefined : `it cannot for ${unheaded} of its cells`;
        }),
    },
    {
      ua: "7.5-2",
      asks: "The header cells that a cell names are there.",
      judge: (subject) =>
        each(subject, "Table", (element) => {
          const [unknown] = unknownHeaders(subject, element);
          return unknown === undefined ? undefined : `there is no “${unknown}”`;
        }),
    },
    {
      ua: "7.2-a",
      asks: "A table has rows, and a list has items.",
      isAdvice: true,
      judge: (subject) => [
        ...each(subject, "Table", (element) =>
          rowsOf(subject, element).length === 0 ? "it has none" : undefined,
        ),
        ...each(subject, "L", (element) =>
          subject.roles.kidsOf(element).length === 0 ? "it has none" : undefined,
        ),
      ],
    },
  ],
};

/** As the letters are read aloud. */
function article(type: string): string {
  return type.startsWith("L") ? "An" : "A";
}

function inside(ua: string, type: string, parents: readonly string[]): Rule {
  return {
    ua,
    asks: `${article(type)} ${type} stands in a ${parents.join(", ").replace(/, (\w+)$/, " or $1")}.`,
    judge: (subject) =>
      each(subject, type, (element) => {
        const { roles } = subject;
        const parent = roles.parentOf(element);
        const found = parent && roles.typeOf(parent);
        return found !== undefined && parents.includes(found)
          ? undefined
          : `it stands in ${found ?? "nothing"}`;
      }),
  };
}

function holding(ua: string, type: string, kids: readonly string[]): Rule {
  return {
    ua,
    asks: `${article(type)} ${type} holds ${kids.join(", ").replace(/, (\w+)$/, " and $1")} alone.`,
    judge: (subject) =>
      each(subject, type, (element) => {
        const other = subject.roles
          .kidTypesOf(element)
          .find((kid) => kid === undefined || !kids.includes(kid));
        return subject.roles.kidTypesOf(element).every((kid) => kid !== undefined && kids.includes(kid))
          ? undefined
          : `it holds a ${other ?? "type without a meaning"}`;
      }),
  };
}

function atMostOnce(ua: string, type: string, kid: string): Rule {
  return {
    ua,
    asks: `${article(type)} ${type} has at most one ${kid}.`,
    judge: (subject) =>
      each(subject, type, (element) => {
        const count = subject.roles.kidTypesOf(element).filter((found) => found === kid).length;
        return count > 1 ? `it has ${count}` : undefined;
      }),
  };
}

function captionFirst(ua: string, type: string): Rule {
  return {
    ua,
    asks: `The caption of ${article(type).toLowerCase()} ${type} is its first part.`,
    judge: (subject) =>
      each(subject, type, (element) =>
        subject.roles.kidTypesOf(element).lastIndexOf("Caption") > 0 ? "it stands behind others" : undefined,
      ),
  };
}

function each(
  subject: Subject,
  type: string,
  judge: (element: StructureElement) => string | undefined,
): readonly Fault[] {
  return (subject.structure?.elements ?? []).flatMap((element) => {
    if (subject.roles.typeOf(element) !== type) return [];
    const what = judge(element);
    return what === undefined ? [] : [{ what, where: { element: subject.pathOf(element) } }];
  });
}
