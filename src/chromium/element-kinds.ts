/** Elements by what there is to see in them. */
export type ElementKinds = ReturnType<typeof elementKinds>;

/** Names elements by what there is to see in them. It runs inside the page, so it can use nothing from outside itself. */
export function elementKinds() {
  const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));
  return {
    svg: "http://www.w3.org/2000/svg",
    /** What is in these is no text of the page. */
    unread: names(
      "style script template noscript title desc metadata defs symbol marker pattern mask clipPath linearGradient radialGradient select textarea datalist audio",
    ),
    /** A browser’s own style sheet does nothing with these but lay them out. */
    plain: names(
      "div p span section header footer main article nav figure figcaption blockquote h1 h2 h3 h4 h5 h6 ul ol li dl dt dd a b strong i em cite time small sup sub table thead tbody tfoot tr th td caption",
    ),
    shapes: names("rect path circle ellipse polygon polyline use"),
    pictures: names("img canvas video iframe object embed"),
  };
}
