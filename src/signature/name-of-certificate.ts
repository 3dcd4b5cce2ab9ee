import type { X509Certificate } from "node:crypto";
import { shorten } from "../diagnostics/shorten.ts";
import { visibleText } from "../diagnostics/visible-text.ts";

/** Longer than the names of people and companies. */
const NAME_MAX_CHARACTERS = 80;

/** Whom a certificate is for: the common name, else the organisation, else all that it says. */
export const nameOfSubject = ({ subject }: X509Certificate): string => nameIn(subject);

/** Who made out a certificate. */
export const nameOfIssuer = ({ issuer }: X509Certificate): string => nameIn(issuer);

function nameIn(distinguishedName: string | undefined): string {
  const lines = (distinguishedName ?? "").split("\n");
  const field = (key: string) => lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1);
  const name = field("CN") ?? field("O") ?? lines.join(", ");
  return shorten(visibleText(unescaped(name)), NAME_MAX_CHARACTERS);
}

/** Node writes commas and their like as RFC 2253 does, with a backslash. */
const unescaped = (text: string): string => text.replace(/\\([,+"\\<>;#= ])/g, "$1");
