import nlp from "compromise";

/** Whether a clause tells somebody to do something: “Test fewer discounts”, “Do not match the price”. */
export function isImperative(clause: string): boolean {
  const text = clause
    .trim()
    .replace(
      /^(?:so|and|but|then|instead|therefore|first|now|today|please|by [^,]+,|until [^,]+,|before [^,]+,|if [^,]+,|in [^,]+,|from [^,]+,),? /i,
      "",
    );
  if (/^(?:do not|don[’']t|never|always|let us|let[’']s) /i.test(text)) return true;
  const [first = "", second = ""] = text.split(/[\s,]+/);
  if (first === "" || NOT_VERBS.has(first.toLowerCase())) return false;
  if (OFTEN_NOUNS.has(first.toLowerCase())) return OBJECT_BEGINS.test(second);
  const doc = nlp(lowerFirst(text));
  return (
    doc.has("^(#Infinitive|#Imperative)") &&
    !/(?:s|ed|ing)$/.test(first.replace(/(?:ss|eed|ring|bring|sing)$/, ""))
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Verbs that the tagger takes for nouns, or nouns that it takes for verbs, unless an object follows. */
const OFTEN_NOUNS = new Set(
  "supply book market price test report update review plan change trade risk power fund cost stock order cap lease ship pilot budget staff source bank charge cut hold start stop offer return share sample cover support question process target track delay answer rank rate post seed spread split voice watch wire zone".split(
    " ",
  ),
);
const OBJECT_BEGINS =
  /^(?:the|a|an|our|your|its|his|their|this|these|those|all|any|each|every|both|no|one|two|three|half|only|it|them|him|her|us|to|for|from|in|on|at|by|with|back|off|out|up|down|fewer|more|less|new|old|next|again|now|today|how|what|which|who|whether|if|that|every\p{L}+|any\p{L}+|some|such|first|second|[\d$€£].*|\p{Lu}.*|lorries|trucks|agency|suppliers|customers|prices|contracts|budgets|half|ahead)/u;
const NOT_VERBS = new Set("no not here there may might".split(" "));
