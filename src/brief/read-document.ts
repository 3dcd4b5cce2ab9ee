import { Composer, type CST, type Document, isScalar, Lexer, type ParsedNode, Parser } from "yaml";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { placesOf } from "../diagnostics/text-position.ts";
import { type Positions, positionsIn } from "./document-positions.ts";
import { explainSyntax } from "./explain-syntax.ts";
import { FILE_MAX_BYTES, NESTING_MAX, SYNTAX_PARTS_MAX } from "./limits.ts";
import { plainData } from "./plain-data.ts";
import type { BriefSource } from "./source.ts";

/** What a YAML or JSON file says, as plain data, with the places where it says so. */
export interface BriefDocument extends Positions {
  /** Objects, lists, strings, numbers, booleans and null. */
  readonly value: unknown;
}

/** Reads YAML 1.2 or JSON; all syntax faults are reported together, and nothing is returned when there is one. */
export function readDocument({ path, text: raw }: BriefSource): Outcome<BriefDocument> {
  const text = raw.replace(/^\ufeff/, "");
  const placeAt = placesOf(path, text);
  const refused = refuseText(path, text, placeAt(0));
  if (refused !== undefined) return failure([refused]);

  const syntax = parseSyntax(text, placeAt);
  if (!syntax.ok) return syntax;
  const [document, next] = syntax.value.filter(hasContent);
  const faults = explainSyntax(syntax.value, text, placeAt);
  if (next !== undefined) faults.push(diagnose("syntax-documents", {}, placeAt(next.range[0])));
  if (document === undefined) {
    return failure(faults.length > 0 ? faults : [diagnose("file-empty", { path }, placeAt(0))]);
  }

  const { value, aliases, diagnostics } = plainData(document.contents, text, placeAt);
  const findings = withoutConsequences(oneEachLine([...faults, ...diagnostics.filter(isError)]));
  if (findings.length > 0) return failure(findings);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const found = Array.isArray(value) ? "a list" : "a single text";
    return failure([diagnose("syntax-top", { found }, placeAt(document.contents?.range[0] ?? 0))]);
  }
  return success({ value, ...positionsIn(document.contents, aliases, text, placeAt) }, diagnostics);
}

/** Where lines are indented wrongly, the next line and repeated keys are seldom the author’s mistake. */
function withoutConsequences(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const isMisplaced = ({ code }: Diagnostic): boolean => code === "syntax-tab" || code === "syntax-indent";
  const misplaced = diagnostics.filter(isMisplaced);
  return diagnostics.filter(({ code, where }) => {
    if (code === "duplicate-key") return misplaced.length === 0;
    const isAfterMisplaced = misplaced.some((other) => other.where?.line === (where?.line ?? 0) - 1);
    return code !== "syntax-indent" || !isAfterMisplaced;
  });
}

type Places = ReturnType<typeof placesOf>;

function refuseText(path: string, text: string, where: Diagnostic["where"]): Diagnostic | undefined {
  // A UTF-16 code unit takes one to three bytes, so only a long text needs to be measured.
  const bytes = text.length * 3 <= FILE_MAX_BYTES ? text.length : new TextEncoder().encode(text).length;
  if (bytes > FILE_MAX_BYTES)
    return diagnose("file-too-large", { path, bytes, limit: FILE_MAX_BYTES }, where);
  return text.includes("\0") ? diagnose("file-binary", { path }, where) : undefined;
}

/** The limits are watched while reading, since composing a document recurses and would take long on junk. */
function parseSyntax(text: string, placeAt: Places): Outcome<Document.Parsed[]> {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  let parts = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    parts += 1;
    if (parser.stack.length > NESTING_MAX)
      return failure([diagnose("syntax-deep", {}, placeAt(parser.offset))]);
    if (parts > SYNTAX_PARTS_MAX) {
      return failure([diagnose("syntax-many-parts", { limit: SYNTAX_PARTS_MAX }, placeAt(parser.offset))]);
    }
  }
  tokens.push(...parser.end());
  // Repeated keys are looked for elsewhere: the library compares each with each, which takes minutes on a large file.
  const composer = new Composer({ version: "1.2", schema: "core", uniqueKeys: false });
  return success([...composer.compose(tokens)]);
}

const hasContent = ({ contents, errors }: Document.Parsed): boolean =>
  errors.length > 0 || !isNothing(contents);

const isNothing = (contents: ParsedNode | null): boolean =>
  contents === null || (isScalar(contents) && contents.source === "" && contents.type === "PLAIN");

const isError = ({ severity }: Diagnostic): boolean => severity === "error";

/** Further faults of one line are consequences of the first; the more telling ones come first where two meet. */
function oneEachLine(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byLine = new Map<number, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const line = diagnostic.where?.line ?? 0;
    const present = byLine.get(line);
    if (present === undefined || (present.code !== "yaml-alias" && diagnostic.code === "yaml-alias")) {
      byLine.set(line, diagnostic);
    }
  }
  return [...byLine.values()].sort((a, b) => (a.where?.line ?? 0) - (b.where?.line ?? 0));
}
