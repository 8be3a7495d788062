/** The real mermaid, to see that it can draw what is made for it: its own small build, without what these diagrams don't use. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runInContext } from "node:vm";
import { JSDOM } from "jsdom";

interface Mermaid {
  readonly parse: (text: string) => Promise<{ readonly diagramType: string }>;
}

const page = new JSDOM("<!doctype html>", { runScripts: "outside-only" });
// It asks for a canvas and does without; jsdom would say at length that it has none.
page.window.HTMLCanvasElement.prototype.getContext = () => null;
// It is made for a page: a script that leaves a global.
runInContext(readFileSync(fileURLToPath(import.meta.resolve("@mermaid-js/tiny")), "utf8"), page.getInternalVMContext());

export const mermaid: Mermaid = page.window["mermaid"];
