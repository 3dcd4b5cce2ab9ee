// Made by scripts/make-client-support.mjs; not to be written by hand.
// Data of caniemail.com, state of 2025-09-09, under the MIT licence.

/** The mail programs of the table, in the order of its letters. */
export const MAIL_CLIENTS = [
  "gmail",
  "outlook-windows",
  "outlook-new",
  "outlook-mac",
  "outlook-mobile",
  "apple-mail",
  "yahoo",
  "aol",
  "thunderbird",
  "samsung-email",
  "protonmail",
  "fastmail",
  "gmx",
  "web-de",
  "orange",
] as const;
export type MailClient = (typeof MAIL_CLIENTS)[number];

/** What not every program supports, with a letter for each: y yes, a partly, n no, u unknown. */
export const SUPPORT_TABLE = `
!important aayyyyaayyaynnn | 1ch ynyyyynnyyyynnn | 1rem ynyyyynnyyyynnn | 1vh ynyyyayyyyynnnn
1vmax ynyyyynnyyyynnn | 1vmin ynyyyynnyyyynnn | 1vw ynyyyyyyyyynnnn | ::after nnaanynnyynynnn
::before nnaanynnyynynnn | ::first-letter nnaanyyyyynyyyn | ::first-line nnaanyyyyynyyyn
::marker nnnynyyyyynyuun | ::placeholder nnaanyyyyynynnn | :active nnaynnynynyyyyn
:checked nnayayyyyynynnn | :first-child nnayyyyyyynyyyy | :first-of-type nnayyyyyyynynny
:focus nnaynnynyyyynnn | :has nnnnnynnnynynnn | :hover nnaynyynyyyynny | :lang nnnnyynnuyyuuuu
:last-child nnayyyyyyynyyyy | :last-of-type nnayyyyyyynynny | :link nyayyyyyyynyyyy | :not nnnynynnyynynny
:nth-child nnnynynnyynynny | :nth-last-child nnnynynnyynynny | :nth-last-of-type nnnynynnyynynny
:nth-of-type nnnynynnyynynny | :only-child nnayyyyyyynyyyy | :only-of-type nnayyyyyyynyyyy
:target nnayynynyynnnnn | :visited nnayynynynnynnn | <abbr> ynyyyynnyyyyyyn | <acronym> ynyyyynnyyuuyyu
<address> yyyyyyyyyyyynnn | <article> anayaynnyyyynna | <aside> anayaynnyyyynna | <audio> nnnnnynnyynnnnn
<base> ayaanyaayynannn | <bdi> nnnynynnyyyynnn | <body> ayanaynnyynnyya | <button> annnnynyyynynny
<code> yyyyyyyyyyyyyun | <details> anayaynnyyyynna | <dfn> yayyyyyyyyyuyyu | <dialog> nnnynynnyynnnnn
<dl> aaaaayaayyyyyyy | <figcaption> anayaynnyyyynna | <figure> anayaynnyyyynna | <footer> anayaynnyyyynna
<form> ananyynyyynnnnn | <header> anayaynnyyyynna | <input> ynyynynyannynnn | <link> nynynynnnnnnnnn
<main> anayaynnyyyynna | <map> yyyyyynnyynyyyy | <mark> anayaynnyyyynna | <marquee> nnayyyaayyannnn
<meter> nnyyyynnyyyynnn | <nav> anayaynnyyyynna | <object> nnnanannaannnnn | <ol> aaaaayaayyyyyyy
<picture> nnnynannyynnnnn | <progress> nnnynynnyyyynnn | <rp> nnyyyyyyyyyynnn | <rt> nnyyyyyyyyyynnn
<ruby> nnyyyyyyyyyynnn | <section> anayaynnyyyynna | <select> anyyyanyayyynny | <small> yyyyyyyyyyyyyyn
<strike> ayyyyyyyyyyyyyy | <style> nayyyyyyyyaynny | <summary> anayaynnyyyynna | <svg> nnnynannyyynnny
<textarea> ynyynynyanaynny | <time> anayaynnyyyynna | <ul> aaaaayaayyyyyyy | <video> nnnynannyannnnn
<wbr> nnyyyyyyyyyynnn | =fit-content anyyaynnynyyuun | =initial anyyyynnyyyynnn
=max-content anyyaynnynyyuun | =min-content anyyaynnynyyuun | =system-ui anyyayaaaaayyua
=ui-monospace anyyayaaaaayyua | =ui-rounded anyyayaaaaayyua | =ui-sans-serif anyyayaaaaayyua
=ui-serif anyyayaaaaayyua | @font-face nanynynnyynnnnn | @import nynynynnnnnnnnn
@keyframes nnnynynnyynynnn | @media nnayayaanaayyyy | @media (-webkit-device-pixel-ratio) nnyyyynnnynynny
@media (any-hover) nnyyyynnuyyuuuu | @media (hover) nnyyyynnuyyuuuu | @media (orientation) nnyyyannnynyyyy
@media (prefers-color-scheme) nnyyyynnnynynny | @media (prefers-reduced-motion) nnyyyynnnyannny
@supports nnnynyyynynnnny | accent-color nnnnnynnuynnuun | align-items nnyyyynnyyyynnn
align= yyyayyyyyyayyyy | animation nnnynynnyynynnn | aria-describedby= nnyyyynnnyynnnn
aria-hidden= yyyyyynnnyyynnn | aria-label= yyyyyynnnyyynnn | aria-labelledby= nnnyyynnnyynnnn
aria-live= yanynynnnyyynnn | aspect-ratio nnnnnynnnnynnnn | backdrop-filter nnnynynnuyuunnn
background yayyyyaayyyyaaa | background-blend-mode nnyyyynnyyyynnn | background-clip nnyyyynnyyyynnn
background-color yyyyyyyyyyyyaaa | background-image ynyyyyaayyyyaay | background-origin nnyyyynnyyyynnn
background-position ynyyyyyyyyyyaay | background-repeat ynyyyyyyyyyyaay | background-size nnyyyyyyyyyynnn
background= aayyyyyyyyyyyyy | block-size nnnnnynnyyyynnn | border yayyyyyyyyyyyyy
border-block nnnnnynnunyunnu | border-block-color nnnynynnuyyunnu | border-block-end nnnanynnuayunnu
border-block-start nnnanynnuayunnu | border-block-style nnnynynnuyyunnu | border-block-width nnnynynnuyyunnu
border-bottom yayyyyyyyyyyyyy | border-end-end-radius nnnnnynnunyuuuu
border-end-start-radius nnnnnynnunyuuuu | border-image nnnynynnyyyynnn | border-inline nnnnnynnunyunnu
border-inline-color nnnynynnuyyunnu | border-inline-end nnnanynnuayunnu
border-inline-start nnnanynnuayunnu | border-inline-style nnnynynnuyyunnu
border-inline-width nnnynynnuyyunnu | border-left yayyyyyyyyyyyyy | border-radius ynyyyyaayyyynnn
border-right yayyyyyyyyyyyyy | border-spacing ynynyyyyyyuuyyu | border-start-end-radius nnnnnynnunyuuuu
border-start-start-radius nnnnnynnunyuuuu | border-top yayyyyyyyyyyyyy | bottom nnyyyynnyayyyyy
box-shadow nnyyyynnyyyynnn | box-sizing nnyyyynnyyyyyyn | calc() annynynnyyyynnn
caption-side ynyyyyyyyyyyyyy | clamp() annnnynnynynnnn | clear anyuayaauyyuaau | clip-path nnnynynnyyyynnn
color-scheme nnnnnynnyynnnnu | column-count nnyyyynnyyyynny | column-fill ynyyyynnyyyyuuu
column-gap nnayaynnyyyanun | column-rule ynyyyynnyyyyuuu | column-span ynyyyynnyyyyuuu
column-width ynyyyynnyyyyuuu | columns ynyyyynnyyyyuuu | conic-gradient() nnnynynnyayyuun
cursor nunnnnnuyuaunuu | dir= aayyyyyyyyyynna | direction ayyyyyyyyyyyyyy | display aayyyyaayyyaaaa
display:flex anyyyyyyyyyynnn | display:grid nnyynynnyyyynnn | display:none nayyyyyyyyyyyyy
empty-cells ynyyyynnuyuuuuu | filter nnnynynnyyynnnn | flex-direction:column nnyynynnyyyynnn
flex-wrap:wrap nnyyyynnyyyynnn | float anyyyyaayyyyaay | font-kerning ynyyyynnyyuunuu
font-size yayyyyaayauuaau | font-stretch nnyynynnynyuuuu | font-weight yayyyyaayyyyyya | gap nnayaynnyyyanun
grid-template nnnynynnyyynnun | grid-template-areas nnnynynnyyynnun | grid-template-columns nnnynynnyyynnun
grid-template-rows nnnynynnyyynnun | height yayyyynnyyyyyyy | height= yayyyyyyyyyyyyy
hidden= nnnnnynnyyyunnu | href=# nyyynynnynnynnn | href=mailto: yyyyyyaayyayyyn
hyphenate-character nnnnnynnuyuunnu | hyphenate-limit-chars nnnnnnnnnnuunnu | hyphens nnnynynnuyuuuuu
image apng nnyynyyyyyyyyyy | image avif anyyyyyyyyynnnn | image base64 nayyyyyyyyyyaay
image bmp ayyyyyyyyyyynny | image gif yayyyyyyyyyyyyy | image hdr nnnnnnnnnnnnnnn
image heif annnnynnnnnnnnn | image ico ynyyyyyyyyyyyyy | image mp4 nnyynynnnnnnnnn
image svg nyynyyyyyyyyyyy | image tiff annynynnnnnnnnn | image webp anynyyyyyyyyyyy
inline-size nnnnnynnyyyynnn | inline-size nnnnnnnnyyynnnn | inset nnnnnynnynuunnu
justify-content nnyyyynnyyyynnn | lab() nnnynynnnnnyuuu | lang= yyyyyyaayyyynnn | lch() nnnynynnnnnyuuu
left nnyyyynnyayyyyy | letter-spacing yayyyyyyyyyyyyy | light-dark() nnnnnynnyaaunun
line-height yayyyyyyyyyyyya | linear-gradient() annnnynnyayynnn | list-style aayyyyaayynyyyy
list-style-image nnnynynnyynyyyn | list-style-position ynyyyyyyyyyyyyy | loading= nnnynynnyynnnnn
margin aaayayaayyyyyyy | margin-block nnnnnynnynyynny | margin-block-end nnnynynnuyyunnu
margin-block-start nnnynynnuyyunnu | margin-bottom aaayayaayyyyyyy | margin-inline nnnnnynnynyynny
margin-inline-end nnnynynnuyyunnu | margin-inline-start nnnynynnuyyunnu | margin-left aaayayaayyyyyyy
margin-right aaayayaayyyyyyy | margin-top aaayayaayyyyyyy | mask-image nnnynynnuyuunnu
max() annynynnynynnnn | max-block-size nnnynynnuyyuuuu | max-height ynyyyyyyyyyyyyy
max-inline-size nnnnnynnuyyunnu | max-width yayyyyaayyayyyy | meta color-scheme nnnnnnnnynnnnnu
min() annynynnynynnnn | min-block-size nnnnnynnuyyunnu | min-height ynyyyyyyyynyyyy
min-inline-size nnnynynnuyyuuuu | min-width ynyyyyyyyyyyyyy | mix-blend-mode nnyyyynnyyynnnn
object-fit nnyyyynnyyyynnn | object-position nnyyyynnyyyynnn | oklab() nnnynynnnnnyuuu
oklch() nnnynynnnnnyuuu | opacity nnyyyyynyyyynnn | orphans nnyyyynnuyuunnu | outline ynyyyyyyyyyyyyn
outline-offset nnnnnynnyyyynun | overflow anaaaaaayaayaaa | overflow-wrap nnnynannuyuuuuu
padding yayyyyyyyyyyyyy | padding-block nnnnnynnunyunnu | padding-block-end nnnynynnuyyunnu
padding-block-start nnnynynnuyyunnu | padding-bottom yayyyyyyyyyyyyy | padding-inline nnnnnynnunyunnu
padding-inline-end nnnynynnuyyunnu | padding-inline-start nnnynynnuyyunnu | padding-left yayyyyyyyyyyyyy
padding-right yayyyyyyyyyyyyy | padding-top yayyyyyyyyyyyyy | popover= nnnnnynnnannuuu
position nnaynaaayayayya | radial-gradient() annnnynnyyyynny | required= nnnyyynnyynynnn
resize nnnnnnnnuynunnn | rgb() aayyyyaayyyyaaa | rgba() anyyyyaayyyynnn | right nnyyyynnyayyyyy
role= yyyyyyaayyyynnn | row-gap nnayaynnyyyanun | scroll-snap nnnnnynnyyynuun | shape-margin nnnynynnyyuuuuu
shape-outside nnnynynnyyuuuuu | sizes= nnnynynnyynnnnn | srcset= nnnynynnyynnnnn | tab-size nnyynynnuyuunnu
table-layout ynyyyyyyuyuuuuu | target= nanaaannaannnnn | text-align aayyyyaayyyyyya
text-align-last ynnnnynnuyuuuuu | text-decoration aayyyyyyyynyaan | text-decoration-color nnyayyyyyyyynnn
text-decoration-line ynyyyyynyyyunnu | text-decoration-skip-ink nnnnnynnyyyynnn
text-decoration-style ynyyyyynyyuunnu | text-decoration-thickness nnnynynnyyyynnn
text-emphasis nnyynynnunyunnu | text-emphasis-position nnnynynnunyunnu | text-indent ayyyyyaayyyyyyy
text-justify naannnnnunuuanu | text-orientation ynynyynnyyyunnu | text-overflow anyyyynnynyynnn
text-shadow nnnynyyyyyyyyyy | text-transform yayyyyyyyyyyyyy | text-underline-offset nnnnnynnyyyynnn
text-underline-position anynaannyyyunnu | text-wrap nnnnnynnuyuunnu | top nnyyyynnyayyyyy
transform nnnynynnyyyynnn | transition nnnnnyaayanyuun | user-select nnnnnannuyuunnu | var() nnnynynnyyynnnn
visibility nnyyyyynyyyyyyn | white-space anyyyyayynyyaay | white-space-collapse nnnnnynnuyuuuuu
widows nnyyyynnuyuunnu | width yayyyyyyyyyyyyy | width= yayyyyyyyyyyyyy | word-break ayaaaannyaaynnn
word-spacing ynyyyyanyyyuaau | word-wrap anyunyyuuuuuuuu | writing-mode anyyyynnyyynnnn
z-index nnyyyyyyyyyyyyy
`;
