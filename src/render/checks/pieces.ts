/** A template as what it writes: text of its own, and what is put in its place when it is written. */
export type Piece = TextPiece | ValuePiece | PartialPiece | Branches;

export interface TextPiece {
  readonly kind: "text";
  readonly text: string;
}

/** A tag that prints. */
export interface ValuePiece {
  readonly kind: "value";
  readonly node: hbs.AST.MustacheStatement;
}

export interface PartialPiece {
  readonly kind: "partial";
  readonly node: hbs.AST.PartialStatement;
}

/** A block: one of these is written, or one of them several times. */
export interface Branches {
  readonly kind: "branches";
  readonly ways: readonly (readonly Piece[])[];
}

/** The pieces of a template, in order. */
export function piecesOf(program: hbs.AST.Program | undefined): Piece[] {
  return (program?.body ?? []).flatMap((statement): Piece[] => {
    switch (statement.type) {
      case "ContentStatement":
        return [{ kind: "text", text: (statement as hbs.AST.ContentStatement).value }];
      case "MustacheStatement":
        return [{ kind: "value", node: statement as hbs.AST.MustacheStatement }];
      case "PartialStatement":
        return [{ kind: "partial", node: statement as hbs.AST.PartialStatement }];
      case "BlockStatement": {
        const { program: first, inverse } = statement as hbs.AST.BlockStatement;
        return [{ kind: "branches", ways: [piecesOf(first), piecesOf(inverse)] }];
      }
      default:
        return [];
    }
  });
}

/** A piece and where it stands in the text that all pieces make, one branch after the other. */
export interface PlacedPiece {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
  /** The branches of a block. */
  readonly ways: readonly (readonly PlacedPiece[])[];
}

/** Writes pieces as one text, with a word in the place of what is put in; `prefix` stands before it. */
export function writeOut(pieces: readonly Piece[], prefix: string): { text: string; placed: PlacedPiece[] } {
  let text = prefix;
  const place = (piece: Piece): PlacedPiece => {
    const start = text.length;
    if (piece.kind === "branches") {
      const ways = piece.ways.map((way) => way.map(place));
      return { piece, start, end: text.length, ways };
    }
    text += piece.kind === "text" ? piece.text : STAND_IN;
    return { piece, start, end: text.length, ways: [] };
  };
  const placed = pieces.map(place);
  return { text, placed };
}

/** Letters, so that it can stand wherever a name can. */
const STAND_IN = "zzz";

/** What of the pieces stands between two places of the text. */
export function piecesBetween(placed: readonly PlacedPiece[], from: number, to: number): Piece[] {
  return placed.flatMap(({ piece, start, end, ways }): Piece[] => {
    if (end <= from || start >= to) return [];
    if (piece.kind === "text") {
      return [{ kind: "text", text: piece.text.slice(Math.max(0, from - start), to - start) }];
    }
    const isInside = start >= from && end <= to;
    if (piece.kind !== "branches" || isInside) return isInside ? [piece] : [];
    return ways.flatMap((way) => piecesBetween(way, from, to));
  });
}

/** Every value and partial among the pieces, in order. */
export function tagsAmong(placed: readonly PlacedPiece[]): PlacedPiece[] {
  return placed.flatMap((one) => {
    if (one.piece.kind === "branches") return one.ways.flatMap(tagsAmong);
    return one.piece.kind === "text" ? [] : [one];
  });
}
