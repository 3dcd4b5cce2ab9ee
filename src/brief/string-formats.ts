/** An id: small letters, digits and hyphens. */
export const IDENTIFIER = /^[a-z0-9][a-z0-9-]*$/;

/** Whether a text is a well-formed id; one that is not is reported as such and nothing more is said of it. */
export const isIdentifier = (text: string): boolean => IDENTIFIER.test(text);

/** Whether a text is a complete http or https address without spaces and credentials. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text) && !hasCredentials(text);
}

/** Whether a text is an address with a user name or password in it. */
export function hasCredentials(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username !== "" || password !== "";
}

/** Whether a text is a well-formed language tag (BCP 47) that begins with a code of ISO 639; `german` does not. */
export function isLocale(text: string): boolean {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(text)) return false;
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch (error) {
    // ECMA-402 has malformed tags throw a RangeError.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
