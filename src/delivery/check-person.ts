import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { failure, hasError, type Outcome, success } from "../diagnostics/outcome.ts";
import { shorten } from "../diagnostics/shorten.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { parseAddress } from "./address.ts";
import { hasHomograph } from "./homograph.ts";
import { KNOWN_COLUMNS, type ListRow, NAME_MAX_CHARACTERS, VALUE_MAX_CHARACTERS } from "./list-row.ts";
import type { Person } from "./person.ts";

/** What a line of a list is held against. */
export interface CheckContext {
  /** The editions that there are, `all` among them. */
  readonly audiences: readonly string[];
  /** Locale of people whose line names none. */
  readonly locale: string;
  /** Domains that mail may go to; any, when empty. */
  readonly allowedDomains: readonly string[];
  /** Columns that every person needs, for the address to unsubscribe at. */
  readonly neededFields: readonly string[];
}

/** The person that a line stands for, or everything that is wrong with the line. */
export function checkPerson({ values, where }: ListRow, context: CheckContext): Outcome<Person> {
  const trimmed = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.trim()]));
  const { email = "", name = "", audience = "", locale = "", ...fields } = trimmed;
  const findings = Object.entries(values).flatMap(([column, value]) => refuseValue(column, value));
  const address = parseAddress(email);
  if (typeof address === "string") {
    const isTold = findings.some(({ code }) => code === "list-value-long" || code === "list-value-control");
    if (!isTold) findings.push(diagnose("list-address", { fault: address, text: shorten(email) }));
  } else {
    findings.push(...judgeDomain(address.domain, context));
  }
  const edition = audience === "" ? "all" : audience.toLowerCase();
  if (!context.audiences.includes(edition)) {
    findings.push(
      diagnose("list-audience", {
        audience: shorten(audience),
        has: context.audiences,
        suggestion: suggest(audience, context.audiences),
      }),
    );
  }
  if (locale !== "" && !LOCALE.test(locale)) {
    findings.push(diagnose("list-locale", { locale: shorten(locale) }));
  }
  for (const field of context.neededFields) {
    if ((trimmed[field] ?? "") === "") findings.push(diagnose("list-field-missing", { field }));
  }
  const placed = findings.map((finding) => ({ ...finding, where }));
  if (typeof address === "string" || hasError(placed)) return failure(placed);
  const person: Person = {
    ...address,
    name,
    audience: edition,
    locale: locale === "" ? context.locale : locale,
    fields,
    where,
  };
  return success(person, placed);
}

/** BCP 47, as far as labels go: a language, perhaps a script and a region. */
const LOCALE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;

/** Line breaks and other controls are how a header is broken into; a mark of direction hides what a name says. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

function refuseValue(column: string, value: string): Diagnostic[] {
  if (value.length > (column === "name" ? NAME_MAX_CHARACTERS : VALUE_MAX_CHARACTERS)) {
    return [diagnose("list-value-long", { column: shorten(column), characters: value.length })];
  }
  if (CONTROLS.test(value)) return [diagnose("list-value-control", { column: shorten(column) })];
  // A telephone number may begin with + and a number with -; only in the columns we know is that never right.
  const isKnown = KNOWN_COLUMNS.some((known) => known === column) && column !== "email";
  const isFormula = isKnown ? /^\s*[=+\-@]/.test(value) : /^\s*[=@]/.test(value);
  return column !== "email" && isFormula
    ? [diagnose("list-value-formula", { column: shorten(column), text: shorten(value) })]
    : [];
}

function judgeDomain(domain: string, { allowedDomains }: CheckContext): Diagnostic[] {
  const isAllowed =
    allowedDomains.length === 0 || allowedDomains.some((allowed) => allowed.toLowerCase() === domain);
  if (!isAllowed) return [diagnose("list-domain", { domain, allowed: allowedDomains })];
  return hasHomograph(domain) ? [diagnose("list-homograph", { domain })] : [];
}
