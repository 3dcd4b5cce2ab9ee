/** The file that an image of a Markdown text names: a space may be written as %20, and a per cent sign that is no such code is itself. */
export function imageFile(written: string): string {
  try {
    return decodeURI(written);
  } catch {
    return written;
  }
}
