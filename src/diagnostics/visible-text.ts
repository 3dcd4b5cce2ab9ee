/** Control characters and bidirectional overrides, which could rewrite a terminal or show a text in another order. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** The text with every character that could act on a terminal replaced by a visible one of the same width. */
export const visibleText = (text: string): string =>
  text.replace(INVISIBLE, (character) => {
    const code = character.charCodeAt(0);
    // Unicode has a picture for each ASCII control character, in the same order.
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\ufffd";
  });
