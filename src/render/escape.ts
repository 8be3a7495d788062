/** Escaping: text made safe to stand in HTML and SVG. */

const SPECIAL = /[&<>"]/;

/** Text for HTML and SVG, in double-quoted attributes too: its special characters as entities. */
export function escapeHtml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
