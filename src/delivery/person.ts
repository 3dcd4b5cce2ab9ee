import type { Place } from "../diagnostics/diagnostic.ts";

/** Somebody to send an edition to. */
export interface Person {
  readonly address: string;
  /** What “the same person” means: see {@link MailAddress}. */
  readonly normalised: string;
  readonly domain: string;
  /** Empty when the list names none. */
  readonly name: string;
  /** Whose edition this person gets. */
  readonly audience: string;
  readonly locale: string;
  /** Every further column of the list. */
  readonly fields: Readonly<Record<string, string>>;
  readonly where: Place;
}
