import type { Output } from "../helpers.ts";
import type { ProjectHelper, TakenKind, ValueKind } from "../project-helpers.ts";

/** How a helper may be called. */
export interface Signature {
  readonly name: string;
  /** As a block, `{{#name}}…{{/name}}`; by itself, `{{name}}`; or anywhere but as a block, `(name)` too. */
  readonly form: "block" | "mustache" | "inline";
  /** How many values it takes, at least and at most. */
  readonly least: number;
  readonly most: number;
  /** What each value must be; any, where nothing is said. */
  readonly takes: readonly TakenKind[];
  /** Names that may be handed to it: `includeZero=true`. */
  readonly named: readonly string[];
  readonly gives: ValueKind | "markup" | "nothing";
  /** How it is used, for the hint and the reference. */
  readonly usage: string;
  /** What it does, for the reference. */
  readonly about: string;
}

/** How the helpers of every template are called, by name. */
export const SIGNATURES: ReadonlyMap<string, Signature> = new Map(
  [
    block(
      "if",
      "{{#if author}}…{{else}}…{{/if}}",
      "asks whether there is something: an empty text or list is nothing",
      ["includeZero"],
    ),
    block("unless", "{{#unless author}}…{{/unless}}", "asks whether there is nothing", ["includeZero"]),
    block(
      "each",
      "{{#each caveats}}…{{else}}…{{/each}}",
      "repeats for each of a list; `@index` counts from 0, `@first` and `@last` tell the ends; `{{else}}` is for an empty list",
    ),
    block(
      "with",
      "{{#with author}}…{{else}}…{{/with}}",
      "goes into a part, and prints nothing where there is none",
    ),
    {
      ...inline("rich", 1, "{{rich bottomLine}}", "prints rich text"),
      form: "mustache" as const,
      gives: "markup" as const,
    },
    inline("eq", 2, '{{#if (eq audience.id "all")}}…{{/if}}', "whether both are the same"),
    inline("not", 1, "{{#if (not author)}}…{{/if}}", "whether it is nothing"),
    {
      ...inline("and", 1, "{{#if (and author classification)}}…{{/if}}", "whether all are something"),
      most: Number.POSITIVE_INFINITY,
    },
    {
      ...inline("or", 1, "{{#if (or owner by)}}…{{/if}}", "whether one is something"),
      most: Number.POSITIVE_INFINITY,
    },
  ].map((signature: Signature) => [signature.name, signature]),
);

/** How templates of this output call the helpers of Execbrief and of their project. */
export function signaturesFor(
  output: Output,
  ofProject: readonly ProjectHelper[],
): ReadonlyMap<string, Signature> {
  const known = [...SIGNATURES.values()].filter(({ name }) => output === "html" || name !== "rich");
  return new Map([...known, ...ofProject.map(signatureOf)].map((signature) => [signature.name, signature]));
}

function signatureOf({ name, takes, gives }: ProjectHelper): Signature {
  const least = takes.filter((kind) => !kind.endsWith("?")).length;
  const values = takes.map((kind) => (kind.endsWith("?") ? `[${kind.slice(0, -1)}]` : kind)).join(" ");
  return {
    name,
    form: "inline",
    least,
    most: takes.length,
    takes,
    named: [],
    gives,
    usage: `{{${name} ${values}}}`,
    about: "",
  };
}

function block(name: string, usage: string, about: string, named: readonly string[] = []): Signature {
  return { name, form: "block", least: 1, most: 1, takes: [], named, gives: "nothing", usage, about };
}

function inline(name: string, values: number, usage: string, about: string): Signature {
  return {
    name,
    form: "inline",
    least: values,
    most: values,
    takes: [],
    named: [],
    gives: "yes-no",
    usage,
    about,
  };
}
