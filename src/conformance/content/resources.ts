import type { PdfFile } from "../../pdf/pdf-file.ts";
import { isStream, type PdfDictionary, type PdfValue } from "../../pdf/pdf-value.ts";
import type { FaultPlace } from "../rule.ts";
import type { Notes } from "./notes.ts";
import type { Stream, StreamSetting } from "./read-stream.ts";

/** What a content stream draws with, by the names of its resources (ISO 32000-1, 7.8.3). */
export interface Resources {
  named(kind: string, name: PdfValue | undefined): PdfValue;
  /** The colour space of a name: a device’s, or one of the resources. */
  space(name: PdfValue | undefined): PdfValue;
  /** Notes that something is painted in a colour space. */
  paint(space: PdfValue): void;
  useState(name: PdfValue | undefined): void;
  usePattern(name: PdfValue | undefined): void;
  useShading(value: PdfValue): void;
  /** The pictures that stand for the letters of a font. */
  useGlyphs(font: PdfDictionary): void;
  drawObject(stream: Pick<Stream, "draw" | "state">, name: PdfValue | undefined): void;
}

interface Surroundings {
  readonly context: () => StreamSetting["context"];
  readonly isReplaced: () => boolean;
  readonly follow: (form: PdfDictionary, content: Uint8Array | undefined, setting: StreamSetting) => void;
}

/** Spaces that may stand in for those of devices (8.6.5.6). */
const DEFAULTS: Readonly<Record<string, string>> = {
  DeviceGray: "DefaultGray",
  DeviceRGB: "DefaultRGB",
  DeviceCMYK: "DefaultCMYK",
};

/** Opens the resources of a stream. */
export function openResources(
  file: PdfFile,
  notes: Notes,
  setting: StreamSetting,
  { context, isReplaced, follow }: Surroundings,
): Resources {
  const { page, resources } = setting;
  const where: FaultPlace = { page };

  const named = (kind: string, name: PdfValue | undefined): PdfValue => {
    if (setting.isInherited)
      notes.fault("resources-inherited", "the content has no resources of its own", where);
    return file.dictionary(resources.get(kind)).get(typeof name === "string" ? name : "") ?? null;
  };
  const space = (name: PdfValue | undefined): PdfValue => {
    if (typeof name !== "string") return name ?? null;
    if (name in DEFAULTS || name === "Pattern") return name;
    return file.resolve(named("ColorSpace", name));
  };
  const paint = (value: PdfValue): void => {
    const standIn = typeof value === "string" ? DEFAULTS[value] : undefined;
    const own = standIn === undefined ? undefined : file.dictionary(resources.get("ColorSpace")).get(standIn);
    const used = file.resolve(own ?? value);
    if (!notes.colours.has(used)) notes.colours.set(used, where);
  };
  const exempt = (inner: PdfDictionary): StreamSetting => ({
    ...{ page, owner: 0, context: "exempt", isTagged: false, isReplaced: true },
    resources: inner,
    isInherited: false,
  });

  function drawImage(stream: Pick<Stream, "draw" | "state">, image: PdfDictionary): void {
    stream.draw("an image");
    if (!notes.images.has(image)) notes.images.set(image, where);
    const mask = file.dictionary(image.get("SMask"));
    if (mask.size > 0) {
      notes.transparent.add(page);
      if (!notes.images.has(mask)) notes.images.set(mask, where);
    }
    if (file.resolve(image.get("ImageMask")) === true) paint(stream.state.fill);
    else if (image.has("ColorSpace")) paint(space(file.resolve(image.get("ColorSpace"))));
  }

  function drawForm(value: PdfValue, form: PdfDictionary): void {
    const object = typeof value === "object" && value !== null && "object" in value ? value.object : 0;
    if (!notes.forms.has(form)) notes.forms.set(form, { page, ...(object > 0 && { object }) });
    if (file.dictionary(form.get("Group")).get("S") === "Transparency") notes.transparent.add(page);
    const counts = form.has("StructParents");
    const own = form.has("Resources") ? file.dictionary(form.get("Resources")) : resources;
    follow(form, file.bytes(value), {
      ...{ page, owner: counts ? object : setting.owner, context: context() },
      ...{ isTagged: setting.isTagged, isReplaced: isReplaced() },
      ...{ resources: own, isInherited: !form.has("Resources") },
    });
  }

  return {
    named,
    space,
    paint,
    useState(name) {
      const state = file.dictionary(named("ExtGState", name));
      if (state.size === 0) return;
      if (!notes.states.has(state)) notes.states.set(state, where);
      const mask = file.dictionary(state.get("SMask"));
      if (mask.size > 0) {
        const group = file.resolve(mask.get("G"));
        if (isStream(group))
          follow(
            group.dictionary,
            file.bytes(group),
            exempt(file.dictionary(group.dictionary.get("Resources"))),
          );
      }
      if (isSeeThrough(file, state)) notes.transparent.add(page);
    },
    usePattern(name) {
      if (typeof name !== "string") return;
      const value = named("Pattern", name);
      const pattern = file.dictionary(value);
      if (pattern.has("Shading")) this.useShading(pattern.get("Shading") ?? null);
      if (file.resolve(pattern.get("PatternType")) === 1)
        follow(pattern, file.bytes(value), exempt(file.dictionary(pattern.get("Resources"))));
    },
    useShading(value) {
      const shading = file.dictionary(value);
      if (shading.has("ColorSpace")) paint(space(file.resolve(shading.get("ColorSpace"))));
    },
    useGlyphs(font) {
      const inner = font.has("Resources") ? file.dictionary(font.get("Resources")) : resources;
      for (const glyph of file.dictionary(font.get("CharProcs")).values()) {
        const drawn = file.resolve(glyph);
        if (isStream(drawn)) follow(drawn.dictionary, file.bytes(drawn), exempt(inner));
      }
    },
    drawObject(stream, name) {
      const value = named("XObject", name);
      const dictionary = file.dictionary(value);
      const kind = file.resolve(dictionary.get("Subtype"));
      if (kind === "Image") drawImage(stream, dictionary);
      else if (kind === "Form") drawForm(value, dictionary);
      else if (dictionary.size > 0) notes.forms.set(dictionary, where);
    },
  };
}

function isSeeThrough(file: PdfFile, state: PdfDictionary): boolean {
  const opacities = [state.get("ca"), state.get("CA")].map((value) => file.resolve(value));
  const mode = file.resolve(state.get("BM"));
  return (
    opacities.some((opacity) => typeof opacity === "number" && opacity < 1) ||
    file.dictionary(state.get("SMask")).size > 0 ||
    (mode !== null && mode !== "Normal" && mode !== "Compatible")
  );
}
