/** A table beside a brief: the header’s names, and each row’s cells by those names, with its line in the file. */
export interface DataTable {
  /** The file as the brief names it, and its text, for the places of findings. */
  readonly file: string;
  readonly text: string;
  /** With a semicolon between cells, numbers have a decimal comma. */
  readonly separator: "," | ";" | "\t";
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
}

export interface DataRow {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}
