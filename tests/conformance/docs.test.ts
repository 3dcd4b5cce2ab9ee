import { expect, test } from "vitest";
import { generateConformance } from "../../scripts/generate-conformance.ts";

test("docs/conformance.md lists every rule (npm run docs)", async () => {
  await expect(generateConformance()).toMatchFileSnapshot("../../docs/conformance.md");
});
