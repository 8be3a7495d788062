/** `npm run build`: dist/, with the library as modules and the command line as one file and what it loads later. */
import { spawnSync } from "node:child_process";
import { globSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { fontStyle, licence, pageScript, scriptNames } from "./page-scripts.ts";

rmSync("dist", { recursive: true, force: true });
// Types are checked by `npm run check:types`; here that would take as long as the rest.
const compiler = "node_modules/typescript-7/bin/tsc";
const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json", "--noCheck"], {
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);
// Lessons and reports are made by the command line alone, which has them in its one file.
for (const folder of ["lesson", "report"]) rmSync(join("dist", folder), { recursive: true });
for (const name of globSync("dist/cli/**/*.*").filter((path) => path !== join("dist", "cli", "main.js"))) rmSync(name);

// A command starts sooner when it reads one file instead of three hundred. main.js stays by itself: it turns on the
// compile cache, which only serves what is loaded after it.
// The worker of the pool lies beside it, a file of its own for the threads. What is seldom needed, or brings files of its
// own, stays the package that it is.
const external = [/^piscina$/, /^csv-stringify/, /^csv-parse$/, /^hyparquet/, /^@resvg\//, /^pg(-boss)?$/];
const output = [
  ...(await bundled("src/cli/run.ts", "run.js")),
  ...(await bundled("src/futures/worker.ts", "worker.js")),
];

const packages = new Set(
  output
    .flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []))
    .flatMap((id) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []),
);
// The scripts of pages and their font, for users who build pages with the package: a bundler is not part of it.
for (const name of scriptNames) writeFileSync(`dist/cli/${name}.page.js`, await pageScript(name));
writeFileSync("dist/cli/font.css", fontStyle());

writeFileSync("dist/cli/THIRD-PARTY-LICENSES.txt", [...packages].toSorted().map(licence).join("\n\n"));

/** Bundles a file and all that it imports into one, and gives what is in it. */
async function bundled(input: string, name: string) {
  const bundle = await rolldown({ input, platform: "node", external });
  const { output: written } = await bundle.write({ file: `dist/cli/${name}`, format: "esm", codeSplitting: false });
  await bundle.close();
  return written;
}
