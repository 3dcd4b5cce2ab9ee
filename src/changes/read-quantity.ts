/** A number with its unit, scales multiplied out. */
export interface Quantity {
  readonly value: number;
  /** Currency and what follows the number, as in `$`, `%` or `min`. */
  readonly unit: string;
}

/** The quantity that a figure’s value states; undefined for ranges, years and whatever is not one number. */
export function readQuantity(written: string, locale: string): Quantity | undefined {
  const text = written.normalize("NFKC").replace(/[−–]/g, "-").replace(/\s+/g, " ").trim();
  const { sign, currency = "", digits, rest = "" } = QUANTITY.exec(text)?.groups ?? {};
  if (digits === undefined || /\d/.test(rest)) return undefined;
  const number = readNumber(digits, locale);
  if (number === undefined) return undefined;

  const [first = "", ...others] = rest.trim().split(" ");
  const scale = SCALES.get(first) ?? SCALES.get(first.toLowerCase().replace(/\.$/, ""));
  const unit = [currency.trim(), ...(scale === undefined ? [first] : []), ...others].join(" ").trim();
  if (unit === "" && scale === undefined && /^(?:19|20)\d\d$/.test(digits)) return undefined;
  return { value: (sign === "-" ? -1 : 1) * number * (scale ?? 1), unit };
}

const QUANTITY =
  /^(?:[~≈<>≤≥] ?)?(?<sign>[+-]?) ?(?<currency>(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3} )?) ?(?<digits>\d[\d.,' ]*\d|\d)(?<rest>.*)$/u;

/** Words that mean the same in every language that has them; others stay in the unit, where they must be equal. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["thousand", 1e3],
  ["tsd", 1e3],
  ["mille", 1e3],
  ["mil", 1e3],
  ["M", 1e6],
  ["mn", 1e6],
  ["million", 1e6],
  ["millions", 1e6],
  ["mio", 1e6],
  ["millionen", 1e6],
  ["millones", 1e6],
  ["bn", 1e9],
  ["B", 1e9],
  ["mrd", 1e9],
  ["md", 1e9],
  ["milliarden", 1e9],
  ["milliards", 1e9],
  ["tn", 1e12],
]);

/** Reads digits with the decimal mark of `locale`; the other marks group them. */
function readNumber(digits: string, locale: string): number | undefined {
  const decimal = decimalMark(locale);
  const grouped = decimal === "," ? /[.' ](?=\d{3}(?!\d))/g : /[,' ](?=\d{3}(?!\d))/g;
  const plain = digits.replace(grouped, "").replace(decimal, ".");
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

const decimalMark = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? ".";
