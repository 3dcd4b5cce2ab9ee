import { expect, test } from "vitest";
import { readDocument } from "../../src/brief/read-document.ts";
import { hasHomograph } from "../../src/delivery/homograph.ts";
import { readList } from "../../src/delivery/read-list.ts";
import { readSuppression } from "../../src/delivery/suppression.ts";
import { HOSTILE_LINES } from "./hostile-list.ts";

const listOf = (
  text: string,
  { path = "people.csv", allowedDomains = [] as string[], neededFields = [] as string[] } = {},
) =>
  readList({
    path,
    text,
    readYaml: readDocument,
    audiences: ["all", "c-level", "marketing"],
    locale: "en",
    allowedDomains,
    neededFields,
  });

const HEADER = "email,name,audience,locale";
const breaksIn = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** Where each line of the hostile list begins. */
const LINES = HOSTILE_LINES.map((_line, index) => {
  const before = HOSTILE_LINES.slice(0, index).map((line) => line.text);
  return index + 2 + breaksIn(before.join(""));
});

const hostile = listOf([HEADER, ...HOSTILE_LINES.map(({ text }) => text)].join("\r\n"));

test("the hostile list has at least sixty bad lines", () => {
  expect(HOSTILE_LINES.filter(({ address }) => address === undefined).length).toBeGreaterThanOrEqual(60);
});

test.each(
  HOSTILE_LINES.map((line, index) => ({
    ...line,
    shown: JSON.stringify(line.text).slice(0, 70),
    at: LINES[index],
  })),
)("$shown is $finding", ({ finding, at }) => {
  const codes =
    hostile.diagnostics.length === 0 && hostile.ok ? hostile.value.diagnostics : hostile.diagnostics;
  const found = codes.filter(({ where }) => where?.line === at).map(({ code }) => code);
  expect(found.length === 0 ? "ok" : [...new Set(found)].join()).toBe(finding);
});

test("nobody but the people who may be written to comes out of the hostile list", () => {
  if (!hostile.ok) throw new Error("The list was refused as a whole.");
  const expected = HOSTILE_LINES.flatMap(({ address }) => address ?? []);
  expect(hostile.value.people.map(({ address }) => address)).toEqual(expected);
});

test("no finding shows a line break, a terminal’s controls or a value at full length", () => {
  const all = hostile.ok ? hostile.value.diagnostics : [];
  const long = all.filter(({ message }) => message.length > 300 || /\p{Cc}/u.test(message));
  expect(long.map(({ message }) => message.slice(0, 100))).toEqual([]);
});

test.each([
  ["commas", `${HEADER}\nann@x.test,Ann,c-level,de\n`],
  ["semicolons", `${HEADER.replaceAll(",", ";")}\nann@x.test;Ann;c-level;de\n`],
  ["tabs", `${HEADER.replaceAll(",", "\t")}\nann@x.test\tAnn\tc-level\tde\n`],
  ["a mark of its byte order", `\ufeff${HEADER}\r\nann@x.test,Ann,c-level,de\r\n`],
  ["capitals in its header", "Email, NAME ,Audience,LOCALE\nann@x.test,Ann,C-Level,de\n"],
  ["its columns in another order", "locale,audience,name,email\nde,c-level,Ann,ann@x.test\n"],
  ["blank lines", `${HEADER}\n\n,,,\nann@x.test,Ann,c-level,de\n\n`],
])("a list with %s is read", (_what, text) => {
  const list = listOf(text);
  expect(list.ok && list.value.diagnostics).toEqual([]);
  expect(list.ok && list.value.people).toMatchObject([
    { address: "ann@x.test", name: "Ann", audience: "c-level", locale: "de" },
  ]);
});

test("columns of one’s own come along, and what is left out has its default", () => {
  const list = listOf("email,Token,phone\nann@x.test,t1,+49 30 1\n");
  expect(list.ok && list.value.people).toMatchObject([
    { name: "", audience: "all", locale: "en", fields: { token: "t1", phone: "+49 30 1" } },
  ]);
});

test("a list in YAML is read, and its faults have their places", () => {
  const text = [
    "people:",
    "  - { email: ann@x.test, name: Ann, audience: c-level }",
    '  - { email: "bob@x.test\\r\\nBcc: evil@x.test" }',
    "  - { email: [cat@x.test] }",
    "  - dan@x.test",
    "  - { name: Eve }",
  ].join("\n");
  const list = listOf(text, { path: "people.yaml" });
  if (!list.ok) throw new Error("The list was refused as a whole.");
  expect(list.value.people.map(({ address }) => address)).toEqual(["ann@x.test"]);
  expect(list.value.diagnostics.map(({ code, where }) => `${code} ${where?.line}`)).toEqual([
    "list-value-control 3",
    "list-value-type 4",
    "list-yaml-shape 5",
    "list-address 6",
  ]);
});

const REFUSED: [what: string, text: string, finding: string, path?: string][] = [
  ["nothing", "", "list-empty"],
  ["a header alone", HEADER, "list-empty"],
  ["no header", "ann@x.test,Ann\nbob@x.test,Bob\n", "list-header-missing"],
  ["no column for addresses", "name,phone\nAnn,1\n", "list-no-email"],
  ["another word for it", "E-Mail,name\nann@x.test,Ann\n", "list-no-email"],
  ["a column twice", "email,name,Name\nann@x.test,A,B\n", "list-column-twice"],
  ["a quotation mark that is never closed", `${HEADER}\nann@x.test,"Ann,,\nbob@x.test,Bob,,\n`, "list-csv"],
  ["text after a quotation mark", `${HEADER}\nann@x.test,"Ann"x,,\n`, "list-csv"],
  ["a list of names", "- ann@x.test\n", "syntax-top", "people.yaml"],
  ["another key", "persons: []\n", "list-yaml-shape", "people.yaml"],
  ["a bomb", "a: &a [1,1]\nb: &b [*a,*a]\npeople: [*b, *b]\n", "list-yaml-shape", "people.yaml"],
  ["another ending", HEADER, "list-format", "people.docx"],
];

test.each(REFUSED)("a list with %s sends to nobody", (_what, text, finding, path = "people.csv") => {
  const list = listOf(text, { path });
  const { diagnostics } = list.ok ? list.value : list;
  expect(list.ok ? list.value.people : []).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toContain(finding);
});

test("mail goes to allowed domains alone, and never to one that only ends like them", () => {
  const text = "email\nann@x.test\nbob@evil-x.test\ncat@sub.x.test\ndan@X.TEST\n";
  const list = listOf(text, { allowedDomains: ["x.test"] });
  expect(list.ok && list.value.people.map(({ address }) => address)).toEqual(["ann@x.test", "dan@x.test"]);
  expect(list.ok && list.value.diagnostics.map(({ code }) => code)).toEqual(["list-domain", "list-domain"]);
});

test("a column that unsubscribing needs must be filled in", () => {
  const list = listOf("email,token\nann@x.test,1\nbob@x.test,\n", { neededFields: ["token"] });
  expect(list.ok && list.value.people.map(({ address }) => address)).toEqual(["ann@x.test"]);
});

test("the suppression list knows a person in any letters", () => {
  const list = readSuppression("s.csv", "email,since\nANN@Bücher.example,2025\n");
  expect(list.ok && [...list.value]).toEqual(["ann@xn--bcher-kva.example"]);
});

test("a line of the suppression list that cannot be read is not passed over", () => {
  const list = readSuppression("s.csv", "email\nann@x.test\nbob at x.test\n");
  expect(list.diagnostics.map(({ code, where }) => `${code} ${where?.line}`)).toEqual(["list-address 3"]);
});

test.each([
  ["example.com", false],
  ["xn--bcher-kva.example", false],
  ["xn--80adxhks.example", false],
  ["xn--exmple-4nf.com", true],
  ["xn--80ak6aa92e.com", true],
  ["xn--80a6aa.com", true],
])("%s poses as another: %s", (domain, poses) => {
  expect(hasHomograph(domain)).toBe(poses);
});
