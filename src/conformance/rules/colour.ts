import { isReference, type PdfValue } from "../../pdf/pdf-value.ts";
import { type IccProfile, readIccProfile } from "../icc-profile.ts";
import type { Fault, FaultPlace, RuleGroup } from "../rule.ts";
import type { Subject } from "../subject.ts";

/** What colours mean on any device. */
export const COLOUR: RuleGroup = {
  name: "Colour",
  mend: "Save the document for PDF/A with an output intent, such as sRGB, and with colours of that kind alone.",
  rules: [
    {
      a: "6.2.3-1",
      asks: "The profile of the output intent is one of a display or a printer, in grey, RGB or CMYK, of a version below 5.",
      *judge(subject) {
        for (const { value, object } of outputProfiles(subject)) {
          const profile = profileOf(subject, value);
          const isRight =
            profile !== undefined &&
            ["prtr", "mntr"].includes(profile.deviceClass) &&
            ["GRAY", "RGB ", "CMYK"].includes(profile.space) &&
            profile.version < 5;
          if (!isRight)
            yield {
              what: profile === undefined ? "it is no profile" : `it is ${inWords(profile)}`,
              where: { object },
            };
        }
      },
    },
    {
      a: "6.2.3-2",
      asks: "All output intents have the same profile.",
      *judge(subject) {
        const objects = new Set(outputProfiles(subject).map(({ object }) => object));
        if (objects.size > 1) yield { what: `there are ${objects.size}` };
      },
    },
    {
      a: "6.2.3-3",
      asks: "No output intent refers to a profile outside the file.",
      *judge({ file, catalog }) {
        for (const intent of file.array(catalog.get("OutputIntents")))
          if (file.dictionary(intent).has("DestOutputProfileRef"))
            yield { what: "one has DestOutputProfileRef" };
      },
    },
    {
      a: "6.2.4.2-1",
      asks: "Profiles of colour spaces are sound, and have as many components as the space says.",
      *judge(subject) {
        for (const { array, where } of arraysOf(subject, "ICCBased")) {
          const profile = profileOf(subject, array[1]);
          const components = subject.file.resolve(subject.file.dictionary(array[1]).get("N"));
          const isRight =
            profile !== undefined &&
            ["prtr", "mntr", "scnr", "spac"].includes(profile.deviceClass) &&
            COMPONENTS[profile.space] === components &&
            profile.version < 5;
          if (!isRight)
            yield { what: profile === undefined ? "one is no profile" : `one is ${inWords(profile)}`, where };
        }
      },
    },
    {
      a: "6.2.4.3-2",
      asks: "RGB colours have an output intent in RGB, or a space of their own.",
      judge: (subject) => deviceColours(subject, "DeviceRGB", ["RGB "]),
    },
    {
      a: "6.2.4.3-3",
      asks: "CMYK colours have an output intent in CMYK, or a space of their own.",
      judge: (subject) => deviceColours(subject, "DeviceCMYK", ["CMYK"]),
    },
    {
      a: "6.2.4.3-4",
      asks: "Greys have an output intent, or a space of their own.",
      judge: (subject) => deviceColours(subject, "DeviceGray", ["RGB ", "CMYK", "GRAY"]),
    },
    {
      a: "6.2.4.4-1",
      asks: "Every spot colour of a space of several inks is described.",
      *judge(subject) {
        const { file } = subject;
        for (const { array, where } of arraysOf(subject, "DeviceN")) {
          const colorants = file.dictionary(file.dictionary(array[4]).get("Colorants"));
          for (const name of file.array(array[1]))
            if (typeof name === "string" && !PROCESS.has(name) && !colorants.has(name))
              yield { what: `“${name}” is not`, where };
        }
      },
    },
  ],
};

const PROCESS = new Set(["Cyan", "Magenta", "Yellow", "Black", "None"]);

const COMPONENTS: Readonly<Record<string, number>> = { GRAY: 1, "RGB ": 3, "LAB ": 3, "Lab ": 3, CMYK: 4 };

/** The profiles of the output intents for PDF/A. */
function outputProfiles({ file, catalog }: Subject): readonly { value: PdfValue; object: number }[] {
  return file.array(catalog.get("OutputIntents")).flatMap((item) => {
    const intent = file.dictionary(item);
    const value = intent.get("DestOutputProfile");
    if (value === undefined) return [];
    return [{ value, object: isReference(value) ? value.object : 0 }];
  });
}

function profileOf({ file }: Subject, value: PdfValue | undefined): IccProfile | undefined {
  const bytes = file.bytes(value);
  return bytes === undefined ? undefined : readIccProfile(bytes);
}

const inWords = ({ deviceClass, space, version }: IccProfile): string =>
  `of the class “${deviceClass}”, in “${space.trim()}”, version ${version}`;

/** Places where the colours of a device are used that no output intent explains. */
function deviceColours(subject: Subject, name: string, explaining: readonly string[]): readonly Fault[] {
  const where = usedSpaces(subject).get(name);
  if (where === undefined) return [];
  const isExplained = outputProfiles(subject).some(({ value }) =>
    explaining.includes(profileOf(subject, value)?.space ?? ""),
  );
  return isExplained ? [] : [{ what: `the page has colours in ${name}`, where }];
}

/** The colour spaces that are used, and those that they are built on. */
function usedSpaces({ file, content }: Subject): ReadonlyMap<PdfValue, FaultPlace> {
  const used = new Map<PdfValue, FaultPlace>();
  const stack = [...content.colours].map(([value, where]) => ({ value, where, depth: 0 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { where, depth } = next;
    const value = file.resolve(next.value);
    if (used.has(value) || depth > 8) continue;
    used.set(value, where);
    if (!Array.isArray(value)) continue;
    const kind = file.resolve(value[0]);
    if (value.length === 1) stack.push({ value: kind, where, depth: depth + 1 });
    const base =
      kind === "Indexed" || kind === "Pattern"
        ? value[1]
        : kind === "Separation" || kind === "DeviceN"
          ? value[2]
          : null;
    if (base !== null && base !== undefined) stack.push({ value: base, where, depth: depth + 1 });
  }
  return used;
}

function arraysOf(
  subject: Subject,
  kind: string,
): readonly { array: readonly PdfValue[]; where: FaultPlace }[] {
  return [...usedSpaces(subject)].flatMap(([value, where]) =>
    Array.isArray(value) && subject.file.resolve(value[0]) === kind ? [{ array: value, where }] : [],
  );
}
