import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { type CheckContext, checkPerson } from "./check-person.ts";
import { csvRows } from "./csv-rows.ts";
import type { ListRows } from "./list-row.ts";
import type { Person } from "./person.ts";
import { type PlacedDocument, yamlRows } from "./yaml-rows.ts";

/** The people of a list that can be written to; every other line has an error among the findings. */
export interface PeopleList {
  readonly people: readonly Person[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The text of a list and how it is to be read. */
export interface ListSource extends CheckContext {
  /** Path as its owner knows it; its ending says whether it is CSV or YAML. */
  readonly path: string;
  readonly text: string;
  readonly readYaml: (source: { path: string; text: string }) => Outcome<PlacedDocument>;
}

/** The most people of one list: beyond it this is not how mail is sent. */
const PEOPLE_MAX = 50_000;

/** Reads a list of people; a fault of one line never keeps the others from being told. */
export function readList(source: ListSource): Outcome<PeopleList> {
  const read = readRows(source);
  if (!read.ok) return read;
  const { rows, diagnostics } = read.value;
  const start = { file: source.path, line: 1, column: 1 };
  if (rows.length > PEOPLE_MAX) return failure([diagnose("list-too-long", { limit: PEOPLE_MAX }, start)]);
  if (rows.length === 0 && diagnostics.length === 0) {
    return failure([diagnose("list-empty", { path: source.path }, start)]);
  }
  const findings = [...diagnostics];
  const people = new Map<string, Person>();
  for (const row of rows) {
    const checked = checkPerson(row, source);
    findings.push(...checked.diagnostics);
    if (!checked.ok) continue;
    const { value: person } = checked;
    const first = people.get(person.normalised);
    if (first === undefined) people.set(person.normalised, person);
    else {
      findings.push(
        diagnose(
          "list-address-twice",
          { address: person.address, firstLine: first.where.line },
          person.where,
        ),
      );
    }
  }
  findings.push(...twinsOf(people));
  findings.sort((a, b) => (a.where?.line ?? 0) - (b.where?.line ?? 0));
  return success({ people: [...people.values()], diagnostics: findings });
}

function readRows({ path, text, readYaml }: ListSource): Outcome<ListRows> {
  if (/\.(?:csv|tsv|txt)$/i.test(path)) return csvRows(path, text);
  if (!/\.(?:ya?ml|json)$/i.test(path)) {
    return failure([diagnose("list-format", { path }, { file: path, line: 1, column: 1 })]);
  }
  const document = readYaml({ path, text });
  return document.ok ? yamlRows(document.value) : document;
}

/** `ann+news@…` beside `ann@…` is mostly one person, who would get two messages. */
function twinsOf(people: ReadonlyMap<string, Person>): Diagnostic[] {
  return [...people.values()].flatMap((person) => {
    const plain = person.normalised.replace(/\+[^@]*@/, "@");
    const twin = plain === person.normalised ? undefined : people.get(plain);
    return twin === undefined
      ? []
      : [diagnose("list-plus-twin", { address: person.address, other: twin.address }, person.where)];
  });
}
