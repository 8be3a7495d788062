/** The scripts of pages and slides: built with the package, or bundled from the sources where those are. */
import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { packagePath } from "../package.ts";

/** The bundled scripts. */
export interface Scripts {
  readonly page: string;
  readonly slides: string;
}

let bundled: Promise<Scripts> | undefined;

/** The scripts, bundled once. */
export function lessonScripts(): Promise<Scripts> {
  bundled ??= found();
  return bundled;
}

async function found(): Promise<Scripts> {
  const bundler = packagePath("scripts/lesson-scripts.ts");
  if (import.meta.url.endsWith(".ts") && existsSync(bundler)) {
    const module: { lessonScripts(): Promise<Scripts> } = await import(pathToFileURL(bundler).href);
    return module.lessonScripts();
  }
  const read = (name: string): string => readFileSync(packagePath(`dist/lesson/${name}.bundle.js`), "utf8");
  return { page: read("page"), slides: read("slides") };
}
