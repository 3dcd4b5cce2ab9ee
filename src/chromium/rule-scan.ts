/** What the rules of a page’s style sheets tell beforehand. */
export interface RuleFacts {
  /** Selectors of elements that may have generated content, without the pseudo-element. */
  readonly generating: readonly string[];
  /** Every property that is set anywhere; an element without attributes of its own has the initial value of all others. */
  readonly declared: ReadonlySet<string>;
  /** Whether the layout may depend on the height of the window. */
  readonly usesWindowHeight: boolean;
  /** Whether a rule for screens uses a variable of the fit. */
  readonly usesFitOnScreens: boolean;
  /** The rules for dark screens: whether they change nothing but colours, and on what they put a ground. */
  readonly dark: { readonly isOnlyColours: boolean; readonly grounds: readonly string[] };
}

/** Reads the rules of a page, once a style sheet. It runs inside the page, so it can use nothing from outside itself. */
export function ruleScan() {
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
    const generating = new Set<string>();
    const declared = new Set<string>();
    const grounds: string[] = [];
    let usesWindowHeight = false;
    let isOnlyColours = true;
    let usesFitOnScreens = false;
    const visit = (rule: CSSRule, parent: string, isDark: boolean, isForPaper: boolean) => {
      if (rule instanceof CSSFontFaceRule) return;
      const selector =
        rule instanceof CSSStyleRule ? rule.selectorText.replaceAll("&", `:is(${parent})`) : parent;
      if ("style" in rule) for (const property of rule.style as CSSStyleDeclaration) declared.add(property);
      if (rule instanceof CSSStyleRule && rule.style.content !== "") {
        for (const bare of bearers(selector)) generating.add(bare);
      }
      if (isDark && "style" in rule) {
        const style = rule.style as CSSStyleDeclaration;
        if (![...style].every((property) => isColour(property, style))) isOnlyColours = false;
        if (style.background !== "" || style.backgroundColor !== "" || style.backgroundImage !== "") {
          grounds.push(selector.replace(/::[\w-]+/g, ""));
        }
      }
      const nested = "cssRules" in rule ? [...(rule.cssRules as CSSRuleList)] : [];
      if (!isForPaper && "style" in rule && rule.cssText.includes("var(--fit-")) usesFitOnScreens = true;
      // A rule’s text holds that of the rules in it, so the outermost say it all.
      if (parent === "*" && isOfHeight(rule.cssText)) usesWindowHeight = true;
      const isForDark =
        isDark || (rule instanceof CSSMediaRule && rule.media.mediaText.includes("color-scheme"));
      const media = rule instanceof CSSMediaRule ? [...rule.media] : [];
      const isPrint = media.length > 0 && media.every((one) => one.startsWith("print"));
      for (const inner of nested) visit(inner, selector, isForDark, isForPaper || isPrint);
    };
    for (const rule of rules) visit(rule, "*", false, false);
    const dark = { isOnlyColours: isOnlyColours && grounds.every(isSelector), grounds };
    return {
      generating: [...generating].filter(isSelector),
      declared,
      usesWindowHeight,
      usesFitOnScreens,
      dark,
    };
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

  function bearers(selector: string): string[] {
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
