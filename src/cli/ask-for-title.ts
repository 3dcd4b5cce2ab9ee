import { isCancel, text } from "@clack/prompts";

/** The most characters that the schema allows a title. */
const MAX_CHARACTERS = 90;

/** Asks for the title of a new brief; an empty answer keeps `fallback`, and undefined means that the user left. */
export async function askForTitle(fallback: string): Promise<string | undefined> {
  const answer = await text({
    message: "What is the point of the brief, in one line? (Enter to decide later)",
    validate: (value) =>
      (value ?? "").length > MAX_CHARACTERS
        ? `A title has at most ${MAX_CHARACTERS} characters; this one has ${value?.length}.`
        : undefined,
  });
  if (isCancel(answer)) return undefined;
  const title = (answer ?? "").trim();
  return title === "" ? fallback : title;
}
