import { askedBy, type Fault, type FaultPlace, type Rule, type RuleGroup, type Standard } from "./rule.ts";
import { RULE_GROUPS } from "./rules/index.ts";
import { openSubject, type Subject } from "./subject.ts";

/** One place at which a file is not as a standard asks. */
export interface Breach {
  /** `ua1/7.1-3`: the part, the clause, and the number of the question in it. */
  readonly rule: string;
  readonly standard: Standard;
  /** `ISO 14289-1, 7.1`. */
  readonly clause: string;
  /** What the rule asks. */
  readonly asks: string;
  /** What is wrong. */
  readonly what: string;
  /** What to do about it. */
  readonly mend: string;
  readonly where: FaultPlace;
  /** Whether the standard only recommends it. */
  readonly isAdvice: boolean;
}

/** Faults of one rule that are told of; a long file may have as many as it has letters. */
const FAULTS_MAX = 500;

/**
 * Judges a PDF file by everything that standards ask and software can check, as docs/conformance.md lists it. No bytes make it throw.
 * A file that cannot be read breaks one rule of each standard.
 */
export function judgePdf(bytes: Uint8Array, standards: readonly Standard[]): readonly Breach[] {
  const subject = openSubject(bytes);
  return judgeSubject(subject, standards);
}

/** Judges a file that is open already. */
export function judgeSubject(subject: Subject, standards: readonly Standard[]): readonly Breach[] {
  const isReadable = subject.pages.length > 0 && !isEncrypted(subject);
  return RULE_GROUPS.flatMap((group) =>
    group.rules.flatMap((rule) => {
      const asking = standards.filter((standard) => askedBy(standard, rule) !== undefined);
      if (asking.length === 0 || !(isReadable || group.isOnBytes)) return [];
      const faults = firstOf(rule.judge(subject));
      return asking.flatMap((standard) => breachesOf(standard, rule, group, faults));
    }),
  );
}

const isEncrypted = ({ file }: Subject): boolean => file.dictionary(file.trailer.get("Encrypt")).size > 0;

function firstOf(faults: Iterable<Fault>): readonly Fault[] {
  const first: Fault[] = [];
  for (const fault of faults) {
    first.push(fault);
    if (first.length >= FAULTS_MAX) break;
  }
  return first;
}

function breachesOf(
  standard: Standard,
  rule: Rule,
  { mend }: RuleGroup,
  faults: readonly Fault[],
): readonly Breach[] {
  const asked = askedBy(standard, rule);
  if (asked === undefined) return [];
  return faults.map(({ what, where = {} }) => ({
    ...{ rule: asked.id, standard, clause: asked.clause, asks: rule.asks, what, mend, where },
    isAdvice: rule.isAdvice === true,
  }));
}
