/** How pages and slides look: light and dark, on screen and on paper, with a focus that is seen. */

/** Colours and letters that page and slides share. */
const shared = `
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--soft:#f3f4f6;--line:#767b85;--link:#0b4fb3;--mark:#a34700;--good:#1b6e2d;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e9e7e4;--paper:#15171b;--soft:#22262d;--line:#8b919c;--link:#9cc2ff;--mark:#ffb454;--good:#7ed491;--bad:#ff9d94}}
*{box-sizing:border-box}
body{margin:0;font:17px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
pre,code{font:0.9em/1.45 ui-monospace,monospace}
pre{background:var(--soft);padding:.6em .8em;overflow-x:auto;border-left:3px solid var(--line);margin:.8em 0}
p code,li code,td code,label code{background:var(--soft);padding:0 .25em}
table{border-collapse:collapse;margin:.9em 0}
th,td{border-bottom:1px solid var(--line);padding:.3em .7em;text-align:left;vertical-align:top}
caption{text-align:left;font-weight:700}
.note{font-style:italic}
.output{overflow-x:auto;border-left:3px solid var(--mark);padding:.1em .8em;margin:.8em 0}
.output .demarche{overflow-x:visible}
.output pre{border:0;background:none;padding:0;overflow:visible}
.output svg,.output img{max-width:none;background:#fff}
@media print{pre{white-space:pre-wrap;overflow-wrap:anywhere}.output .demarche{font-size:8.5pt}.output .demarche tr>:is(th,td):is(th,td){min-width:0;white-space:normal;padding-right:.5em}.output :is(img,svg){max-width:100%!important;height:auto}}
`;

/** The page. */
export const pageStyle: string = `${shared}
header,main,footer,nav{max-width:52em;margin:0 auto;padding:0 1.2em}
.skip{position:absolute;left:-99em}
.skip:focus{position:static}
h1,h2,h3{line-height:1.25}
h2{margin-top:2.2em;border-bottom:2px solid var(--line)}
.part{border:2px solid var(--line);border-radius:.4em;padding:.4em 1em 1em;margin:1.2em 0}
fieldset{min-width:0;border:1px solid var(--line);margin:.8em 0;padding:.4em 1em}
legend{font-weight:700}
button{font:inherit;padding:.35em .9em;border:2px solid var(--line);border-radius:.4em;background:var(--soft);color:var(--ink);cursor:pointer}
button[aria-disabled=true]{opacity:.55;cursor:default}
.chances td{white-space:nowrap}
input,textarea{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--line);padding:.15em .3em}
input[type=number]{width:5.5em}
textarea{width:100%}
[role=alert]:not(:empty){color:var(--bad);font-weight:700}
.feedback{margin:.1em 0 .5em 1.8em}
.feedback.right{color:var(--good)}
.feedback.wrong{color:var(--bad)}
.scripted .script-needed{display:none}
@media (max-width:40em){.part,fieldset{padding-left:.6em;padding-right:.6em}main>section>table{display:block;overflow-x:auto;font-size:.85em}main>section>table :is(th,td){padding:.3em .35em;overflow-wrap:break-word;hyphens:auto}.chances :is(th,td){padding:.3em .15em}input[type=range]{width:5.5em}input[type=number]{width:4em}button{margin:.15em 0}.output thead{display:none}.output .demarche tbody>tr{display:block;border-bottom:1px solid var(--line);padding:.2em 0}.output .demarche tr>:is(th,td):is(th,td){display:block;border:0;padding:.05em 0;min-width:0}.output [data-head]::before{content:attr(data-head) ': ';opacity:.8}}
footer{margin-top:3em;border-top:1px solid var(--line);font-size:.9em}
@media print{nav,.skip,button,.script-needed{display:none!important}body{font-size:11pt;color:#000;background:#fff}tr,figure,fieldset,pre{break-inside:avoid}h2,h3{break-after:avoid}}
`;

/** The slides. */
export const slideStyle: string = `${shared}
body{font-size:22px}
main>section{min-height:100vh;padding:1.8em 8vw 3em;border-bottom:1px solid var(--line);overflow-x:auto}
header{position:fixed;top:0;left:0;right:0;padding:.2em 8vw;background:var(--paper);z-index:1}h1{font-size:.75em;font-weight:400;margin:0}.title{font-size:2em;font-weight:700;margin:.5em 0}h2{font-size:1.6em;margin:.3em 0}h3{font-size:1.25em}
.where{position:fixed;right:1em;bottom:.6em;font-size:.7em;background:var(--paper);padding:.1em .5em;margin:0}
.scripted main>section{display:none;border:0;height:100vh;overflow:auto}
.scripted main>section.now{display:block}
@page{size:A4 landscape;margin:12mm}
@media print{.where,header{display:none}.scripted main>section,main>section{display:block;height:auto;min-height:0;break-after:page;padding:0;border:0;overflow:visible}body{font-size:14pt;color:#000;background:#fff}}
`;
