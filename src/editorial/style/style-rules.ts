import type { Rule } from "../rule.ts";
import { acronymUnexplained } from "./acronym-unexplained.ts";
import { bottomLineNoConsequence } from "./bottom-line-no-consequence.ts";
import { bottomLinePassive } from "./bottom-line-passive.ts";
import { caveatRepeatsClaim } from "./caveat-repeats-claim.ts";
import { decisionWithoutDate } from "./decision-without-date.ts";
import { decisionWithoutOwner } from "./decision-without-owner.ts";
import { doubleSpace } from "./double-space.ts";
import { hypeWord } from "./hype-word.ts";
import { hyphenForDash } from "./hyphen-for-dash.ts";
import { hyphenForMinus } from "./hyphen-for-minus.ts";
import { questionClosed } from "./question-closed.ts";
import { questionDouble } from "./question-double.ts";
import { questionNotOne } from "./question-not-one.ts";
import { questionWithoutOwner } from "./question-without-owner.ts";
import { readingTimeLong } from "./reading-time-long.ts";
import { repeatedWord } from "./repeated-word.ts";
import { sentenceLong } from "./sentence-long.ts";
import { straightQuote } from "./straight-quote.ts";
import { titleTopic } from "./title-topic.ts";
import { weaselWord } from "./weasel-word.ts";

/** The rules on how a brief is written, from its title down to its commas. */
export const STYLE_RULES: readonly Rule[] = [
  titleTopic,
  bottomLineNoConsequence,
  bottomLinePassive,
  caveatRepeatsClaim,
  questionNotOne,
  questionClosed,
  questionDouble,
  questionWithoutOwner,
  decisionWithoutOwner,
  decisionWithoutDate,
  readingTimeLong,
  sentenceLong,
  weaselWord,
  hypeWord,
  acronymUnexplained,
  repeatedWord,
  straightQuote,
  doubleSpace,
  hyphenForDash,
  hyphenForMinus,
];
