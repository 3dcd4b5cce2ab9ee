/**
 * Width of a line of text in px, rather too large than too small: a designer may choose another face, so each letter
 * counts as wide as in the wider of Helvetica and Source Sans 3.
 */
export function textWidth(text: string, fontPx: number): number {
  let thousandths = 0;
  for (const character of text.normalize("NFD")) thousandths += advance(character);
  return (thousandths * fontPx) / 1000;
}

/**
 * The text in at most `maxLines` lines, each no wider than `widthPx`; what does not fit is cut at the end of the last,
 * with an ellipsis.
 */
export function wrapText(text: string, fontPx: number, widthPx: number, maxLines: number): string[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const lines: string[] = [];
  let line = "";
  words.forEach((word, index) => {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || textWidth(longer, fontPx) <= widthPx) {
      line = longer;
    } else if (lines.length === maxLines - 1) {
      line = [line, ...words.slice(index)].join(" ");
      words.length = 0;
    } else {
      lines.push(line);
      line = word;
    }
  });
  return [...lines, line].map((full) => shorten(full, fontPx, widthPx));
}

function shorten(text: string, fontPx: number, widthPx: number): string {
  if (textWidth(text, fontPx) <= widthPx) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, fontPx) > widthPx) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** Advances in thousandths of the font’s size. */
const ADVANCES = new Map(
  Object.entries({
    280: "ijlI!|,.;:/\\[]'’‘ \u00A0\u202F",
    350: 'f"t()-r`{}·',
    500: "Jckszxvy*^",
    560: "abdeghnopquL0123456789?$€£#_–",
    600: "FTZ+<>=−~×÷",
    670: "ABEKPSVXY&",
    730: "CDHNRUw",
    790: "GOQ",
    890: "mM%",
    950: "W",
    1000: "@—…‰",
  }).flatMap(([width, characters]) =>
    [...characters].map((character) => [character, Number(width)] as const),
  ),
);

function advance(character: string): number {
  const known = ADVANCES.get(character);
  if (known !== undefined) return known;
  if (/\p{M}/u.test(character)) return 0;
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(
      character,
    )
  )
    return 1000;
  return /\p{Lu}/u.test(character) ? 720 : 620;
}
