/** How a report looks: one screen on a desk, a column on a phone, large in a room, and all of it on paper. */
import { betStyle } from "../page/index.ts";
import { tokens } from "../pictures/index.ts";

const set = (k: 0 | 1): string =>
  ["paper", "panel", "line", "ink", "soft", "a", "b", "force"]
    .map((name) => `--${name}:${Reflect.get(tokens, name)[k]}`)
    .join(";");

/** The style sheet, without the font. */
export const reportStyle: string = `
:root{color-scheme:light dark;${set(0)};--focus:${tokens.threat[0]}}
@media (prefers-color-scheme:dark){:root{${set(1)};--focus:${tokens.threat[1]}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.45 'Source Sans 3 Variable','Source Sans 3','Noto Sans',system-ui,sans-serif;font-variant-numeric:tabular-nums}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
a{color:var(--a)}
.skip{position:absolute;left:-99em}
.skip:focus{position:static}
main,footer{max-width:1440px;margin:0 auto;padding:0 24px}
header{padding-top:14px;display:flex;flex-wrap:wrap;gap:0 24px;align-items:baseline}
h1{font-size:1.75rem;line-height:1.15;margin:0;font-weight:650;letter-spacing:-.01em}
h2{font-size:1.25rem;line-height:1.2;margin:0}
.transport svg{display:block;margin:auto}
header p,.facts,.sources,.where,footer{color:var(--soft);font-size:.875rem;margin:0}
.picture{margin:8px 0}
.picture svg{display:block;width:100%;height:auto}
.picture [data-event]{cursor:pointer}
.transport{border:0;padding:0;min-width:0;display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:8px 0}
button,select{font:inherit;font-size:.875rem;min-width:44px;min-height:40px;border:1px solid var(--line);border-radius:8px;background:var(--panel);color:var(--ink);padding:0 12px;cursor:pointer}
button.main{background:var(--ink);color:var(--paper);min-width:96px}
.transport input{flex:1 1 60px;min-width:60px;min-height:40px;accent-color:var(--ink)}
html{scroll-padding-bottom:120px}
.bar{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;font-size:.875rem;position:sticky;bottom:0;background:var(--paper);z-index:1}
.bar .transport{flex:1 1 540px}
.bar select{max-width:11.25rem}
select.events{width:11.25rem}
@media (min-width:75em){.bar{flex-wrap:nowrap}.bar label{display:flex;gap:6px;align-items:center;white-space:nowrap;min-width:0}.bar select{min-width:60px}.bar .transport{flex-wrap:nowrap;min-width:max-content}.bar :is(button,.where){white-space:nowrap;flex:none}}
.branches{background:var(--paper)}.chosen{background:var(--panel)}
.branches,.chosen{border:1px solid var(--line);border-radius:10px;padding:10px 16px;margin:10px 0}
.branches p,.chosen p{margin:6px 0;max-width:68ch}
.linked button{margin:2px 4px 2px 0}
.void{color:var(--force)}
.turn{display:flex;flex-wrap:wrap;gap:6px;align-items:center;font-size:.875rem;margin:8px 0 0}
.panels{display:grid;grid-template-columns:repeat(12,minmax(0,1fr));gap:12px;margin-top:12px;align-items:start;grid-template-rows:auto 1fr;grid-auto-flow:dense}
.panel .picture{margin:0}
.panel{border:1px solid var(--line);border-radius:10px;padding:4px 12px}
summary{cursor:pointer;min-height:32px}
.along{font-size:.8125rem;color:var(--soft)}
.along summary{width:max-content;margin-left:auto}
.along[open]{text-align:right}
.output{overflow-x:auto}
.paper{content-visibility:auto;contain-intrinsic-size:auto 60rem}
.paper .demarche{font:inherit;font-size:.875rem;max-width:none;overflow:visible;overflow-wrap:anywhere}
.paper{max-width:1440px;margin:24px auto 0;padding:0 24px}
.paper>details>summary{font-size:1.25rem}
${betStyle}
.room body{font-size:1.5rem}
.room .along,.room .panels,.room .branches,.room .paper{display:none}
footer{overflow-wrap:anywhere;padding-top:24px;padding-bottom:24px}
@media (max-width:68.75em){.paper tr,.paper tbody,.paper table{display:block}.paper thead{display:none}.paper .demarche :is(td,th):is(td,th){display:block;min-width:0;border:0;padding:.05em 0;white-space:normal;overflow-wrap:anywhere}.paper tr{border-bottom:1px solid var(--line);padding:.3em 0}.paper [data-head]::before{content:attr(data-head) ': ';color:var(--soft)}.paper pre{white-space:pre-wrap;overflow-wrap:anywhere}}
@media (max-width:43.75em){.bar label{display:block;margin:8px 0}.bar select{width:100%;max-width:none}main,footer,.paper{padding-left:14px;padding-right:14px}h1{font-size:1.375rem}.bar{display:contents}.transport{position:sticky;bottom:0;background:var(--paper);padding:6px 0;z-index:1;margin:0}}
@media print{body{background:#fff;color:#000;font-size:11pt}.along,.transport,.branches,.chosen,.skip,button{display:none!important}.paper{content-visibility:visible}.paper details::details-content{content-visibility:visible;display:block}tr,figure{break-inside:avoid}}
@media (forced-colors:active){.demarche-picture *{forced-color-adjust:none}button.main{color:ButtonText;background:ButtonFace}}
`;
