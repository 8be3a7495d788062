/** Showing: results that show themselves, in a cell and in a console. */
export { type Mime, type Shown, withDisplay } from "./shown.ts";
export { consoleText, jupyterDisplay, requireAwait } from "./unfinished.ts";
