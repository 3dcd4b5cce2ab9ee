import { entry } from "./entry.ts";

/** Findings on how a brief is written. */
export const styleCatalogue = {
  "sentence-long": entry<{ words: number; limit: number; splitBefore?: string | undefined }>({
    severity: "warning",
    cause: "content",
    about:
      "A sentence has over 30 words. Readers of long sentences lose the beginning before they reach the end, and skip.",
    message: ({ words, limit }) =>
      `This sentence has ${words} words; over ${limit}, readers lose the thread.`,
    hint: ({ splitBefore }) =>
      splitBefore === undefined
        ? "Make two sentences of it, or drop what the reader does not need."
        : `Make two sentences of it; the second could begin at “${splitBefore} …”.`,
  }),
  "weasel-word": entry<{ phrase: string; advice: string }>({
    severity: "warning",
    cause: "content",
    about:
      "A word stands for an amount or a source that is not given: “significant”, “very”, “many experts”. It sounds like evidence and can be neither checked nor acted on. Silent where the sentence has a number.",
    message: ({ phrase }) => `“${phrase}” says less than it seems to: there is nothing to check or act on.`,
    hint: ({ advice }) => advice,
  }),
  "hype-word": entry<{ phrase: string; advice: string }>({
    severity: "warning",
    cause: "content",
    about:
      "A word praises or alarms instead of telling: “unprecedented”, “revolutionary”, “game-changer”. Executives discount it, and what stands beside it. Silent where the sentence has a number.",
    message: ({ phrase }) => `“${phrase}” is praise or alarm, not information.`,
    hint: ({ advice }) => advice,
  }),
  "acronym-unexplained": entry<{ acronym: string; longForm?: string | undefined }>({
    severity: "warning",
    cause: "content",
    about:
      "An acronym is nowhere spelt out in the brief. Those that every executive knows, units, currencies, product codes and names of large organisations need no explanation.",
    message: ({ acronym }) => `“${acronym}” is never spelt out, so that some readers will have to guess.`,
    hint: ({ acronym, longForm }) =>
      longForm === undefined
        ? `Write its long form where it first stands, with “(${acronym})” behind it, or say in a few words what it is.`
        : `Write “${longForm} (${acronym})” where it first stands.`,
  }),
  "bottom-line-passive": entry<{ passive: string; rewrite?: string | undefined }>({
    severity: "warning",
    cause: "content",
    about:
      "The bottom line is in the passive voice where it matters who acts: “budgets should be reviewed”. A reader who stops there must know whose move it is.",
    message: ({ passive }) => `“${passive}” does not say who acts.`,
    hint: ({ rewrite }) =>
      rewrite === undefined ? "Begin with the one who acts." : `Begin with the one who acts: “${rewrite}”.`,
  }),
  "bottom-line-no-consequence": entry<{ example?: string | undefined }>({
    severity: "warning",
    cause: "content",
    about:
      "The bottom line tells what happened and neither what it means for the reader nor what to do. It is all that some readers read.",
    message: () => "The bottom line tells what happened, but not what it means for the reader or what to do.",
    hint: ({ example }) =>
      example === undefined
        ? "Add one sentence: what the reader should do, or what it costs them not to."
        : `Add what follows from it, as you do further down: “${example}”`,
  }),
  "caveat-repeats-claim": entry<{ isEmpty: boolean }>({
    severity: "warning",
    cause: "content",
    about:
      "A caveat says its claim again, or only that care is needed. It should contradict the claim or bound it: what it leaves out, who measured, until when it holds.",
    message: ({ isEmpty }) =>
      isEmpty
        ? "This caveat asks for care and does not say why."
        : "This caveat says its claim again, and neither contradicts nor bounds it.",
    hint: () =>
      "Say where the claim stops being true: what it leaves out, who measured it and how, or what else would explain it.",
  }),
  "question-not-one": entry<{ rewrite?: string | undefined }>({
    severity: "warning",
    cause: "content",
    about: "An entry under “questions” does not ask: it has no question mark, or it orders something.",
    message: () => "This is not a question.",
    hint: ({ rewrite }) =>
      rewrite === undefined
        ? "Ask what the answer would tell: “What would it cost us to …?”, “Which of our … ?”. An instruction belongs under “implications”."
        : `Ask: “${rewrite}”`,
  }),
  "question-closed": entry<{ rewrite: string }>({
    severity: "warning",
    cause: "content",
    about:
      "A question can be answered with yes or no and asks for nothing further. Such an answer ends a conversation that the question should begin.",
    message: () => "Yes or no would answer this question, and nothing would follow.",
    hint: ({ rewrite }) =>
      `Ask “${rewrite}”, or add what follows from the answer: “…, and if so, at what cost?”`,
  }),
  "question-double": entry<{ first: string; second: string }>({
    severity: "warning",
    cause: "content",
    about: "One entry under “questions” asks two things. One of them will go without an answer.",
    message: () => "These are two questions in one, and one will go unanswered.",
    hint: ({ first, second }) => `Make two entries: “${first}” and “${second}”`,
  }),
  "question-without-owner": entry<{ suggestion: string }>({
    severity: "warning",
    cause: "content",
    about: "A question names nobody to answer it, so that everybody will wait for somebody else.",
    message: () => "Nobody is named to answer this question.",
    hint: ({ suggestion }) => `Add who should answer, such as “owner: ${suggestion}”.`,
  }),
  "decision-without-owner": entry<{ suggestion: string }>({
    severity: "warning",
    cause: "content",
    about: "A decision is asked for, and nobody is named to take it.",
    message: () => "The brief asks for a decision and does not say who takes it.",
    hint: ({ suggestion }) => `Add who decides, such as “owner: ${suggestion}”.`,
  }),
  "decision-without-date": entry<{ suggestion: string }>({
    severity: "warning",
    cause: "content",
    about: "A decision is asked for without a day by which it is due. Such decisions are put off.",
    message: () => "The brief asks for a decision and does not say by when.",
    hint: ({ suggestion }) => `Add the day on which waiting begins to cost, such as “by: ${suggestion}”.`,
  }),
  "repeated-word": entry<{ word: string }>({
    severity: "warning",
    cause: "content",
    about: "A word stands twice in a row, as after a hasty change.",
    message: ({ word }) => `“${word} ${word}”: the word stands twice in a row.`,
    hint: ({ word }) => `Write “${word}” once.`,
  }),
  "straight-quote": entry<{ count: number; written: string; rewrite: string }>({
    severity: "info",
    cause: "content",
    about:
      "A straight quotation mark or apostrophe of the typewriter stands in prose, which looks unfinished in print. Feet, inches and code keep theirs.",
    message: ({ count }) =>
      count === 1
        ? "There is a straight quotation mark or apostrophe here."
        : `There are ${count} straight quotation marks or apostrophes in this text; this is the first.`,
    hint: ({ written, rewrite }) => `Write ${rewrite} for ${written}.`,
  }),
  "double-space": entry<{ before: string; after: string }>({
    severity: "info",
    cause: "content",
    about: "Two or more spaces stand between two words, a leftover of a change or of the typewriter.",
    message: ({ before, after }) => `There is more than one space between “${before}” and “${after}”.`,
    hint: () => "Leave one.",
  }),
  "hyphen-for-dash": entry<{ written: string; rewrite: string }>({
    severity: "info",
    cause: "content",
    about: "A hyphen with spaces around it, or two hyphens, stands for a dash.",
    message: ({ written }) => `In “${written}” a hyphen stands for a dash.`,
    hint: ({ rewrite }) => `Write “${rewrite}”, or make two sentences.`,
  }),
  "hyphen-for-minus": entry<{ written: string; rewrite: string }>({
    severity: "info",
    cause: "content",
    about:
      "A hyphen stands for a minus sign. It is half as wide, and a line may break after it, which makes a loss a gain.",
    message: ({ written }) => `In “${written}” a hyphen stands for a minus sign.`,
    hint: ({ rewrite }) => `Write “${rewrite}” (U+2212).`,
  }),
  "reading-time-long": entry<{ words: number; limit: number; longest: string }>({
    severity: "warning",
    cause: "content",
    about:
      "The widest edition takes over two minutes to read, at 238 words a minute. An executive gives a brief that much and no more.",
    message: ({ words, limit }) =>
      `The edition for all readers has ${words} words; two minutes are enough for ${limit}.`,
    hint: ({ words, limit, longest }) => `Cut ${words - limit} words. The longest parts are ${longest}.`,
  }),
  "title-topic": entry<{ example?: string | undefined }>({
    severity: "warning",
    cause: "content",
    about:
      "The title names a topic and says nothing about it: “Update on tariffs”. Most readers decide by the title, and many read no more.",
    message: () => "The title names a topic and not what the reader should know about it.",
    hint: ({ example }) =>
      example === undefined
        ? "Say what happened or what to do, as a sentence with a verb."
        : `Say it as a sentence with a verb, such as “${example}”.`,
  }),
  "exception-unused": entry<{ rule: string; field: string }>({
    severity: "warning",
    cause: "content",
    about:
      "An exception silences nothing: the text that it was for has changed. Left there, it would hide the next mistake.",
    message: ({ rule, field }) => `There is no “${rule}” at “${field}” to make an exception for.`,
    hint: () => "Remove this exception.",
  }),
  "exception-unknown-rule": entry<{ rule: string; suggestion?: string | undefined }>({
    severity: "warning",
    cause: "content",
    about: "An exception names a rule that does not exist, so that it silences nothing.",
    message: ({ rule }) => `There is no editorial rule “${rule}”.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "docs/editorial.md lists the rules; the code of a finding stands beside it."
        : `Did you mean “${suggestion}”?`,
  }),
  "exception-unknown-field": entry<{ field: string; suggestion?: string | undefined }>({
    severity: "warning",
    cause: "content",
    about: "An exception names a field that the brief does not have, so that it silences nothing.",
    message: ({ field }) => `The brief has no field “${field}”.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "Write the way to it, such as caveats[0].caveat; items count from 0."
        : `Did you mean “${suggestion}”?`,
  }),
  "rule-unknown": entry<{ rule: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about:
      "The project’s settings name an editorial rule that does not exist. It is an error because the rule that was meant keeps its usual severity without a word.",
    message: ({ rule }) => `“editorial.rules” names “${rule}”, and there is no such rule.`,
    hint: ({ suggestion }) =>
      suggestion === undefined ? "docs/editorial.md lists the rules." : `Did you mean “${suggestion}”?`,
  }),
} as const;
