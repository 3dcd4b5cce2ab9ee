// @ts-check

import { element } from "./element.js";
import { part } from "./part.js";
import { tellServer } from "./tell-server.js";
import { titleOf, tokenControl } from "./token-control.js";
import { tryTokens } from "./try-tokens.js";

/**
 * @typedef {import("../src/preview/preview-api.ts").PreviewState} PreviewState
 * @typedef {import("../src/preview/preview-api.ts").ThemeToken} ThemeToken
 */

/** @type {readonly (readonly [string, readonly ThemeToken["type"][]])[]} */
const GROUPS = [
  ["Colours", ["colour"]],
  ["Faces", ["font"]],
  ["Sizes", ["length", "number"]],
  ["Choices", ["choice"]],
];

/**
 * The panel in which design tokens are tried, taken back and written to the project’s settings.
 * @returns {{ show: (state: PreviewState) => void }}
 */
export function openTheme() {
  /** @type {Map<string, string>} */
  const tried = new Map();
  /** @type {readonly ThemeToken[]} */
  let tokens = [];
  let controls = /** @type {Map<string, ReturnType<typeof tokenControl>>} */ (new Map());
  let drawn = "";
  const written = part("written", HTMLElement);
  const trial = tryTokens((reason) => say(reason));

  /** @param {string} text */
  const say = (text) => {
    written.textContent = text;
  };
  const refresh = () => {
    for (const token of tokens) controls.get(token.name)?.show(token, tried.get(token.name));
    showSummary(tokens, tried);
  };
  const send = () => {
    say("");
    trial.send(Object.fromEntries(tried));
    refresh();
  };
  const keep = async () => {
    await trial.settled();
    const kept = [...tried];
    const told = await tellServer("keep", { tokens: kept.map(([name]) => name) });
    if (!told.ok) return say(told.reason);
    for (const [name, value] of kept) if (tried.get(name) === value) tried.delete(name);
    say(
      `Written to brief.config.yaml: ${kept.map(([name, value]) => `${titleOf(name)} ${value}`).join(", ")}.`,
    );
    refresh();
  };
  part("keep", HTMLButtonElement).addEventListener("click", keep);
  part("undo-all", HTMLButtonElement).addEventListener("click", () => {
    tried.clear();
    send();
  });
  part("tokens", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());

  return {
    show(state) {
      tokens = state.tokens;
      const shape = JSON.stringify(
        tokens.map(({ name, type, options, min, max }) => [name, type, options, min, max]),
      );
      if (shape !== drawn) {
        drawn = shape;
        controls = new Map(
          tokens.map((token) => [
            token.name,
            tokenControl(token, {
              tryOut: (value) => {
                tried.set(token.name, value);
                send();
              },
              undo: () => {
                tried.delete(token.name);
                send();
              },
            }),
          ]),
        );
        part("tokens", HTMLFormElement).replaceChildren(...groupsOf(tokens, controls));
      }
      if (!trial.isBusy() && state.status === "good") follow(tried, tokens);
      refresh();
    },
  };
}

/**
 * Takes over what another browser, or this page before it was loaded anew, has tried or given up. A build that failed may
 * not have come so far as to say.
 * @param {Map<string, string>} tried
 * @param {readonly ThemeToken[]} tokens
 */
function follow(tried, tokens) {
  for (const { name, value, isTried } of tokens) {
    if (isTried && !tried.has(name)) tried.set(name, value);
    if (!isTried) tried.delete(name);
  }
  for (const name of tried.keys()) if (!tokens.some((token) => token.name === name)) tried.delete(name);
}

/**
 * @param {readonly ThemeToken[]} tokens
 * @param {ReadonlyMap<string, ReturnType<typeof tokenControl>>} controls
 */
function groupsOf(tokens, controls) {
  return GROUPS.flatMap(([title, types]) => {
    const members = tokens.filter(({ type }) => types.includes(type));
    if (members.length === 0) return [];
    const elements = members.flatMap(({ name }) => controls.get(name)?.element ?? []);
    return [element("fieldset", { class: "token-group" }, [element("legend", {}, [title]), ...elements])];
  });
}

/**
 * @param {readonly ThemeToken[]} tokens
 * @param {ReadonlyMap<string, string>} tried
 */
function showSummary(tokens, tried) {
  const count = tried.size;
  const badge = part("tried-count", HTMLElement);
  const note = count === 1 ? "1 tried, not yet written" : `${count} tried, not yet written`;
  part("theme-note", HTMLElement).textContent =
    tokens.length === 0 ? "This template has no tokens." : count === 0 ? "Change one to try it." : note;
  badge.replaceChildren(
    ...(count === 0
      ? []
      : [
          element("span", { class: "count" }, [
            String(count),
            element("span", { class: "unseen" }, [" tried"]),
          ]),
        ]),
  );
  for (const name of ["keep", "undo-all"]) part(name, HTMLButtonElement).disabled = count === 0;
}
