import type { Edition, RichText } from "../edition/edition.ts";
import { anchorsIn, linksIn } from "./plain-content.ts";

/** An address that the page must link to. */
export interface PromisedLink {
  readonly name: string;
  readonly href: string;
  /** The text by which a link that leads elsewhere is known; null for links in prose. */
  readonly title: string | null;
}

/** A place on the page that figures and statements point to. */
export interface PromisedReference {
  readonly kind: "source" | "caveat";
  readonly number: number;
  readonly anchor: string;
  readonly count: number;
}

/** The addresses that an edition’s pages must link to. */
export function linksOf(edition: Edition): PromisedLink[] {
  return [
    ...edition.sources.flatMap(({ number, title, url }) =>
      url === null ? [] : [{ name: `source ${number}`, href: url, title }],
    ),
    ...proseOf(edition)
      .flatMap(({ html }) => linksIn(html))
      .map((href) => ({ name: `the link to ${href}`, href, title: null })),
  ];
}

/** Every text that the author could set links and citations in. */
function proseOf(edition: Edition): RichText[] {
  const { bottomLine, summary, timeline, quotes, caveats, implications, questions, decision } = edition;
  return [
    bottomLine,
    summary,
    ...[...timeline, ...quotes, ...implications].map(({ text }) => text),
    ...caveats.flatMap(({ claim, caveat }) => [claim, caveat]),
    ...questions.flatMap(({ question, why, answer }) => [question, why, answer]),
    decision?.ask,
    ...(decision?.options ?? []).map(({ text }) => text),
    decision?.recommendation,
  ].filter((text) => text !== null && text !== undefined);
}

/** How often each caveat and source is pointed to. */
export function referencesOf(edition: Edition): PromisedReference[] {
  const { figures, timeline, quotes, caveats } = edition;
  const numbers = [...figures, ...(edition.chart === null ? [] : [edition.chart])];
  const anchors = [
    ...numbers.flatMap(({ caveat }) => caveat?.anchor ?? []),
    ...[...numbers, ...timeline, ...quotes, ...caveats].flatMap(({ citations }) =>
      citations.map(({ anchor }) => anchor),
    ),
    ...proseOf(edition).flatMap(({ html }) => anchorsIn(html)),
  ];
  const targets = [
    ...caveats.map(({ number, anchor }) => ({ kind: "caveat" as const, number, anchor })),
    ...edition.sources.map(({ number, anchor }) => ({ kind: "source" as const, number, anchor })),
  ];
  return targets
    .map((target) => ({ ...target, count: anchors.filter((anchor) => anchor === target.anchor).length }))
    .filter(({ count }) => count > 0);
}
