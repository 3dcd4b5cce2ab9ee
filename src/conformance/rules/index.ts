import type { RuleGroup } from "../rule.ts";
import { ANNOTATIONS } from "./annotations.ts";
import { ATTACHMENTS } from "./attachments.ts";
import { BEHAVIOUR } from "./behaviour.ts";
import { COLOUR } from "./colour.ts";
import { DRAWING } from "./drawing.ts";
import { FILE_BYTES } from "./file-bytes.ts";
import { FILE_OBJECTS } from "./file-objects.ts";
import { FONTS } from "./fonts.ts";
import { LANGUAGE } from "./language.ts";
import { LISTS_AND_TABLES } from "./lists-and-tables.ts";
import { MARKING } from "./marking.ts";
import { METADATA } from "./metadata.ts";
import { STRUCTURE } from "./structure.ts";

/** Every rule, from the file as a whole to its smallest parts. */
export const RULE_GROUPS: readonly RuleGroup[] = [
  FILE_BYTES,
  FILE_OBJECTS,
  METADATA,
  LANGUAGE,
  STRUCTURE,
  LISTS_AND_TABLES,
  MARKING,
  ANNOTATIONS,
  FONTS,
  COLOUR,
  DRAWING,
  BEHAVIOUR,
  ATTACHMENTS,
];
