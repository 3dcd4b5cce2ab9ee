import { keyOf } from "../../src/delivery/ledger-record.ts";
import type { Person } from "../../src/delivery/person.ts";
import type { Recipient } from "../../src/delivery/plan-delivery.ts";

/** Somebody on a list. */
export const samplePerson = (address: string, changes: Partial<Person> = {}): Person => ({
  address,
  normalised: address.toLowerCase(),
  domain: address.split("@")[1] ?? "",
  name: "",
  audience: "all",
  locale: "en",
  fields: {},
  where: { file: "people.csv", line: 2, column: 1 },
  ...changes,
});

/** Somebody who is to get the brief `weekly`. */
export function sampleRecipient(address: string, changes: Partial<Recipient> = {}): Recipient {
  const person = samplePerson(address);
  const [brief, edition] = ["weekly", "all/en"];
  const key = keyOf({ brief, edition, to: person.normalised });
  return { person, brief, edition, key, attempts: 0, dueAtMs: 0, ...changes };
}
