/** Showing: a view as data, as HTML, as text, and results that show themselves. */
export { escaped } from "./html.ts";
export { consoleText, jupyterDisplay, type Mime, type Shown, shown } from "./shown.ts";
export { type Branch, type Cell, type Figure, facts, list, type Part, prose, table } from "./view.ts";
