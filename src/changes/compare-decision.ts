import type { Brief } from "../brief/schema.ts";
import type { Change } from "./change.ts";
import { isSameWording, plainText } from "./plain-text.ts";

type Decision = NonNullable<Brief["decision"]>;

/** What changed about the decision the reader is asked for. */
export function compareDecision(before: Decision | undefined, after: Decision | undefined): Change[] {
  if (before === undefined || after === undefined) {
    const [only] = [after ?? before];
    if (only === undefined) return [];
    const ask = plainText(only.ask);
    return before === undefined
      ? [{ kind: "decision-added", subject: ask, before: null, after: ask }]
      : [{ kind: "decision-removed", subject: ask, before: ask, after: null }];
  }
  const compare = (kind: Change["kind"], old: string | undefined, now: string | undefined): Change[] =>
    isSameWording(old ?? "", now ?? "")
      ? []
      : [{ kind, subject: plainText(after.ask), before: plainOrNull(old), after: plainOrNull(now) }];
  return [
    ...compare("ask-changed", before.ask, after.ask),
    ...compare("recommendation-changed", before.recommendation, after.recommendation),
    ...compare("options-changed", optionsOf(before), optionsOf(after)),
    ...compare("decider-changed", before.owner, after.owner),
    ...compare("decision-due-changed", before.by, after.by),
  ];
}

const optionsOf = ({ options }: Decision): string | undefined =>
  options?.map(({ label, text }) => `${label}: ${plainText(text)}`).join(" | ");

const plainOrNull = (text: string | undefined): string | null =>
  text === undefined ? null : plainText(text);
