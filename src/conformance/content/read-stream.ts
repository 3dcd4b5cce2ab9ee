import type { PdfFile } from "../../pdf/pdf-file.ts";
import { openLexer } from "../../pdf/pdf-lexer.ts";
import { isKeyword, isString, type PdfDictionary, type PdfValue, textOf } from "../../pdf/pdf-value.ts";
import type { FaultPlace } from "../rule.ts";
import type { CodeUse } from "./content-use.ts";
import { readInlineImage } from "./inline-image.ts";
import type { Notes } from "./notes.ts";
import { OPERATORS, type StreamState } from "./operators.ts";
import { openResources, type Resources } from "./resources.ts";

/** Where a content stream stands. */
export interface StreamSetting {
  readonly page: number;
  /** The object whose marked content it holds: its page, or the form itself where that counts its own. */
  readonly owner: number;
  /** What it stands in: nothing, content of the structure, an artifact, or something that need not be marked. */
  readonly context: "open" | "content" | "artifact" | "exempt";
  /** Whether content that it marks belongs to the structure. */
  readonly isTagged: boolean;
  /** Whether a text stands in place of what it draws. */
  readonly isReplaced: boolean;
  readonly resources: PdfDictionary;
  /** Whether its resources are those of something around it. */
  readonly isInherited: boolean;
}

/** Follows one stream. */
export type ReadStream = (content: Uint8Array, setting: StreamSetting) => void;

/** What a content stream works with. */
export interface Stream {
  readonly file: PdfFile;
  readonly notes: Notes;
  readonly setting: StreamSetting;
  readonly where: FaultPlace;
  readonly resources: Resources;
  state: StreamState;
  readonly saved: StreamState[];
  readonly marks: StreamMark[];
  /** The codes that are shown with the font that is set. */
  codes: Map<number, CodeUse> | undefined;
  codeBytes: number;
  /** Whether a path waits to be painted, and was begun inside content that is marked. */
  draw(what: string): void;
  show(chars: string): void;
  mark(tag: string, properties: PdfDictionary): void;
  unmark(): void;
}

interface StreamMark {
  readonly kind: "content" | "artifact" | "plain";
  readonly isReplaced: boolean;
}

/** Operands of one operator that are kept. */
const OPERANDS_MAX = 64;
/** ISO 19005-2, 6.1.13: how often the graphics state may be saved within itself. */
const NESTING_MAX = 28;

/** Forms that may be drawn within each other. */
const FORMS_MAX = 40;

/** Opens a reader of content streams; each form is followed once in each context, so that none goes in a circle. */
export function openStream(file: PdfFile, notes: Notes): ReadStream {
  const followed = new Map<PdfDictionary, Set<string>>();
  /** Forms that hold marked content. */
  const marking = new Set<PdfDictionary>();
  let forms = 0;

  const read: ReadStream = (content, setting) => {
    const { page } = setting;
    const where = { page };
    const follow = (form: PdfDictionary, inner: Uint8Array | undefined, own: StreamSetting): void => {
      const key = `${own.context}.${own.page}.${own.isReplaced}`;
      const known = followed.get(form) ?? new Set<string>();
      followed.set(form, known);
      if (known.size > 0 && marking.has(form))
        notes.fault(
          "form-repeated",
          "a form that holds content of the structure is drawn more than once",
          where,
        );
      if (inner === undefined || known.has(key) || forms > FORMS_MAX) return;
      known.add(key);
      const before = notes.marked();
      forms += 1;
      read(inner, own);
      forms -= 1;
      if (notes.marked() > before) marking.add(form);
    };
    const stream = openOne(file, notes, setting, follow);
    const lexer = openLexer(content);
    let operands: PdfValue[] = [];
    let depth = 0;
    for (let token = lexer.read(); token !== undefined; token = lexer.read()) {
      if (!notes.spend(1)) return;
      if (!isKeyword(token)) {
        if (operands.length < OPERANDS_MAX) operands.push(token);
        continue;
      }
      const { keyword } = token;
      if (keyword === "q") depth += 1;
      else if (keyword === "Q") depth -= 1;
      if (depth > NESTING_MAX && keyword === "q")
        notes.fault("nesting", `the graphics state is saved ${depth} times within itself`, where);
      if (keyword === "BI") readInlineImage(lexer, stream);
      else {
        const operator = OPERATORS.get(keyword);
        if (operator !== undefined) operator(stream, operands);
        else notes.fault("unknown-operator", `there is no operator “${keyword.slice(0, 20)}”`, where);
      }
      if (operands.length > 0) operands = [];
    }
  };
  return read;
}

function openOne(
  file: PdfFile,
  notes: Notes,
  setting: StreamSetting,
  follow: (form: PdfDictionary, inner: Uint8Array | undefined, own: StreamSetting) => void,
): Stream {
  const { page, owner, context } = setting;
  const where: FaultPlace = { page };
  const marks: StreamMark[] = [];
  const isIn = (kind: StreamMark["kind"]) => context === kind || marks.some((mark) => mark.kind === kind);
  const isReplaced = () => setting.isReplaced || marks.some((mark) => mark.isReplaced);
  const stream: Stream = {
    ...{ file, notes, setting, where, marks, saved: [], codes: undefined, codeBytes: 1 },
    resources: openResources(file, notes, setting, {
      context: () => (isIn("artifact") ? "artifact" : isIn("content") ? "content" : context),
      isReplaced,
      follow,
    }),
    state: { fill: "DeviceGray", stroke: "DeviceGray", font: undefined, renderMode: 0 },
    draw(what) {
      const isMarked = context === "exempt" || isIn("content") || isIn("artifact");
      if (!isMarked)
        notes.fault("unmarked", `${what} is neither content of the structure nor an artifact`, where);
    },
    show(chars) {
      const { codes, codeBytes, state } = stream;
      if (chars === "") return;
      stream.draw("text");
      const mode = state.renderMode % 4;
      if (mode !== 3) {
        if (mode !== 1) stream.resources.paint(state.fill);
        if (mode === 1 || mode === 2) stream.resources.paint(state.stroke);
      }
      if (codes === undefined || !notes.spend(chars.length)) return;
      const isBare = !isReplaced();
      for (let at = 0; at < chars.length; at += codeBytes) {
        let code = chars.charCodeAt(at);
        if (codeBytes === 2) code = code * 256 + (chars.charCodeAt(at + 1) || 0);
        const use = codes.get(code);
        if (use === undefined) codes.set(code, { page, isDrawn: mode !== 3, isBare });
        else {
          use.isDrawn ||= mode !== 3;
          use.isBare ||= isBare;
        }
      }
    },
    mark(tag, properties) {
      const id = file.resolve(properties.get("MCID"));
      const isContent = typeof id === "number";
      const kind = tag === "Artifact" ? "artifact" : isContent ? "content" : "plain";
      if (context !== "exempt") {
        if (kind === "artifact" && isIn("content"))
          notes.fault("artifact-in-content", "an artifact stands inside content of the structure", where);
        if (kind === "content" && isIn("artifact"))
          notes.fault("content-in-artifact", "content of the structure stands inside an artifact", where);
      }
      if (isContent) notes.mark(owner, id, page, tag);
      const lang = file.resolve(properties.get("Lang"));
      if (isString(lang)) notes.languages.push({ text: textOf(lang), where });
      const actual = file.resolve(properties.get("ActualText"));
      const isReplaced = isString(actual) || (isContent && notes.isReplaced(owner, id));
      marks.push({ kind, isReplaced });
    },
    unmark() {
      marks.pop();
    },
  };
  return stream;
}
