import { isDictionary, isStream } from "../../pdf/pdf-value.ts";
import type { Annotation } from "../annotations.ts";
import { elementOf } from "../parent-tree.ts";
import type { Rule, RuleGroup } from "../rule.ts";
import type { Subject } from "../subject.ts";

const KINDS = new Set(
  (
    "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup " +
    "FileAttachment Widget PrinterMark TrapNet Watermark Redact"
  ).split(" "),
);
/** Annotations that have a place of their own in the structure, or none. */
const APART = new Set(["Widget", "Popup", "Link", "PrinterMark", "TrapNet"]);

/** Bits of the flags (ISO 32000-1, table 165). */
const INVISIBLE = 1;
const HIDDEN = 2;
const PRINT = 4;
const NO_ZOOM = 8;
const NO_ROTATE = 16;
const NO_VIEW = 32;
const TOGGLE_NO_VIEW = 256;

/** Links and what else lies on the pages. */
export const ANNOTATIONS: RuleGroup = {
  name: "Links, notes and form fields",
  mend: "Give links words of their own, and have them made with the document’s tags; leave out moving pictures and hidden notes.",
  rules: [
    annotationRule(
      { a: "6.3.1-1", asks: "Annotations are of the kinds that an archive can show." },
      ({ kind }) => (KINDS.has(kind) ? undefined : `is of the kind “${kind}”`),
    ),
    annotationRule({ a: "6.3.2-1", asks: "Annotations have flags (F)." }, ({ kind, flags }) =>
      kind === "Popup" || flags !== undefined ? undefined : "has none",
    ),
    annotationRule({ a: "6.3.2-2", asks: "Annotations are printed, and never hidden." }, ({ flags }) => {
      if (flags === undefined) return undefined;
      if ((flags & PRINT) === 0) return "is not printed";
      return (flags & (INVISIBLE | HIDDEN | NO_VIEW | TOGGLE_NO_VIEW)) === 0 ? undefined : "is hidden";
    }),
    annotationRule(
      { a: "6.3.2-3", asks: "Notes keep their size and turn when the page is zoomed or turned." },
      ({ kind, flags = 0 }) =>
        kind !== "Text" || (flags & (NO_ZOOM | NO_ROTATE)) === (NO_ZOOM | NO_ROTATE) ? undefined : "does not",
    ),
    annotationRule(
      { a: "6.3.3-1", asks: "Annotations other than links say how they look (AP)." },
      (annotation, { file }) => {
        const { kind, dictionary } = annotation;
        const [left, bottom, right, top] = file
          .array(dictionary.get("Rect"))
          .map((corner) => file.resolve(corner));
        const isEmpty = left === right && bottom === top;
        return isEmpty || kind === "Popup" || kind === "Link" || dictionary.has("AP")
          ? undefined
          : "does not";
      },
    ),
    annotationRule(
      { a: "6.3.3-2", asks: "Annotations have one appearance (N), as a form." },
      ({ kind, dictionary }, { file }) => {
        if (!dictionary.has("AP")) return undefined;
        const appearance = file.dictionary(dictionary.get("AP"));
        const normal = file.resolve(appearance.get("N"));
        const isButton = kind === "Widget" && file.resolve(dictionary.get("FT")) === "Btn";
        const isRight = isButton ? isDictionary(normal) : isStream(normal);
        return appearance.size === 1 && isRight ? undefined : "has another";
      },
    ),
    annotationRule(
      { ua: "7.18.1-1", asks: "Annotations other than links and form fields stand in an Annot element." },
      (annotation, subject) =>
        APART.has(annotation.kind) ? undefined : standsIn(subject, annotation, "Annot"),
    ),
    annotationRule(
      {
        ua: "7.18.1-2",
        asks: "Annotations other than links say in words what they are (Contents, or Alt of their element).",
      },
      (annotation, subject) => {
        const { kind, flags = 0, dictionary } = annotation;
        if (APART.has(kind) || (flags & HIDDEN) !== 0) return undefined;
        const element = elementOf(subject, annotation);
        const texts = [
          subject.text(dictionary, "Contents"),
          element && subject.text(element.dictionary, "Alt"),
        ];
        return texts.some((text) => (text ?? "") !== "") ? undefined : "does not";
      },
    ),
    annotationRule(
      { ua: "7.18.1-3", asks: "Form fields say in words what they are (TU, or Alt of their element)." },
      (annotation, subject) => {
        if (annotation.kind !== "Widget") return undefined;
        const element = elementOf(subject, annotation);
        const parent = subject.file.dictionary(annotation.dictionary.get("Parent"));
        const texts = [
          subject.text(annotation.dictionary, "TU"),
          subject.text(parent, "TU"),
          element && subject.text(element.dictionary, "Alt"),
        ];
        return texts.some((text) => (text ?? "") !== "") ? undefined : "does not";
      },
    ),
    annotationRule(
      { ua: "7.18.2-1", asks: "There are no annotations for the traps of a printing press." },
      ({ kind }) => (kind === "TrapNet" ? "is one" : undefined),
    ),
    {
      ua: "7.18.3-1",
      asks: "On a page with annotations the tabulator key follows the structure (Tabs is S).",
      *judge({ file, pages }) {
        for (const [index, { own, object }] of pages.entries())
          if (file.array(own.get("Annots")).length > 0 && file.resolve(own.get("Tabs")) !== "S")
            yield { what: "it does not", where: { page: index + 1, object } };
      },
    },
    annotationRule({ ua: "7.18.4-1", asks: "Form fields stand in a Form element." }, (annotation, subject) =>
      annotation.kind === "Widget" ? standsIn(subject, annotation, "Form") : undefined,
    ),
    annotationRule({ ua: "7.18.5-1", asks: "Links stand in a Link element." }, (annotation, subject) =>
      annotation.kind === "Link" ? standsIn(subject, annotation, "Link") : undefined,
    ),
    annotationRule(
      { ua: "7.18.5-2", asks: "Links say in words where they lead (Contents)." },
      ({ kind, dictionary }, subject) =>
        kind === "Link" && (subject.text(dictionary, "Contents") ?? "").trim() === ""
          ? "does not"
          : undefined,
    ),
    annotationRule(
      {
        ua: "7.18.5-a",
        asks: "An element that a link stands in names it, and not only the other way round (OBJR; ISO 32000-1, 14.7.4.3).",
      },
      (annotation, subject) => {
        const element = annotation.kind === "Link" ? elementOf(subject, annotation) : undefined;
        if (element === undefined) return undefined;
        const isNamed = element.kids.some((kid) => kid.kind === "object" && kid.object === annotation.object);
        return isNamed ? undefined : "is not named";
      },
    ),
    {
      ua: "7.18.6.2-1",
      asks: "Sounds and moving pictures say what kind of data they are (CT) and what they show (Alt).",
      *judge({ file, dictionaries }) {
        for (const { object, dictionary } of dictionaries) {
          if (dictionary.get("S") !== "MCD" || !dictionary.has("D")) continue;
          const isTold = dictionary.has("CT") && file.array(dictionary.get("Alt")).length > 0;
          if (!isTold) yield { what: "one does not", where: { object } };
        }
      },
    },
    annotationRule(
      { ua: "7.18.8-1", asks: "Marks for a printer are no part of the structure." },
      (annotation, subject) =>
        annotation.kind === "PrinterMark" && elementOf(subject, annotation) !== undefined ? "is" : undefined,
    ),
    annotationRule(
      { a: "6.4.1-1", asks: "Form fields do nothing by themselves (A, AA)." },
      ({ kind, dictionary }) =>
        kind === "Widget" && (dictionary.has("A") || dictionary.has("AA")) ? "has actions" : undefined,
    ),
  ],
};

function standsIn(subject: Subject, annotation: Annotation, type: string): string | undefined {
  const element = elementOf(subject, annotation);
  if (element === undefined) return "stands in none";
  const found = subject.roles.typeOf(element);
  return found === type ? undefined : `stands in a ${found ?? element.type}`;
}

/** A rule that is judged annotation by annotation; `judge` says what is wrong in words that follow its kind. */
function annotationRule(
  asked: Pick<Rule, "ua" | "a" | "asks">,
  judge: (annotation: Annotation, subject: Subject) => string | undefined,
): Rule {
  return {
    ...asked,
    *judge(subject) {
      for (const annotation of subject.annotations) {
        const what = judge(annotation, subject);
        const { kind, page, object } = annotation;
        const called = kind === "Link" ? "the link" : `the annotation${kind === "" ? "" : ` (${kind})`}`;
        if (what !== undefined)
          yield { what: `${called} ${what}`, where: { page, ...(object > 0 && { object }) } };
      }
    },
  };
}
