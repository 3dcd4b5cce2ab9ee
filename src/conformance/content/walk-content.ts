import type { PageNode } from "../../pdf/collect-pages.ts";
import { contentOf } from "../../pdf/content-of.ts";
import type { PdfFile } from "../../pdf/pdf-file.ts";
import {
  isDictionary,
  isReference,
  isStream,
  type PdfDictionary,
  type PdfValue,
} from "../../pdf/pdf-value.ts";
import type { PdfStructure, StructureElement } from "../../pdf/read-structure.ts";
import type { Annotation } from "../annotations.ts";
import type { ContentUse } from "./content-use.ts";
import { openNotes } from "./notes.ts";
import { openStream, type StreamSetting } from "./read-stream.ts";

export type { ContentUse } from "./content-use.ts";

/** Follows the content of all pages, of the forms that they draw and of what annotations show. */
export function walkContent(
  file: PdfFile,
  pages: readonly PageNode[],
  annotations: readonly Annotation[],
  structure: PdfStructure | undefined,
): ContentUse {
  const notes = openNotes(replacedIn(structure));
  const read = openStream(file, notes);
  for (const [index, { object, dictionary, own }] of pages.entries()) {
    const page = index + 1;
    const content = contentOf(file, dictionary.get("Contents"));
    if (content === undefined) {
      notes.fault("unreadable", "the content of the page cannot be decoded", { page, object });
      continue;
    }
    read(content, {
      ...{ page, owner: object, context: "open", isTagged: true },
      resources: file.dictionary(dictionary.get("Resources")),
      isInherited: !own.has("Resources"),
      isReplaced: false,
    });
  }
  for (const annotation of annotations) {
    for (const [value, stream] of appearancesOf(file, annotation.dictionary)) {
      const resources = file.dictionary(stream.get("Resources"));
      const setting: StreamSetting = {
        ...{ page: annotation.page, owner: 0, context: "exempt", isTagged: false, isReplaced: false },
        ...{ resources, isInherited: !stream.has("Resources") },
      };
      const bytes = file.bytes(value);
      notes.forms.set(stream, { page: annotation.page, ...(isReference(value) && { object: value.object }) });
      if (bytes !== undefined) read(bytes, setting);
    }
  }
  return notes.taken();
}

/** The marked content that an element has a text in place of, as its owner’s object number and its id. */
function replacedIn(structure: PdfStructure | undefined): ReadonlySet<string> {
  const replaced = new Set<string>();
  const inside = new Set<StructureElement>();
  for (const element of structure?.elements ?? []) {
    const isInside = element.parent !== undefined && inside.has(element.parent);
    if (!isInside && !element.dictionary.has("ActualText")) continue;
    inside.add(element);
    for (const kid of element.kids)
      if (kid.kind === "content") replaced.add(`${kid.stream || kid.page}.${kid.id}`);
  }
  return replaced;
}

/** The forms that an annotation shows itself as (12.5.5): one, or one for each of its states. */
function appearancesOf(
  file: PdfFile,
  annotation: PdfDictionary,
): readonly (readonly [PdfValue, PdfDictionary])[] {
  return [...file.dictionary(annotation.get("AP")).values()].flatMap((value) => {
    const resolved = file.resolve(value);
    if (isStream(resolved)) return [[value, resolved.dictionary] as const];
    if (!isDictionary(resolved)) return [];
    return [...resolved.values()].flatMap((state) => {
      const form = file.resolve(state);
      return isStream(form) ? [[state, form.dictionary] as const] : [];
    });
  });
}
