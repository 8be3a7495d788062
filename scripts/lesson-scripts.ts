/** The scripts of lesson pages and slides: bundled for a browser, with the licences of what is in them. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";

/** The bundled scripts. */
export interface LessonScripts {
  readonly page: string;
  readonly slides: string;
}

/** What a page in a browser is never asked for. */
const OUTSIDE = /^(piscina|node:.*)$/;

/** Bundles both scripts. The same sources and the same lock file give the same bytes. */
export async function lessonScripts(): Promise<LessonScripts> {
  const [page, slides] = await Promise.all(["page", "slides"].map(bundled));
  return { page: page ?? "", slides: slides ?? "" };
}

async function bundled(name: string): Promise<string> {
  const root = resolve(import.meta.dirname, "..");
  const bundle = await rolldown({
    input: join(root, `src/lesson/live/${name}.ts`),
    cwd: root,
    platform: "browser",
    logLevel: "silent",
    plugins: [
      {
        name: "nothing-from-outside",
        resolveId: (id) => (OUTSIDE.test(id) ? `\0none:${id}` : null),
        load: (id) => (id.startsWith("\0none:") ? "export {};" : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: "iife", minify: true, codeSplitting: false });
  await bundle.close();
  const [chunk] = output;
  return licences(chunk.moduleIds) + chunk.code.trim();
}

/** Of every package in a bundle its name, version and licence text, as a comment. */
function licences(modules: readonly string[]): string {
  const found = modules.flatMap((id) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []);
  const folders = [...new Set(found)].toSorted();
  if (folders.length === 0) return "";
  return `/*!\n${folders.map(licence).join("\n\n").replaceAll("*/", "* /")}\n*/\n`;
}

/** A bundled package's name, version and licence text. */
export function licence(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const [file] = globSync("{LICENSE,LICENCE,license}*", { cwd: folder });
  const text = file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : "";
  return `${name} ${version} (${license})\n\n${text.trimEnd()}`;
}
