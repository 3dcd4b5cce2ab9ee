import { finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { findPhrases, type Phrase } from "./find-phrases.ts";
import { GUIDELINES } from "./guidelines.ts";
import { placeOf } from "./place-of.ts";

/** Finds words that praise or alarm instead of telling. */
export const hypeWord: Rule = {
  code: "hype-word",
  language: "en",
  source: GUIDELINES.smartBrevity,
  isOnByDefault: true,
  find: (_, passages) =>
    findPhrases(passages, PHRASES).map(({ passage, sentence, offset, phrase, advice }) =>
      finding("hype-word", { phrase, advice }, passage.path, placeOf(sentence, offset)),
    ),
};

const RECORD = "Say what the record was before, and by how much this beats it.";
const WHAT_CHANGES = "Say what can be done now that could not be done before, or what it costs whom.";
const BETTER = "Say what it does better, than which, and by how much.";
const DROP_IT = "Drop it: the fact beside it is stronger alone.";

const PHRASES: readonly Phrase[] = [
  {
    pattern:
      "unprecedented(?:ly)?|never[- ]before[- ](?:been )?seen|historic(?= (?:moment|opportunity|breakthrough|shift|step|win|success|achievement|milestone))|once-in-a-(?:lifetime|generation)",
    advice: RECORD,
  },
  {
    pattern:
      "revolutionary|revolutioni[sz](?:e|es|ed|ing)|game[- ]chang(?:er|ers|ing)|groundbreaking|ground-breaking|transformative|transformational|paradigm[- ]shift(?:s|ing)?|seismic(?! (?:survey|data|activity|event|risk|zone|station|wave|code|retrofit))|earth-shattering|tectonic shift|quantum leap|disruptive(?= (?:technology|innovation|force|potential|new|power))|(?<!the )new era|watershed moment|inflection point|sea change|(?:turbo|super)charg(?:e|es|ed|ing)(?= (?:our|the|their|its|your|growth|sales|demand))",
    advice: WHAT_CHANGES,
  },
  {
    pattern:
      "world[- ]class|best[- ]in[- ]class|best[- ]of[- ]breed|(?<!the )state[- ]of[- ]the[- ]art|cutting[- ]edge|leading[- ]edge|bleeding[- ]edge|unparalleled|unrivall?ed|unmatched|second to none|next[- ]generation(?! sequencing)|industry[- ]leading|market[- ]leading|future[- ]proof|seamless(?:ly)?(?! (?:pipe|tube|steel|knit|gutter))|turnkey|bulletproof|mission[- ]critical|robust(?= (?:growth|strategy|solution|framework|ecosystem|platform|pipeline|performance|demand))",
    advice: BETTER,
  },
  {
    pattern:
      "amazing(?:ly)?|incredible(?! (?:claim|story|tale|account))|stunning(?:ly)?|staggering(?:ly)?|astonishing(?:ly)?|astounding(?:ly)?|jaw-dropping|mind-blowing|breathtaking|exciting|phenomenal|spectacular(?:ly)?|awesome|shocking(?:ly)?|skyrocket(?:s|ed|ing)?|catastrophic(?:ally)?(?! (?:risk|loss|injur|failure mode|cover|event|bond|insurance|backstop))|devastating|cataclysmic|wake-up call|perfect storm|tip of the iceberg|holy grail|silver bullet|no-brainer|low-hanging fruit",
    advice: DROP_IT,
  },
];
