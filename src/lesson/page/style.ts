/** How pages and slides look: light and dark, on screen and on paper, with a focus that is seen. */
import { betStyle } from "../../page/index.ts";

/** Colours and letters that page and slides share. */
const shared = `
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--panel:#f3f4f6;--line:#767b85;--soft:#5b6470;--a:#0b4fb3;--mark:#a34700;--good:#1b6e2d;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e9e7e4;--paper:#15171b;--panel:#22262d;--line:#8b919c;--soft:#a3adb9;--a:#9cc2ff;--mark:#ffb454;--good:#7ed491;--bad:#ff9d94}}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
a{color:var(--a)}
:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
pre,code{font:0.9em/1.45 ui-monospace,monospace}
pre{background:var(--panel);padding:.6em .8em;overflow-x:auto;border-left:3px solid var(--line);margin:.8em 0}
p code,li code,td code,label code{background:var(--panel);padding:0 .25em}
table{border-collapse:collapse;margin:.9em 0}
th,td{border-bottom:1px solid var(--line);padding:.3em .7em;text-align:left;vertical-align:top}
caption{text-align:left;font-weight:700}
.note{font-style:italic}
p>img{max-width:100%;height:auto}
.output{overflow-x:auto;border-left:3px solid var(--mark);padding:.1em .8em;margin:.8em 0}
.output .demarche{overflow-x:visible}
.output pre{border:0;background:none;padding:0;overflow:visible}
.output svg,.output img{max-width:none}
.picture{margin:.6em 0}.picture svg{display:block;width:100%!important;height:auto}
@media (forced-colors:active){.demarche-picture *{forced-color-adjust:none}button.main{color:ButtonText;background:ButtonFace}}
@media print{.demarche details::details-content{content-visibility:visible;display:block}.demarche summary{display:none}pre{white-space:pre-wrap;overflow-wrap:anywhere}.output .demarche{font-size:8.5pt}.output .demarche tr>:is(th,td):is(th,td){min-width:0;white-space:normal;padding-right:.5em}.output :is(img,svg){max-width:100%!important;height:auto}}
`;

/** A bet stands among the headings of a lesson. */
const bet = `${betStyle}.bet{--line:#c3c9d1}@media (prefers-color-scheme:dark){.bet{--line:#454c57}}.bet h2{font-size:1.15em;margin:.2em 0;border:0}.bet .output{margin:.4em 0}`;

/** On a narrow screen each cell of a table stands below the last, and nothing is cut at the right. */
const narrow = `body{overflow-wrap:anywhere}pre{white-space:pre-wrap;overflow-wrap:anywhere}.output :is(img,svg){max-width:100%!important;height:auto}.picture{overflow-x:auto}.picture svg{min-width:320px}:is(section,article)>table{display:block;overflow-x:auto;font-size:.85em}:is(section,article)>table :is(th,td){padding:.3em .35em;overflow-wrap:break-word;hyphens:auto}button{margin:.15em 0}.output thead{display:none}.output .demarche tbody>tr{display:block;border-bottom:1px solid var(--line);padding:.2em 0}.output .demarche tr>:is(th,td):is(th,td){display:block;border:0;padding:.05em 0;min-width:0;white-space:normal}.output [data-head]::before{content:attr(data-head) ': ';opacity:.8}`;

export const pageStyle: string = `${shared}${bet}
.output .demarche{font-size:.875rem}
header,main,footer,nav{max-width:52em;margin:0 auto;padding:0 1.2em}
.skip{position:absolute;left:-99em}
.skip:focus{position:static}
h1,h2,h3{line-height:1.25}
h2{margin-top:2.2em;border-bottom:2px solid var(--line)}
.part{border:2px solid var(--line);border-radius:.4em;padding:.4em 1em 1em;margin:1.2em 0}
fieldset{min-width:0;border:1px solid var(--line);margin:.8em 0;padding:.4em 1em}
legend{font-weight:700}
button{font:inherit;padding:.35em .9em;border:2px solid var(--line);border-radius:.4em;background:var(--panel);color:var(--ink);cursor:pointer}
button[aria-disabled=true]{opacity:.55;cursor:default}
input,textarea{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--line);padding:.15em .3em}
textarea{width:100%}
[role=alert]:not(:empty){color:var(--bad);font-weight:700}
.feedback{margin:.1em 0 .5em 1.8em}
.feedback.right{color:var(--good)}
.feedback.wrong{color:var(--bad)}
.scripted :is(.script-needed,.paper,.bet-on-paper),html:not(.scripted) .script-only{display:none}
.part[data-predict]{border:0;padding:0}
#fog{max-width:52em;margin:2em auto;padding:1.2em;border:2px dashed var(--line);border-radius:.4em}
details.code>summary{cursor:pointer;font-style:italic}
@media (max-width:40em){${narrow}header,main,footer,nav{padding:0 12px}.part,fieldset{padding-left:6px;padding-right:6px}.output{padding-left:6px;padding-right:0}}
footer{margin-top:3em;border-top:1px solid var(--line);font-size:.9em}
@media print{nav,.skip,button,.script-needed,.script-only,#fog,.walking{display:none!important}.scripted .paper{display:block}body{font-size:11pt;color:#000;background:#fff}tr,figure,fieldset,pre{break-inside:avoid}h2,h3{break-after:avoid}}
`;

/** The handout: for paper, a round on sheets of its own. */
export const handoutStyle: string = `${shared}
article .demarche{font-size:.875rem}
header,main{max-width:52em;margin:0 auto;padding:0 1.2em}
h1,h2,h3{line-height:1.25}
.boxes{list-style:none}
.hint,.bet-on-paper{border:1px solid var(--line);padding:.1em 1em;margin:.8em 0;break-inside:avoid}
.demarche .title{font-size:1em}
@media (max-width:40em){${narrow}header,main{padding:0 12px}ul{padding-left:1em}}
@media print{body{font-size:11pt;color:#000;background:#fff}tr,figure,li{break-inside:avoid}h2,h3{break-after:avoid}article+article{break-before:page}}
`;

/** Cards and slips: what is cut stays on one sheet, A4 or Letter. */
export const cardStyle: string = `${shared}
body>*{max-width:190mm;margin-left:auto;margin-right:auto;padding:0 1em}
main{padding:0}
.teacher{padding:0 1em}
.card,.slip{position:relative;border:1px dashed var(--ink);padding:.2em 1.2em .6em;margin:0 0 -1px;break-inside:avoid}
.slip{min-height:26mm;line-height:2.2}
.cut{position:absolute;top:-.75em;left:1em;line-height:1.4}
h2{margin:.4em 0;font-size:1.25em}
@page{margin:10mm}
@media print{body{font-size:10.5pt;color:#000;background:#fff}header{display:none}.teacher{break-after:page}h1{font-size:16pt}}
`;

/** The slides: letters grow with the screen, and none is smaller than 20 px. */
export const slideStyle: string = `${shared}${bet}
body{font-size:max(1.375rem,1.9vw)}
main>section{padding:1em 6vw 4em;border-bottom:1px solid var(--line)}
main :is(p,li){max-width:46em}
main :is(pre,code,small,caption,.demarche,.note,.source,button,label,input,textarea,.because,.bet *){font-size:max(1.25rem,.9em)}
main :is(code,input) :is(code){font-size:inherit}
main .demarche *{font-size:inherit}
main .demarche .title{font-weight:700;margin:.1em 0}
main .demarche table:has(:is(td,th):nth-child(5)) thead{display:none}
main .demarche table:has(:is(td,th):nth-child(5)) tbody tr{display:flex;flex-wrap:wrap;gap:0 1.2em;padding:.2em 0;border-bottom:1px solid var(--line)}
main .demarche table:has(:is(td,th):nth-child(5)) tbody tr>:is(td,th){border:0;padding:0;max-width:none;min-width:0}
main .output :is(img,svg){max-width:100%!important;max-height:76vh;width:auto;height:auto}
main>section>p>img{display:block;max-width:100%;max-height:64vh}
main pre{white-space:pre-wrap;overflow-wrap:anywhere}
.bet{margin:0}.bet textarea{height:2em}.bet p{margin:.3em 0}@media (min-width:43.8125em){.option{grid-template-columns:minmax(10em,1.2fr) 2fr 110px}}
.event{font-size:1.8em;font-weight:700;margin:.2em 0}
header{display:flex;gap:1em;justify-content:space-between;align-items:baseline;padding:.3em 6vw}header :is(h1,label){font-size:1.25rem;font-weight:400;margin:0}.title{font-size:1.8em;font-weight:700;margin:.4em 0}h2{font-size:1.3em;margin:.2em 0}h3{font-size:1.1em;margin:.3em 0}
nav{position:fixed;right:.6em;bottom:.5em;display:flex;gap:.5em;align-items:center;font-size:1.25rem;background:var(--paper);padding:.1em .3em}
button{font:inherit;min-width:48px;min-height:48px;padding:.2em .8em;border:2px solid var(--line);border-radius:.4em;background:var(--panel);color:var(--ink);cursor:pointer}
html:not(.scripted) .script-only,.scripted .bet-on-paper{display:none}
.output .demarche>.title+figure+table{position:absolute;left:-9999px}
.scripted main>section{display:none;border:0;height:calc(100vh - 2.6em);overflow:auto;touch-action:pan-y pinch-zoom}
.scripted main>section.now{display:block}
.measured main>section{display:block;height:auto;visibility:hidden;overflow:visible}
@media (max-width:40em){.scripted header h1{position:absolute;left:-99em}}
@page{size:A4 landscape;margin:12mm}
@media print{nav,header{display:none!important}.scripted main>section,main>section{display:block;height:auto;min-height:0;break-after:page;padding:0;border:0;overflow:visible}body{font-size:14pt;color:#000;background:#fff}}
`;
