import { ANYTHING, fieldNames, fieldOf, present, shaped, type Value, withField } from "./value.ts";

/** What the names of a template mean at one place of it. */
export interface Scope {
  /** What `this`, `../`, `../../` and so on are; the last is where the file began. */
  readonly frames: readonly Value[];
  /** Which of the frames is the edition itself; -1 where none is. */
  readonly rootFrame: number;
  /** What `@root` is. */
  readonly root: Value;
  /** The lists that are gone through around this place, the innermost first. */
  readonly loops: readonly Loop[];
  /** Names given with `as |name|`, the innermost first. */
  readonly names: readonly (readonly [name: string, value: Value])[];
}

/** What is gone through. */
export type Loop = "list" | "names";

/** What a path leads to. */
export interface Resolution {
  readonly value: Value;
  readonly fault?: PathFault;
  /** Whether it starts at what the file itself was given. */
  readonly isFromStart: boolean;
}

/** Why a path leads nowhere. */
export interface PathFault {
  readonly kind: "unknown" | "absent";
  /** Which segment of the path is at fault; 0 is the first name. */
  readonly segment: number;
  /** The name that does not exist, or that is asked of a part that may be absent. */
  readonly field: string;
  /** What was asked. */
  readonly holder: Value;
  /** What the part that may be absent is called. */
  readonly part: string;
}

/** Where the names of a path start, and the names. */
interface Start {
  readonly from: Value | undefined;
  readonly way: readonly string[];
  /** How many segments of the path were taken to get there. */
  readonly taken: number;
  readonly at: "root" | "name" | "loop" | number;
}

/** Follows a path through what is known. */
export function resolvePath(path: hbs.AST.PathExpression, scope: Scope): Resolution {
  const { from, way, taken, at } = startOf(path, scope);
  const isFromStart = at === scope.frames.length - 1;
  const fault = (kind: PathFault["kind"], segment: number, field: string, holder: Value, part = "") => ({
    value: ANYTHING,
    fault: { kind, segment, field, holder, part },
    isFromStart,
  });
  if (from === undefined) {
    const field = path.data ? `@${path.parts[0] ?? ""}` : "../";
    return fault("unknown", 0, field, ANYTHING);
  }
  let value = from;
  for (const [index, name] of way.entries()) {
    if (value.isOptional) {
      const part = index > 0 ? (way[index - 1] ?? "") : (path.parts[taken - 1] ?? "this");
      return fault("absent", taken + index, name, value, part);
    }
    const next = fieldOf(value, name);
    if (next === undefined) return fault("unknown", taken + index, name, value);
    value = next;
  }
  return { value, isFromStart };
}

/** The scope where `path` is known to lead to something. */
export function narrowed(scope: Scope, path: hbs.AST.PathExpression): Scope {
  const { from, way, at } = startOf(path, scope);
  if (from === undefined || at === "loop") return scope;
  const { shape, isOptional, literal } = resolvePath(path, scope).value;
  if (!isOptional && shape?.kind !== "list" && literal === undefined) return scope;
  const better = withField(from, way, present);
  if (at === "name") {
    const [name] = path.parts;
    let isDone = false;
    const names = scope.names.map((entry) => {
      if (isDone || entry[0] !== name) return entry;
      isDone = true;
      return [entry[0], better] as const;
    });
    return { ...scope, names };
  }
  const isRoot = at === "root" || at === scope.rootFrame;
  const place = at === "root" ? scope.rootFrame : at;
  const frames = scope.frames.map((frame, index) => (index === place ? better : frame));
  return { ...scope, frames, root: isRoot ? better : scope.root };
}

/** The scope inside a part: `../` leads out of it. */
export function entered(scope: Scope, value: Value): Scope {
  const rootFrame = scope.rootFrame === -1 ? -1 : scope.rootFrame + 1;
  return { ...scope, frames: [value, ...scope.frames], rootFrame };
}

/** Whether a path is one of those that leave the context as it is: `this`, or `@root` where this is the edition. */
export function isSameContext(
  { data, depth, parts, original }: hbs.AST.PathExpression,
  scope: Scope,
): boolean {
  if (data) return original === "@root" && scope.rootFrame === 0;
  return depth === 0 && parts.length === 0;
}

/** Names that may begin a path here. */
export function namesHere({ frames, names }: Scope): string[] {
  const [frame = ANYTHING] = frames;
  return [...new Set([...names.map(([name]) => name), ...fieldNames(frame)])];
}

/** Names after an @. */
export const LOOP_NAMES = ["index", "first", "last", "key"] as const;

function startOf(path: hbs.AST.PathExpression, scope: Scope): Start {
  const { parts, depth, data } = path;
  const [first = "", ...rest] = parts;
  if (data && first === "root") return { from: scope.root, way: rest, taken: 1, at: "root" };
  if (data) return { from: loopValue(first, scope.loops[depth]), way: rest, taken: 1, at: "loop" };
  const named = depth === 0 && !isScoped(path) ? scope.names.find(([name]) => name === first) : undefined;
  if (named !== undefined) return { from: named[1], way: rest, taken: 1, at: "name" };
  return { from: scope.frames[depth], way: parts, taken: 0, at: depth };
}

/** Whether a path says that it begins at the context, as Handlebars tells it (4.7, compiler/ast.js, scopedId). */
const isScoped = ({ original }: hbs.AST.PathExpression): boolean => /^\.|this\b/.test(original);

function loopValue(name: string, loop: Loop | undefined): Value | undefined {
  if (loop === undefined) return undefined;
  switch (name as (typeof LOOP_NAMES)[number]) {
    case "index":
      return shaped({ kind: "number" });
    case "first":
    case "last":
      return shaped({ kind: "yes-no" });
    case "key":
      return shaped({ kind: loop === "list" ? "number" : "text" });
    default:
      return undefined;
  }
}
