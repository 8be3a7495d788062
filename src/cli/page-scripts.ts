/** The scripts and the font of pages: bundled when the package is built, and from the sources each time they are asked for. */
import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { packagePath } from "./package.ts";

/** What makes them of the sources: `scripts/page-scripts.ts`, which is no part of the package. */
interface Bundler {
  pageScript(name: string): Promise<string>;
  fontStyle(): string;
}

const bundled = new Map<string, Promise<string>>();

/** The script of a kind of page, bundled once. */
export function pageScript(name: "page" | "slides" | "report"): Promise<string> {
  const known = bundled.get(name) ?? made((bundler) => bundler.pageScript(name), `${name}.page.js`);
  bundled.set(name, known);
  return known;
}

/** The font of pictures, as a style sheet that holds it. */
export function fontStyle(): Promise<string> {
  return made((bundler) => bundler.fontStyle(), "font.css");
}

async function made(how: (bundler: Bundler) => string | Promise<string>, file: string): Promise<string> {
  const bundler = packagePath("scripts/page-scripts.ts");
  if (import.meta.url.endsWith(".ts") && existsSync(bundler)) {
    const module: Bundler = await import(pathToFileURL(bundler).href);
    return how(module);
  }
  return readFileSync(packagePath(`dist/cli/${file}`), "utf8");
}
