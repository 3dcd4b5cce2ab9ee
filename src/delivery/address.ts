import { domainToASCII } from "node:url";

/** An address that may stand in an envelope and a header, because nothing in it can act on either. */
export interface MailAddress {
  /** As written, with its domain in ASCII (IDNA): what the server is told. */
  readonly address: string;
  /** The same for every way of writing it: small letters, composed. What “the same person” means. */
  readonly normalised: string;
  readonly domain: string;
}

/** Why a text is no address that mail is sent to. */
export type AddressFault =
  | "empty"
  | "long"
  | "control"
  | "space"
  | "named"
  | "several"
  | "quoted"
  | "formula"
  | "routed"
  | "at"
  | "local"
  | "domain"
  | "literal";

/** RFC 5321 4.5.3.1: a path has 256 octets with its brackets, a local part 64. */
const ADDRESS_MAX_OCTETS = 254;
const LOCAL_MAX_OCTETS = 64;

/** Controls, bidirectional marks, and every character of no width, which could hide a difference. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u;
/** RFC 5322 atext without `!` and `%`, which relays have read as routes, and beyond ASCII letters alone (RFC 6531). */
const ATOM = /^[A-Za-z0-9#$&'*+/=?^_`{|}~\-\p{L}\p{N}\p{M}]+$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads one address from a hostile file. Stricter than RFC 5322: quoted local parts, comments, literals and routes are
 * refused, because real people have none and they are how a header or an envelope is broken into.
 */
export function parseAddress(text: string): MailAddress | AddressFault {
  const fault = refuseText(text);
  if (fault !== undefined) return fault;
  const at = text.indexOf("@");
  if (at < 0 || at !== text.lastIndexOf("@")) return "at";
  const local = text.slice(0, at).normalize("NFC");
  const written = text.slice(at + 1);
  if (/^\[.*\]$/.test(written) || /^[\d.]+$/.test(written)) return "literal";
  if (octets(local) > LOCAL_MAX_OCTETS) return "long";
  if (!local.split(".").every((atom) => ATOM.test(atom))) return "local";
  const domain = asciiDomain(written);
  if (domain === undefined) return "domain";
  const address = `${local}@${domain}`;
  if (octets(address) > ADDRESS_MAX_OCTETS) return "long";
  // RFC 5321 lets a server tell small letters from capitals; none that people use does.
  return { address, domain, normalised: address.normalize("NFKC").toLowerCase() };
}

function refuseText(text: string): AddressFault | undefined {
  if (text === "") return "empty";
  if (text.length > ADDRESS_MAX_OCTETS) return "long";
  if (UNSEEN.test(text)) return "control";
  if (text.includes('"')) return "quoted";
  if (/[<>]/.test(text)) return "named";
  if (/[,;]/.test(text)) return "several";
  if (/\s/u.test(text)) return "space";
  // What a spreadsheet would run; no real address starts with one of these.
  if (/^[=+\-@']/.test(text)) return "formula";
  if (/[!%]/.test(text)) return "routed";
  return undefined;
}

function asciiDomain(written: string): string | undefined {
  const domain = domainToASCII(written).toLowerCase();
  const labels = domain.split(".");
  const isDomain =
    labels.length > 1 && labels.every((label) => LABEL.test(label)) && /[a-z]/.test(labels.at(-1) ?? "");
  // The URL standard maps more than IDNA does; a trailing dot or a percent sign would come out changed.
  return isDomain && !/[%/\\?#:]/.test(written) ? domain : undefined;
}

const octets = (text: string): number => new TextEncoder().encode(text).length;
