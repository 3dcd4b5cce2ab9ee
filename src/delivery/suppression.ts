import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { shorten } from "../diagnostics/shorten.ts";
import { parseAddress } from "./address.ts";
import { csvRows } from "./csv-rows.ts";

/**
 * Reads the list of people who must not be written to: CSV with a column `email`. A line that cannot be read is an error,
 * since passing over it would write to somebody who asked for silence.
 */
export function readSuppression(file: string, text: string): Outcome<ReadonlySet<string>> {
  if (text.trim() === "") return success(new Set());
  const read = csvRows(file, text);
  if (!read.ok) return read;
  const addresses = new Set<string>();
  const faults: Diagnostic[] = [...read.value.diagnostics];
  for (const { values, where } of read.value.rows) {
    const email = (values.email ?? "").trim();
    const address = parseAddress(email);
    if (typeof address === "string") {
      faults.push(diagnose("list-address", { fault: address, text: shorten(email) }, where));
    } else {
      addresses.add(address.normalised);
    }
  }
  return faults.length > 0 ? failure(faults) : success(addresses);
}
