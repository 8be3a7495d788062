/** Escaping: text made safe to stand in HTML and SVG. */

/** Text for HTML and SVG, in double-quoted attributes too: its special characters as entities. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
