export { readClaims } from "./claims.ts";
export { type Breach, judgePdf } from "./judge-pdf.ts";
export { askedBy, STANDARDS, type Standard } from "./rule.ts";
export { RULE_GROUPS } from "./rules/index.ts";
