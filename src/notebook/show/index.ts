/** Showing: results that show themselves, in a cell and in a console. */
export { type Mime, type Shown, shown } from "./shown.ts";
export { awaited, consoleText, jupyterDisplay } from "./unfinished.ts";
