import { createHash } from "node:crypto";
import { DIGEST_CHARACTERS } from "./seal.ts";

/** SHA-256 in hexadecimal. */
export const sha256 = (content: Uint8Array | string): string =>
  createHash("sha256").update(content).digest("hex");

/** The digest that a file has with zeros in the place, `at`, where it names its own. */
export function digestOfFile(bytes: Uint8Array, at: number): string {
  return createHash("sha256")
    .update(bytes.subarray(0, at))
    .update("0".repeat(DIGEST_CHARACTERS))
    .update(bytes.subarray(at + DIGEST_CHARACTERS))
    .digest("hex");
}
