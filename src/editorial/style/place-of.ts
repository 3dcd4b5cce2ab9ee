import type { Sentence } from "../passages.ts";

/** Where to point at: the word of a sentence that stands at `offset` of its text. */
export function placeOf(sentence: Sentence, offset: number): { rawOffset: number; needle: string } {
  const [needle = ""] = /^\S+?(?=[^\p{L}\p{N}]|$)|^\S/u.exec(sentence.text.slice(offset)) ?? [];
  return { rawOffset: sentence.rawOffsetOf(offset), needle };
}

/** Where to point at for a sentence as a whole: its first word. */
export function placeOfFirstWord(sentence: Sentence): { rawOffset: number; needle: string } {
  return placeOf(sentence, sentence.words[0]?.offset ?? 0);
}
