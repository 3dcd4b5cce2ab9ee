import { suggest } from "../diagnostics/suggest.ts";

/** What a helper can be handed and can give: a text, a number, or whether something is so. */
export const VALUE_KINDS = ["text", "number", "yes-no"] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** What a helper takes: with “?” a part that a brief may leave out, which is null then. */
export type TakenKind = ValueKind | `${ValueKind}?`;

/** What is handed to a helper. */
export type HelperValue = string | number | boolean | null;

/** A helper that a project adds to its templates: a pure function of texts, numbers and yes or no. */
export interface ProjectHelper {
  /** As templates call it: `{{name value}}`, `{{#if (name value)}}`. */
  readonly name: string;
  /** What each of its values must be; those with “?” may be left out at the end. */
  readonly takes: readonly TakenKind[];
  readonly gives: ValueKind;
  readonly run: (...values: readonly HelperValue[]) => unknown;
}

/** What is wrong with the helper of this name; a clause without a full stop. */
export interface HelperFault {
  readonly name: string;
  readonly problem: string;
}

/** Reads the `helpers` of a module; `taken` are names that templates have already. */
export function readHelpers(
  exported: object,
  taken: readonly string[],
): { readonly helpers: readonly ProjectHelper[]; readonly faults: readonly HelperFault[] } {
  const read = Object.entries(exported).map(([name, declared]) => readHelper(name, declared, taken));
  return {
    helpers: read.flatMap((one) => ("run" in one ? [one] : [])),
    faults: read.flatMap((one) => ("problem" in one ? [one] : [])),
  };
}

/** What a template can call without brackets around the name. */
const HELPER_NAME = /^[a-z][A-Za-z0-9]*$/;

function readHelper(name: string, declared: unknown, taken: readonly string[]): ProjectHelper | HelperFault {
  const fault = (problem: string) => ({ name, problem });
  if (taken.includes(name)) return fault("templates have a helper of this name already");
  if (!HELPER_NAME.test(name) || name in Object.prototype) {
    return fault("a name has letters and digits and begins with a small letter, as in shortName");
  }
  if (typeof declared !== "object" || declared === null) {
    return fault("it must be an object { takes, gives, run }");
  }
  const { takes, gives, run } = declared as Readonly<Record<string, unknown>>;
  if (!Array.isArray(takes) || takes.length === 0) {
    return fault('takes must list what it is handed, at least one, as in ["text", "number?"]');
  }
  const stranger = takes.find((kind) => !TAKEN_KINDS.includes(kind));
  if (stranger !== undefined) return fault(unknownKind("takes", stranger, TAKEN_KINDS));
  const early = takes.findIndex((kind, index) => isOptional(kind) && !takes.slice(index).every(isOptional));
  if (early !== -1) return fault("what may be left out (“?”) must stand after all that must be there");
  if (!VALUE_KINDS.some((kind) => kind === gives)) return fault(unknownKind("gives", gives, VALUE_KINDS));
  if (typeof run !== "function") return fault("run must be a function");
  return { name, takes: [...takes], gives: gives as ValueKind, run: run as ProjectHelper["run"] };
}

const TAKEN_KINDS: readonly string[] = VALUE_KINDS.flatMap((kind) => [kind, `${kind}?`]);

const isOptional = (kind: string): boolean => kind.endsWith("?");

function unknownKind(key: string, written: unknown, known: readonly string[]): string {
  const meant = typeof written === "string" ? suggest(written, known) : undefined;
  const choices = `“${VALUE_KINDS.join("”, “")}”`;
  const all = key === "takes" ? `${choices}, or these with “?”` : choices;
  return meant === undefined
    ? `${key} knows ${all}`
    : `${key} does not know “${String(written)}”; did you mean “${meant}”? It knows ${all}`;
}

/** Calls a helper with the values of a template; throws an Error that says what is wrong with the call or the result. */
export function callHelper(helper: ProjectHelper, values: readonly unknown[]): string | number | boolean {
  const { name, takes, gives, run } = helper;
  const needed = takes.filter((kind) => !isOptional(kind)).length;
  if (values.length < needed || values.length > takes.length) {
    throw new Error(`the helper “${name}” takes ${takes.join(", ")} and got ${counted(values.length)}`);
  }
  const handed = takes.map((kind, index) => valueFor(helper, kind, values[index], index));
  const given = resultOf(name, () => run(...handed));
  if (isAwaited(given)) {
    // A rejection that nobody waits for would end the process.
    given.then(undefined, () => {});
    throw new Error(`the helper “${name}” is asynchronous, and a page cannot wait for it`);
  }
  if (kindOf(given) !== gives) {
    throw new Error(`the helper “${name}” says that it gives ${NOUNS[gives]}, but gave ${describe(given)}`);
  }
  return given as string | number | boolean;
}

/** Helpers see plain values alone, so that none can change what is printed elsewhere. */
function valueFor({ name }: ProjectHelper, kind: TakenKind, value: unknown, index: number): HelperValue {
  const needed = kind.replace("?", "") as ValueKind;
  if ((value === null || value === undefined) && isOptional(kind)) return null;
  if (kindOf(value) === needed) return value as HelperValue;
  const instead =
    needed === "text" && typeof value === "object" && value !== null && "text" in value
      ? "; hand it the plain words, as in claim.text"
      : value === null
        ? `; put {{#if …}} around it, or let the helper take “${kind}?”`
        : "";
  const which = `value ${index + 1} of the helper “${name}”`;
  throw new Error(`${which} must be ${NOUNS[needed]} and is ${describe(value)}${instead}`);
}

function resultOf(name: string, run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the helper “${name}” failed: ${reason}`, { cause: error });
  }
}

const isAwaited = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";

const NOUNS: Readonly<Record<ValueKind, string>> = {
  text: "a text",
  number: "a number",
  "yes-no": "yes or no (true or false)",
};

function kindOf(value: unknown): ValueKind | undefined {
  if (typeof value === "string") return "text";
  if (typeof value === "number" && Number.isFinite(value)) return "number";
  return typeof value === "boolean" ? "yes-no" : undefined;
}

function describe(value: unknown): string {
  const kind = kindOf(value);
  if (kind !== undefined) return NOUNS[kind];
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "number"
    ? String(value)
    : typeof value === "object"
      ? "a group of fields"
      : `a ${typeof value}`;
}

const counted = (count: number): string =>
  count === 0 ? "nothing" : `${count} value${count === 1 ? "" : "s"}`;
