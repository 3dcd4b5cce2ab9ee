/** The text of one brief file and the name it goes by in messages. */
export interface BriefSource {
  /** Path as the author knows it, or `<stdin>`. */
  readonly path: string;
  readonly text: string;
}
