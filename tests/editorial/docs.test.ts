import { expect, test } from "vitest";
import { generateEditorial } from "../../scripts/generate-editorial.ts";
import { measurePrecision } from "../../scripts/measure-precision.ts";
import { readCorpora } from "./read-corpora.ts";

test("docs/editorial.md tells the rules as they are, and how often they are right (npm run docs)", async () => {
  const scores = await measurePrecision(readCorpora());
  await expect(generateEditorial(scores)).toMatchFileSnapshot("../../docs/editorial.md");
});
