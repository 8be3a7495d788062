/** Showing: results that show themselves, in a cell and in a console. */
export { consoleText, jupyterDisplay, type Mime, type Shown, shown } from "./shown.ts";
