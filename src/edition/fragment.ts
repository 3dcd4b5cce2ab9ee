import { escapeHtml } from "./escape-html.ts";

/** A piece of rich text in the making: both forms grow side by side, so that neither is derived from the other. */
export interface Fragment {
  readonly html: string;
  readonly text: string;
}

/** Text that both forms show exactly as it is. */
export const plainFragment = (text: string): Fragment => ({ html: escapeHtml(text), text });

/** The pieces one after another, `textSeparator` between them in the text form. */
export const joinFragments = (fragments: readonly Fragment[], textSeparator = ""): Fragment => ({
  html: fragments.map(({ html }) => html).join(""),
  text: fragments.map(({ text }) => text).join(textSeparator),
});

/** The piece inside an element; the text form stays. */
export const inElement = (name: string, { html, text }: Fragment): Fragment => ({
  html: `<${name}>${html}</${name}>`,
  text,
});
