/** Whether a word is a past participle that makes a verb passive, and not an adjective of state such as “limited” or “pleased”. */
export function isParticiple(word: string): boolean {
  const lower = word.toLowerCase();
  return !STATES.has(lower) && (IRREGULAR.has(lower) || /\p{L}{2,}ed$/u.test(lower));
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const STATES = words(
  "limited interested concerned pleased satisfied worried prepared supposed used based unchanged committed located " +
    "excited tired advanced detailed related mixed united dedicated experienced aged crowded indeed need",
);
const IRREGULAR = words(
  "done made taken given seen known shown put cut set sold bought built brought held kept left lost met paid read run " +
    "said sent spent told understood written won withdrawn begun broken chosen drawn driven forgotten frozen hidden " +
    "laid led shut sought split spread struck taught thought thrown found cast reset rebuilt rewritten overseen undone",
);
