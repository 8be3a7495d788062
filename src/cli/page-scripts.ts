/** The scripts and the font of pages: read from the built package, or bundled from the sources each time. */
import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { packagePath } from "./package.ts";

/** Makes them from the sources: `scripts/page-scripts.ts`, which is no part of the package. */
interface Bundler {
  pageScript(name: string): Promise<string>;
  fontStyle(): string;
}

const bundled = new Map<string, Promise<string>>();

/** The script of a kind of page, bundled once. */
export function pageScript(name: "page" | "slides" | "report"): Promise<string> {
  const known = bundled.get(name) ?? loadPart((bundler) => bundler.pageScript(name), `${name}.page.js`);
  bundled.set(name, known);
  return known;
}

/** The font of pictures, as a style sheet that holds it. */
export function fontStyle(): Promise<string> {
  return loadPart((bundler) => bundler.fontStyle(), "font.css");
}

async function loadPart(bundle: (bundler: Bundler) => string | Promise<string>, file: string): Promise<string> {
  const bundler = packagePath("scripts/page-scripts.ts");
  if (import.meta.url.endsWith(".ts") && existsSync(bundler)) {
    const module: Bundler = await import(pathToFileURL(bundler).href);
    return bundle(module);
  }
  return readFileSync(packagePath(`dist/cli/${file}`), "utf8");
}
