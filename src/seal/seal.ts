import { z } from "zod";

/** Name of the seal among the files that a PDF carries. */
export const SEAL_NAME = "execbrief-seal.json";
/** The form of seals that this version writes and reads. */
export const SEAL_FORMAT = 1;
/** SHA-256 in hexadecimal. */
export const DIGEST_CHARACTERS = 64;
/** Enough of a SHA-256 to tell one part from another; what nobody may forge has all of it. */
const MARK_CHARACTERS = 16;

const digest = z.string().regex(new RegExp(`^[0-9a-f]{${DIGEST_CHARACTERS}}$`));
const mark = z.string().regex(new RegExp(`^[0-9a-f]{${MARK_CHARACTERS}}$`));
const word = z.string().max(400);

/** A file that the PDF carries beside its seal. */
const sealedFile = z.object({
  /** As the PDF names it. */
  name: word,
  /** Where the brief looks for it, seen from the brief’s own folder; of the brief itself, its name. */
  path: word,
  sha256: digest,
});

const marks = z.object({
  /** What each page draws, and on what sheet. */
  pages: z.array(mark).max(2000),
  /** The links and other annotations of each page. */
  links: z.array(mark).max(2000),
  /** What screen readers are told. */
  structure: mark,
  bookmarks: mark,
  metadata: mark,
  /** Everything else that belongs to the document. */
  settings: mark,
});

/** What a PDF says of itself so that any change to it can be found. */
export const sealSchema = z.object({
  format: z.literal(SEAL_FORMAT),
  /** Program and version. */
  creator: word,
  /** The day that the file names, ISO 8601. */
  date: word,
  edition: z.object({
    audience: word,
    locale: word,
    direction: z.enum(["ltr", "rtl"]),
    page: word,
    /** Sheets that it may fill. */
    pages: z.int().min(1).max(2000),
    template: z.object({ name: word, sha256: digest }),
    /** Of the labels of its language. */
    labels: digest,
    /** As the page shows it. */
    classification: word.nullable(),
  }),
  /** The first is the brief. */
  files: z.array(sealedFile).min(1).max(100),
  /** Of what each page reads, without spaces and capitals. */
  texts: z.array(digest).max(2000),
  marks,
  /** Bytes of the whole file. */
  length: z.int().min(1),
  /** SHA-256 of the whole file, with zeros in the place of this digest. */
  digest,
});

export type Seal = z.infer<typeof sealSchema>;
/** The parts of a document by short digests: they tell what was changed, once it is known that something was. */
export type Marks = z.infer<typeof marks>;
