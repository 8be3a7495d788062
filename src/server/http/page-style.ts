/** How the page looks: light and dark, on a phone and on a wall, with a focus that is seen. */

/** Its style sheet. */
export const pageStyle = `
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--soft:#f3f4f6;--line:#767b85;--faint:#565b64;--link:#0b4fb3;--mark:#a34700;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e9e7e4;--paper:#15171b;--soft:#22262d;--line:#8b919c;--faint:#b3b8c2;--link:#9cc2ff;--mark:#ffb454;--bad:#ff9d94}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:56em;padding:0 1em 2em;font:17px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
h1{font-size:1.5em;margin:.6em 0 .2em}
h2{font-size:1.2em;margin:1.5em 0 .4em;border-bottom:2px solid var(--line)}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
code,textarea{font:.9em/1.4 ui-monospace,monospace}
code{background:var(--soft);padding:0 .25em}
label{font-weight:700}
select,button,textarea{color:var(--ink);background:var(--soft);border:1px solid var(--line);border-radius:.3em}
select,button{font:inherit;padding:.3em .8em;max-width:100%}
textarea{display:block;width:100%;padding:.4em}
.faint{color:var(--faint)}
[role=alert]:not(:empty){color:var(--bad);border-left:4px solid var(--bad);padding-left:.7em}
dl{display:grid;grid-template-columns:max-content max-content 1fr;gap:.2em 1em;margin:0}
dt{font-weight:700}
dd{margin:0}
dd+dd{color:var(--faint)}
ol{list-style:none;margin:0;padding:0}
li{padding:.45em 0;border-bottom:1px solid var(--line)}
li.correction{border-left:4px solid var(--mark);padding-left:.6em}
li p{margin:0}
li.new p{font-weight:700}
@media (max-width:40em){dl{grid-template-columns:max-content 1fr}dd+dd{grid-column:1/-1;margin-bottom:.3em}}
`;
