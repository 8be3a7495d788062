/** The declarations of the package: what its doors reach, with those of packages that are part of the build. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

/** Schemas of whoever has another version of zod are schemas, too. */
const REPLACED = new Map([["node_modules/zod/v4/core/versions.d.ts", "export declare const version: any;\n"]]);

/**
 * Writes to dist what the doors reach.
 *
 * @param emitted where the compiler has written the declarations of src
 * @param doors the paths of their modules within it
 */
export function writeDeclarations(emitted: string, doors: readonly string[]): void {
  const reached = new Set(doors.map((path) => join(emitted, `${path}.d.ts`)));
  for (const file of reached) {
    let text = REPLACED.get(file) ?? readFileSync(file, "utf8");
    for (const { fileName, pos, end } of ts.preProcessFile(text, true, true).importedFiles.toReversed()) {
      const source = sourceOf(fileName, file);
      if (source === undefined) continue;
      reached.add(source);
      const path = relative(dirname(targetOf(file, emitted)), targetOf(source, emitted)).replace(/d\.ts$/, "js");
      // The position is that of the quotation mark.
      text = `${text.slice(0, pos + 1)}${path.startsWith(".") ? path : `./${path}`}${text.slice(end + 1)}`;
    }
    mkdirSync(dirname(targetOf(file, emitted)), { recursive: true });
    writeFileSync(targetOf(file, emitted), text);
  }
}

/** Where a module's declarations stand; undefined for a package that is installed. */
function sourceOf(name: string, from: string): string | undefined {
  if (name.startsWith(".")) return join(dirname(from), name).replace(/(\.d)?\.[jt]s$/, ".d.ts");
  return /^zod(\/|$)/.test(name) ? join("node_modules", name, "index.d.ts") : undefined;
}

function targetOf(file: string, emitted: string): string {
  return file.startsWith(emitted)
    ? join("dist", relative(emitted, file))
    : join("dist", "packages", relative("node_modules", file));
}
