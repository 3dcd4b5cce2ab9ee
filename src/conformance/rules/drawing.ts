import type { PdfDictionary } from "../../pdf/pdf-value.ts";
import type { Fault, FaultPlace, RuleGroup } from "../rule.ts";
import type { Subject } from "../subject.ts";

const INTENTS = new Set(["RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"]);
const BLEND_MODES = new Set(
  (
    "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion " +
    "Hue Saturation Color Luminosity"
  ).split(" "),
);

/** What pages are drawn with, but for text. */
export const DRAWING: RuleGroup = {
  name: "Images, forms and transparency",
  mend: "Save the document for PDF/A, so that pictures, forms and transparency are written as archives can draw them.",
  rules: [
    stateWithout("6.2.5-1", "TR"),
    {
      a: "6.2.5-2",
      asks: "No graphics state has a transfer function (TR2) but the default one.",
      judge: (subject) =>
        states(subject, (state) => {
          const value = subject.file.resolve(state.get("TR2"));
          return value === null || value === "Default" ? undefined : "one has";
        }),
    },
    stateWithout("6.2.5-3", "HTP"),
    {
      a: "6.2.5-4",
      asks: "Halftones are of type 1 or 5, and have no name.",
      judge: (subject) =>
        states(subject, (state) => {
          const { file } = subject;
          const halftone = file.dictionary(state.get("HT"));
          if (halftone.size === 0) return undefined;
          const type = file.resolve(halftone.get("HalftoneType"));
          if (type !== 1 && type !== 5) return `one is of type ${String(type)}`;
          return halftone.has("HalftoneName") ? "one has a name" : undefined;
        }),
    },
    {
      a: "6.2.6-1",
      asks: "Rendering intents are those of PDF 1.7.",
      *judge({ file, content }) {
        const unknown = (name: unknown): name is string => typeof name === "string" && !INTENTS.has(name);
        for (const [name, where] of content.intents)
          if (unknown(name)) yield { what: `there is “${name}”`, where };
        for (const [holders, key] of [
          [content.states, "RI"],
          [content.images, "Intent"],
        ] as const) {
          for (const [dictionary, where] of holders) {
            const name = file.resolve(dictionary.get(key));
            if (unknown(name)) yield { what: `there is “${name}”`, where };
          }
        }
      },
    },
    imageWithout("6.2.8-1", "Alternates"),
    imageWithout("6.2.8-2", "OPI"),
    {
      a: "6.2.8-3",
      asks: "No image asks to be smoothed.",
      *judge({ file, content }) {
        for (const [image, where] of content.images)
          if (file.resolve(image.get("Interpolate")) === true)
            yield { what: "one does (Interpolate)", where };
        yield* content.faults.get("inline-interpolation") ?? [];
      },
    },
    {
      a: "6.2.9-1",
      asks: "No form has PostScript or images to be replaced at print.",
      *judge({ file, content }) {
        for (const [form, where] of content.forms) {
          const isPostScript = form.has("PS") || file.resolve(form.get("Subtype2")) === "PS";
          if (isPostScript || form.has("OPI")) yield { what: "one has", where };
        }
      },
    },
    {
      ua: "7.20-1",
      a: "6.2.9-2",
      asks: "No form stands for a page of another file.",
      *judge({ content }) {
        for (const [form, where] of content.forms)
          if (form.has("Ref")) yield { what: "one does (Ref)", where };
      },
    },
    {
      a: "6.2.9-3",
      asks: "There are no PostScript objects.",
      *judge({ file, content }) {
        for (const [form, where] of content.forms)
          if (file.resolve(form.get("Subtype")) === "PS") yield { what: "there is one", where };
      },
    },
    {
      a: "6.2.10-1",
      asks: "Blend modes are those of PDF 1.7.",
      *judge({ file, content }) {
        for (const [state, where] of content.states) {
          const mode = file.resolve(state.get("BM"));
          for (const item of Array.isArray(mode) ? mode : mode === null ? [] : [mode]) {
            const name = file.resolve(item);
            if (!(typeof name === "string" && BLEND_MODES.has(name)))
              yield { what: `there is “${String(name)}”`, where };
          }
        }
      },
    },
    {
      a: "6.2.10-2",
      asks: "A page with transparency has a colour space to blend in, or the file has an output intent.",
      *judge({ file, catalog, content, pages }) {
        const intents = file.array(catalog.get("OutputIntents"));
        if (intents.some((intent) => file.dictionary(intent).has("DestOutputProfile"))) return;
        for (const page of content.transparent) {
          const group = file.dictionary(pages[page - 1]?.dictionary.get("Group"));
          if (!group.has("CS")) yield { what: "the page has neither", where: { page } };
        }
      },
    },
  ],
};

function stateWithout(a: string, key: string) {
  return {
    a,
    asks: `No graphics state has the entry ${key}.`,
    judge: (subject: Subject) => states(subject, (state) => (state.has(key) ? "one has" : undefined)),
  };
}

function imageWithout(a: string, key: string) {
  return {
    a,
    asks: `No image has the entry ${key}.`,
    judge: ({ content }: Subject): readonly Fault[] =>
      [...content.images].flatMap(([image, where]) => (image.has(key) ? [{ what: "one has", where }] : [])),
  };
}

function states({ content }: Subject, judge: (state: PdfDictionary) => string | undefined): readonly Fault[] {
  return [...content.states].flatMap(([state, where]: [PdfDictionary, FaultPlace]) => {
    const what = judge(state);
    return what === undefined ? [] : [{ what, where }];
  });
}
