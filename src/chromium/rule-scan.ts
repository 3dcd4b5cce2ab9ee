/** What the rules of a page’s style sheets tell beforehand. */
export interface RuleFacts {
  /** Selectors of elements that may have generated content, without the pseudo-element. */
  readonly generating: readonly string[];
  /** Every property that is set anywhere; an element without attributes of its own has the initial value of all others. */
  readonly declared: ReadonlySet<string>;
  /**
   * Selectors of the elements that may do something to what is inside them, other than by inheritance; undefined if that
   * cannot be told from the rules.
   */
  readonly acting: readonly string[] | undefined;
  /** Whether the layout may depend on the height of the window. */
  readonly usesWindowHeight: boolean;
  /** Whether a rule for screens uses a variable of the fit. */
  readonly usesFitOnScreens: boolean;
  /** The rules for dark screens: whether they change nothing but colours, and on what they put a ground. */
  readonly dark: { readonly isOnlyColours: boolean; readonly grounds: readonly string[] };
}

/** A rule that declares something, and what it stands in. */
interface RuleInPlace {
  readonly rule: CSSRule;
  readonly style: CSSStyleDeclaration;
  readonly selector: string;
  readonly isDark: boolean;
  readonly isForPaper: boolean;
  readonly isScoped: boolean;
}

/** Reads the rules of a page, once a style sheet. It runs inside the page, so it can use nothing from outside itself. */
export function ruleScan() {
  const ACTING = new Set(
    "all opacity filter mask-image content-visibility transform scale rotate zoom clip-path clip overflow-x overflow-y contain position background-color background-image z-index mix-blend-mode animation-name".split(
      " ",
    ),
  );
  let sheets: CSSStyleSheet[] = [];
  let facts: RuleFacts | undefined;

  return (): RuleFacts => {
    const current = [...document.styleSheets, ...document.adoptedStyleSheets];
    const isSame =
      current.length === sheets.length && current.every((sheet, index) => sheet === sheets[index]);
    if (!isSame || !facts) {
      sheets = current;
      facts = scan(current.flatMap((sheet) => [...sheet.cssRules]));
    }
    return facts;
  };

  function scan(rules: readonly CSSRule[]): RuleFacts {
    const top = { selector: "*", isDark: false, isForPaper: false, isScoped: false };
    const all = rules.flatMap((rule) => flatten(rule, top));
    const generating = all.filter(({ style }) => style.content !== "").flatMap(bearers);
    return {
      generating: [...new Set(generating)].filter(isSelector),
      declared: new Set(all.flatMap(({ style }) => [...style])),
      acting: actingIn(all),
      usesWindowHeight: rules.some((rule) => !(rule instanceof CSSFontFaceRule) && isOfHeight(rule.cssText)),
      usesFitOnScreens: all.some(
        ({ rule, isForPaper }) => !isForPaper && rule.cssText.includes("var(--fit-"),
      ),
      dark: darkIn(all.filter(({ isDark }) => isDark)),
    };
  }

  /** A rule and those in it that declare something; fonts aside. */
  function flatten(rule: CSSRule, outer: Omit<RuleInPlace, "rule" | "style">): RuleInPlace[] {
    if (rule instanceof CSSFontFaceRule) return [];
    const media = rule instanceof CSSMediaRule ? [...rule.media] : [];
    const isPrint = media.length > 0 && media.every((query) => query.startsWith("print"));
    const place = {
      selector:
        rule instanceof CSSStyleRule
          ? rule.selectorText.replaceAll("&", `:is(${outer.selector})`)
          : outer.selector,
      isDark: outer.isDark || media.some((query) => query.includes("color-scheme")),
      isForPaper: outer.isForPaper || isPrint,
      isScoped: outer.isScoped || /^@scope\b/.test(rule.cssText.slice(0, 10)),
    };
    const own = "style" in rule ? [{ ...place, rule, style: rule.style as CSSStyleDeclaration }] : [];
    const nested = "cssRules" in rule ? [...(rule.cssRules as CSSRuleList)] : [];
    return [...own, ...nested.flatMap((inner) => flatten(inner, place))];
  }

  function actingIn(all: readonly RuleInPlace[]): string[] | undefined {
    const acting = all.filter(({ style }) => [...style].some((property) => ACTING.has(property)));
    const onElements = acting.filter(({ rule }) => !(rule instanceof CSSPageRule));
    const selectors = onElements.map(({ selector }) => selector);
    // An animation’s rules, and what is in a scope, say nothing of the elements that they are for.
    const isKnown = onElements.every(({ rule, isScoped }) => !isScoped && !(rule instanceof CSSKeyframeRule));
    return isKnown && selectors.every(isSelector) ? selectors : undefined;
  }

  function darkIn(dark: readonly RuleInPlace[]): RuleFacts["dark"] {
    const grounds = dark
      .filter(({ style }) => [...style].some((property) => /^background-(?:color|image)$/.test(property)))
      .map(({ selector }) => selector.replace(/::[\w-]+/g, ""));
    const isOnlyColours = dark.every(({ style }) =>
      [...style].every((property) => isColour(property, style)),
    );
    return { isOnlyColours: isOnlyColours && grounds.every(isSelector), grounds };
  }

  /** Whether a declaration changes colours, or else no more than the space around them. */
  function isColour(property: string, style: CSSStyleDeclaration): boolean {
    if (property.startsWith("--")) return CSS.supports("color", style.getPropertyValue(property));
    return (
      /^(?:color|background-(?!clip).*|border-.*|outline-.*|padding-.*|fill|stroke|box-shadow|text-shadow|text-decoration-.*|accent-color|caret-color|color-scheme|print-color-adjust|-webkit-text-fill-color)$/.test(
        property,
      ) ||
      (property === "background-clip" && !style.backgroundClip.includes("text"))
    );
  }

  function bearers({ selector }: RuleInPlace): string[] {
    return selector
      .split(/,(?![^(]*\))/)
      .filter((one) => /::?(?:before|after)\s*$/.test(one))
      .map((one) => one.replace(/::?(?:before|after)\s*$/, "").trim() || "*")
      .map((one) => (/[>+~]$/.test(one) ? `${one} *` : one));
  }

  function isOfHeight(css: string): boolean {
    return /[\d.][sld]?v(?:h|b|min|max)\b|\((?:(?:min|max)-)?(?:device-)?(?:height|aspect-ratio|orientation)\b|[<>]=? *height|height *[<>]/.test(
      css,
    );
  }

  function isSelector(text: string): boolean {
    try {
      document.createDocumentFragment().querySelector(text);
      return true;
    } catch {
      return false;
    }
  }
}
