import { type Execbrief, type ExecbriefOptions, openExecbrief } from "../../src/open-execbrief.ts";
import { testSurroundings } from "./surroundings.ts";

/** The real thing, with this machine's browser. */
export async function openTestExecbrief(options: ExecbriefOptions = {}): Promise<Execbrief> {
  const opened = await openExecbrief({ surroundings: testSurroundings(), ...options });
  if (opened.ok) return opened.value;
  throw new Error(opened.diagnostics.map(({ message }) => message).join("\n"));
}
