/** The scripts of pages, bundled for a browser with the licences of what is in them; and the font, as a style sheet. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";

const ROOT = resolve(import.meta.dirname, "..");

/** The source of each script. */
const sources = {
  page: "src/live/lesson/main.ts",
  slides: "src/live/lesson/slides.ts",
  report: "src/live/report/main.tsx",
  paste: "src/live/paste/main.tsx",
  qr: "src/live/qr/main.ts",
} as const;

/** The name of a script. */
export type ScriptName = keyof typeof sources;

/** The scripts that the package brings; the others are the site's. */
export const scriptNames: readonly ScriptName[] = ["page", "slides", "report"];

/** What no page needs: it draws without these packages, and has no threads. */
const LEFT_OUT = /^(piscina|node:.*)$/;

/** Bundles a script. The same sources and the same lock file give the same bytes. */
export async function pageScript(name: ScriptName): Promise<string> {
  const bundle = await rolldown({
    input: join(ROOT, sources[name]),
    cwd: ROOT,
    platform: "browser",
    logLevel: "silent",
    plugins: [
      {
        name: "left-out-of-pages",
        resolveId: (id) => (LEFT_OUT.test(id) ? `\0none:${id}` : null),
        load: (id) => (id.startsWith("\0none:") ? "export {};" : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: "iife", minify: true, codeSplitting: false });
  await bundle.close();
  const [chunk] = output;
  return licenceComment(chunk.moduleIds) + chunk.code.trim();
}

const FONT = "node_modules/@fontsource/source-sans-3";

/** The font of pictures as a style sheet that holds it: Latin letters, and those with which names are written in it. */
export function fontStyle(): string {
  const faces = [400, 600].flatMap((weight) => {
    const css = readFileSync(join(ROOT, FONT, `${weight}.css`), "utf8");
    return ["latin", "latin-ext"].map((subset) => {
      const file = `source-sans-3-${subset}-${weight}-normal.woff2`;
      const range = new RegExp(`url\\(\\./files/${file}\\)[^}]*unicode-range: ([^;]*);`).exec(css)?.[1];
      if (range === undefined) throw new Error(`${weight}.css has no ${file}.`);
      const bytes = readFileSync(join(ROOT, FONT, "files", file)).toString("base64");
      return `@font-face{font-family:'Source Sans 3';font-weight:${weight};src:url(data:font/woff2;base64,${bytes}) format('woff2');unicode-range:${range}}`;
    });
  });
  return `/* ${licence(join(ROOT, FONT)).replaceAll("*/", "* /")} */\n${faces.join("\n")}\n`;
}

/** The licences of what is in a bundle, as a comment. */
function licenceComment(modules: readonly string[]): string {
  const text = licences(modules);
  return text === "" ? "" : `/*!\n${text.replaceAll("*/", "* /")}\n*/\n`;
}

/** Of every package that modules come from its name, version and licence text. */
export function licences(modules: readonly string[]): string {
  const found = modules.flatMap((id) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []);
  return [...new Set(found)].toSorted().map(licence).join("\n\n");
}

/** A bundled package's name, version and licence text. */
function licence(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { name, version, license = manifest.licenses?.[0]?.type } = manifest;
  const [file] = globSync("{LICENSE,LICENCE,license}*", { cwd: folder });
  const text = file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : "";
  return `${name} ${version} (${license})\n\n${text.trimEnd()}`;
}
