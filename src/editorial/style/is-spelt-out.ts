/** Whether one of the texts says what an acronym means: its long form, with or without brackets, or what it is. */
export function isSpeltOut(acronym: string, longForm: string | undefined, texts: readonly string[]): boolean {
  const patterns = [
    // “International Financial Reporting Standards (IFRS)”, “the competition watchdog (CMA)”
    new RegExp(`[\\p{L}’]{2,}[ -][\\p{L}’-]{2,},? \\((?:the )?[“"]?${acronym}s?[”"]?[,;)]`, "u"),
    new RegExp(`[\\p{L}]{6,} \\([“"]?${acronym}s?[”"]?\\)`, "u"),
    // “IFRS (International Financial Reporting Standards)”
    new RegExp(`\\b${acronym}s? \\([\\p{L}’-]+[ -][^)]*\\)`, "u"),
    new RegExp(`\\b${acronym}s? \\(\\p{L}{6,}\\)`, "u"),
    // “the CMA, Britain’s competition watchdog”, “SAIC, a Chinese maker”
    new RegExp(
      `\\b${acronym}s?, (?:an? |the |our |its |their |his |her |which |who |or |short for |(?:\\p{Lu}[\\p{L}.]+ )*\\p{Lu}[\\p{L}.]*[’']s? )`,
      "u",
    ),
    new RegExp(`\\b${acronym}s? (?:is|are|means|stands for) (?:an? |the |our )`, "u"),
    // “its parent, SAIC,” and “known as CBAM”
    new RegExp(
      `(?:\\b(?:an?|the|its|our|their)|[’']s) [^,.;:]{3,60}, (?:the )?${acronym}\\b(?!,? (?:and|or) )`,
      "iu",
    ),
    new RegExp(
      `\\b(?:called|known as|abbreviated(?: as| to)?|short for|named|dubbed) (?:the |an? )?[“"]?${acronym}\\b`,
      "u",
    ),
    ...initials(acronym),
  ];
  const isWritten = (text: string) =>
    longForm !== undefined && text.toLowerCase().includes(longForm.toLowerCase());
  return texts.some((text) => isWritten(text) || patterns.some((pattern) => pattern.test(text)));
}

const SMALL = "(?:(?:of|for|and|the|on|in|to|at|by|with|de|des|du|la|der|und|&|a) )";

/** Words in a row that begin with the letters; in any case from three letters on, since two are soon found by chance. */
function initials(acronym: string): RegExp[] {
  const letters = [...acronym.replace(/s$/, "")];
  const inOrder = letters.map((letter) => `${letter}[\\p{L}’'-]*`).join(`[ -]${SMALL}{0,2}`);
  const isLong = letters.length >= 3;
  return [new RegExp(`\\b${inOrder}`, isLong ? "iu" : "u")];
}
