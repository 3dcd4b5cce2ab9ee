/** What a command is to write; nothing in this folder writes. */
export interface PlannedFile {
  /** Absolute path. */
  readonly file: string;
  readonly content: string | Uint8Array;
}
