/** Whether a text is a complete http or https address without spaces and credentials. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s<>"]+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}

/** Whether a text is a well-formed language tag (BCP 47). */
export function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch (error) {
    // ECMA-402 has malformed tags throw a RangeError.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
