/** What the rules of a page’s style sheets tell beforehand. */
export interface RuleFacts {
  /** Selectors of elements that may have generated content, without the pseudo-element. */
  readonly generating: readonly string[];
  /** Every property that is set anywhere; an element without attributes of its own has the initial value of all others. */
  readonly declared: ReadonlySet<string>;
  /** Whether the layout may depend on the height of the window. */
  readonly usesWindowHeight: boolean;
}

/** Reads the rules of a page, once a style sheet. It runs inside the page, so it can use nothing from outside itself. */
export function ruleScan() {
  let sheets: CSSStyleSheet[] = [];
  let facts: RuleFacts = { generating: [], declared: new Set(), usesWindowHeight: false };

  return (): RuleFacts => {
    const current = [...document.styleSheets, ...document.adoptedStyleSheets];
    if (current.length !== sheets.length || current.some((sheet, index) => sheet !== sheets[index])) {
      sheets = current;
      facts = scan(current.flatMap((sheet) => [...sheet.cssRules]));
    }
    return facts;
  };

  function scan(rules: readonly CSSRule[]): RuleFacts {
    const generating = new Set<string>();
    const declared = new Set<string>();
    let usesWindowHeight = false;
    const visit = (rule: CSSRule, parent: string) => {
      if (rule instanceof CSSFontFaceRule) return;
      const selector =
        rule instanceof CSSStyleRule ? rule.selectorText.replaceAll("&", `:is(${parent})`) : parent;
      if ("style" in rule) for (const property of rule.style as CSSStyleDeclaration) declared.add(property);
      if (rule instanceof CSSStyleRule && rule.style.content !== "") {
        for (const bare of bearers(selector)) generating.add(bare);
      }
      const nested = "cssRules" in rule ? [...(rule.cssRules as CSSRuleList)] : [];
      // A rule’s text holds that of the rules in it, so the outermost say it all.
      if (parent === "*" && isOfHeight(rule.cssText)) usesWindowHeight = true;
      for (const inner of nested) visit(inner, selector);
    };
    for (const rule of rules) visit(rule, "*");
    return { generating: [...generating].filter(isSelector), declared, usesWindowHeight };
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
