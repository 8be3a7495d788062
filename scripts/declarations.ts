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
    for (const name of namesOfModules(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)).toReversed()) {
      const source = sourceOf(name.text, file);
      if (source === undefined) continue;
      reached.add(source);
      const path = relative(dirname(targetOf(file, emitted)), targetOf(source, emitted)).replace(/d\.ts$/, "js");
      text = `${text.slice(0, name.getStart())}"${path.startsWith(".") ? path : `./${path}`}"${text.slice(name.end)}`;
    }
    mkdirSync(dirname(targetOf(file, emitted)), { recursive: true });
    writeFileSync(targetOf(file, emitted), text);
  }
}

/** The names of all modules that a file imports or exports from, or a type is imported from, in their order. */
function namesOfModules(node: ts.Node): readonly ts.StringLiteral[] {
  const names: ts.StringLiteral[] = [];
  const visit = (child: ts.Node): void => {
    const isOfModule =
      ts.isStringLiteral(child) &&
      (ts.isImportDeclaration(child.parent) ||
        ts.isExportDeclaration(child.parent) ||
        ts.isImportTypeNode(child.parent.parent));
    if (isOfModule) names.push(child);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return names;
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
