import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { ListRow, ListRows } from "./list-row.ts";

/** A document of plain data that knows where each part stands; the reader of briefs gives one. */
export interface PlacedDocument {
  readonly value: unknown;
  readonly locate: (path: readonly PropertyKey[]) => Place;
}

/** Reads the rows of a list in YAML: `people:` and under it one map of texts a person. */
export function yamlRows({ value, locate }: PlacedDocument): Outcome<ListRows> {
  const people = isMap(value) ? value.people : undefined;
  if (!Array.isArray(people)) return failure([diagnose("list-yaml-shape", {}, start(locate([])))]);
  const rows: ListRow[] = [];
  const diagnostics: Diagnostic[] = [];
  people.forEach((item: unknown, index) => {
    const where = start(locate(["people", index]));
    if (!isMap(item)) {
      diagnostics.push(diagnose("list-yaml-shape", {}, where));
      return;
    }
    const entries = Object.entries(item);
    const bad = entries.find(([, entry]) => !isText(entry));
    if (bad !== undefined) {
      diagnostics.push(
        diagnose("list-value-type", { column: bad[0] }, start(locate(["people", index, bad[0]]))),
      );
      return;
    }
    const values = entries.map(([key, entry]): [string, string] => [
      key.trim().toLowerCase(),
      String(entry ?? ""),
    ]);
    rows.push({ values: Object.fromEntries(values), where });
  });
  return success({ rows, diagnostics });
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => value === null || ["string", "number"].includes(typeof value);

/** Without the text of the file: a list holds the addresses of people, which a code frame would show. */
const start = ({ file, line, column }: Place): Place => ({ file, line, column });
