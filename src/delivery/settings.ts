/** Who a message comes from, or goes back to. */
export interface Mailbox {
  readonly name?: string | undefined;
  readonly address: string;
}

/** How the server is talked to: encrypted after STARTTLS, encrypted from the start, or, on this machine alone, not at all. */
export type SmtpSecurity = "starttls" | "tls" | "none";

/** The server that takes the messages. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly security: SmtpSecurity;
  readonly user?: string | undefined;
  /** Certificates to trust besides those of the system, a PEM text. */
  readonly authority?: string | undefined;
}

/** Where a reader goes who wants no more (RFC 2369 and 8058); `{email}` and `{field}` stand for the person’s own. */
export interface UnsubscribeSettings {
  readonly url?: string | undefined;
  readonly mailto?: string | undefined;
}

/** Whose domain answers for a message (RFC 6376). */
export interface DkimSettings {
  readonly domain: string;
  readonly selector: string;
  /** PEM text of an RSA key. */
  readonly privateKey: string;
}
