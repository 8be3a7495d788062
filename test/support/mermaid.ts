/** The real mermaid, to see that it can draw what is made for it: its own small build, without what these diagrams don't use. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";
import "./no-canvas.ts";

interface Mermaid {
  readonly parse: (text: string) => Promise<{ readonly diagramType: string }>;
}

// It is made for a page: a script that leaves a global. So a test that uses it has `@vitest-environment jsdom`.
runInThisContext(readFileSync(fileURLToPath(import.meta.resolve("@mermaid-js/tiny")), "utf8"));

export const mermaid: Mermaid = Reflect.get(globalThis, "mermaid");
