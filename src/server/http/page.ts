/** The page: one document that needs only this server, and loads nothing else. Its script fills it. */
import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Journal } from "../../journal/index.ts";
import { visibleLine } from "../../problem/index.ts";
import { escapeHtml } from "../../render/index.ts";
import { SAFETY_HEADERS } from "./answer.ts";
import { followJournal } from "./page-script.ts";

/** Sends the page. It does not contain the journal: its script fetches the records, and shows them as text. */
export function sendPage(response: ServerResponse, journal: Journal, query: URLSearchParams): void {
  const nonce = randomBytes(16).toString("base64");
  const token = query.get("token");
  const kept = token === null ? "" : `?token=${encodeURIComponent(token)}`;
  const body = pageOf(visibleLine(journal.name), nonce, kept);
  response.writeHead(200, {
    ...SAFETY_HEADERS,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(body)),
    "Content-Security-Policy": [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}'`,
      "img-src data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
  });
  response.end(body);
}

/** @param kept the token as a query for its links; empty without one */
function pageOf(name: string, nonce: string, kept: string): string {
  const title = escapeHtml(name);
  const [text, lines] = ["records.txt", "records"].map((path) => escapeHtml(`${path}${kept}`));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}: the journal, live</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p role="status" id="status">Not connected yet.</p>
<noscript><p>This page needs its script to be live. <a href="${text}">The records as text</a> need none.</p></noscript>
<p><label for="stream">Line</label> <select id="stream"></select></p>
</header>
<main>
<section aria-labelledby="stand-title">
<h2 id="stand-title">Where it stands</h2>
<p id="stand-told">Not known yet.</p>
<figure id="drawn" hidden><img id="picture" alt=""><details><summary>The same in words</summary><pre id="picture-text" tabindex="0"></pre></details></figure>
<dl id="stand"></dl>
</section>
<section aria-labelledby="append-title">
<h2 id="append-title">Append</h2>
<form id="append">
<label for="event">An event, in braces</label>
<textarea id="event" rows="4" spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="form-of-it"></textarea>
<p id="form-of-it" class="faint">Such as <code>{ id: talks, at: "2024-02-10", act: consult-by-phone, from: IRN, to: PAK, cite: morrow }</code></p>
<p><button type="submit">Append</button></p>
<div role="alert" id="refused"></div>
<p role="status" id="appended"></p>
</form>
</section>
<section aria-labelledby="records-title">
<h2 id="records-title">Records, the latest first</h2>
<ol id="records" reversed></ol>
<p id="older" class="faint"></p>
</section>
</main>
<footer>
<p><a href="${text}">Everything as text</a>, <a href="${lines}">as lines of JSON</a>.
What sources report, judged by the rules of a model; not a forecast.</p>
</footer>
<script nonce="${nonce}">${script()}</script>
</body>
</html>
`;
}

function script(): string {
  return `(${followJournal.toString()})();`.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

/** Its style: light and dark, on a phone and on a projector, with a visible focus. */
const STYLE = `
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
figure{margin:.6em 0}
figure img{display:block;max-width:100%;height:auto}
pre{overflow-x:auto;white-space:pre-wrap}
ol{list-style:none;margin:0;padding:0}
li{padding:.45em 0;border-bottom:1px solid var(--line)}
li.correction{border-left:4px solid var(--mark);padding-left:.6em}
li p{margin:0}
li.new p{font-weight:700}
@media (max-width:40em){dl{grid-template-columns:max-content 1fr}dd+dd{grid-column:1/-1;margin-bottom:.3em}}
`;
