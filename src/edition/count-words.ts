/** How many words a reader reads in `text`: its words and numbers, without citation marks and web addresses. */
export function countWords(text: string, lang: string): number {
  const prose = text.replace(CITATION_MARK, " ").replace(WEB_ADDRESS, " ");
  return WRITTEN_WITHOUT_SPACES.test(prose)
    ? countSegments(prose, lang)
    : (prose.match(SPACED_WORD) ?? []).length;
}

const CITATION_MARK = /\[\d+(?:, \d+)*\]/g;
const WEB_ADDRESS = /\(?https?:\/\/\S+/g;
const SPACED_WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.,:/-](?=[\p{L}\p{N}]))*/gu;

/** Scripts that need a dictionary to find words. Loading it takes 10 ms, so that other texts go without. */
const WRITTEN_WITHOUT_SPACES =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

function countSegments(text: string, lang: string): number {
  const segments = new Intl.Segmenter(lang, { granularity: "word" }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).length;
}
