/** The frame of a page that is one file: its head, and a policy by which nothing can be fetched, sent or injected. */
import { sha256 } from "@noble/hashes/sha2.js";
import { escapeHtml } from "../render/index.ts";
import { base64, dataHtml } from "./data.ts";
import { UNSEALED, withSeal } from "./seal.ts";

/** What a document is made of. */
export interface OnePage {
  readonly title: string;
  /** The language of its words. */
  readonly lang?: string;
  readonly style: string;
  /** HTML. */
  readonly body: string;
  /** The one script that may run; nothing in the document can be added to it. None by default. */
  readonly script?: string;
  /** For the script, which takes it by `takeData`. */
  readonly data?: unknown;
}

/** An HTML document in one file. It needs no network, and its policy allows none. */
export function pageHtml({ title, lang = "en", style, body, script = "", data }: OnePage): string {
  const safe = script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const policy = [
    "default-src 'none'",
    ...(safe === "" ? [] : [`script-src 'sha256-${base64(sha256(new TextEncoder().encode(safe)))}'`]),
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return withSeal(`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="demarche-built" content="${UNSEALED}">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
${data === undefined ? "" : `${dataHtml(data)}\n`}${safe === "" ? "" : `<script>${safe}</script>\n`}</body>
</html>
`);
}
