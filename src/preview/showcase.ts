import type { Artifact } from "../formats/artifact.ts";
import type { Parts } from "./make-views.ts";
import { type PreviewState, VIEWS, type View } from "./preview-api.ts";

/** What is shown, and who looks at it. */
export interface Showcase {
  state(): PreviewState;
  parts(): Parts;
  /** Calls the listener with every new state; the function that is returned ends that. */
  subscribe(listener: (state: PreviewState) => void): () => void;
  /** Shows these parts and says the rest; what is the same as before is no change. */
  update(facts: Partial<Facts>, parts?: Parts): void;
  /** Takes views away. */
  clear(views: readonly View[]): void;
}

/** What is said beside the views. */
export type Facts = Omit<PreviewState, "revision" | "views" | "sheets" | "mail">;

/** Opens a showcase with nothing in it. */
export function openShowcase(facts: Facts): Showcase {
  const listeners = new Set<(state: PreviewState) => void>();
  let parts: Parts = {};
  let state: PreviewState = { ...facts, revision: 0, views: NO_VIEWS, sheets: 0, mail: null };

  const set = (next: Parts, changed: readonly View[], said: Partial<Facts>) => {
    const revision = state.revision + 1;
    parts = next;
    const views = Object.fromEntries(
      VIEWS.map((view) => {
        const shown = next[PART_OF[view]];
        return [view, shown === undefined ? null : changed.includes(view) ? revision : state.views[view]];
      }),
    ) as PreviewState["views"];
    const shown = { views, sheets: next.sheets?.length ?? 0, mail: mailOf(next.email) };
    const after: PreviewState = { ...state, ...said, ...shown, revision };
    if (isSame(state, { ...after, revision: state.revision })) return;
    state = after;
    for (const listener of listeners) listener(state);
  };

  return {
    state: () => state,
    parts: () => parts,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    update(said, added = {}) {
      const changed = VIEWS.filter((view) => isOther(parts[PART_OF[view]], added[PART_OF[view]]));
      set({ ...parts, ...added }, changed, said);
    },
    clear(views) {
      const kept = Object.entries(parts).filter(
        ([part]) => !views.some((view) => PARTS_OF[view].includes(part)),
      );
      set(Object.fromEntries(kept), [], {});
    },
  };
}

const NO_VIEWS = { sheet: null, html: null, email: null, text: null };

const PART_OF = { sheet: "sheets", html: "html", email: "email", text: "text" } as const;

/** What each view is made of; the sheets and their PDF go together. */
export const PARTS_OF: Readonly<Record<View, readonly string[]>> = {
  sheet: ["sheets", "pdf"],
  html: ["html"],
  email: ["email"],
  text: ["text"],
};

const mailOf = (email: Artifact | undefined): PreviewState["mail"] =>
  email?.mail
    ? { subject: email.mail.subject, preheader: email.mail.preheader, bytes: email.bytes.length }
    : null;

type Part = Artifact | readonly Uint8Array[];

/** Whether a part is there that is not what it was. */
function isOther(before: Part | undefined, after: Part | undefined): boolean {
  if (after === undefined) return false;
  const [old, young] = [bytesOf(before), bytesOf(after)];
  return old.length !== young.length || young.some((bytes, index) => !isEqual(bytes, old[index]));
}

const bytesOf = (part: Part | undefined): readonly Uint8Array[] =>
  part === undefined
    ? []
    : "bytes" in part
      ? [part.bytes, ...(part.mail?.images ?? []).map(({ bytes }) => bytes)]
      : part;

const isEqual = (one: Uint8Array, other: Uint8Array | undefined): boolean =>
  other !== undefined && Buffer.compare(one, other) === 0;

const isSame = (one: PreviewState, other: PreviewState): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
