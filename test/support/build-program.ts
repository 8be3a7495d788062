/**
 * The program that tests start, as one file with what it imports: that starts in half the time. It lies as deep as the
 * sources, in a folder with everything else of the clone, and is not what is published: `test/pack` tries that.
 */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";

const [place = ""] = process.argv.slice(2);
const own = join(place, "program", "cli");
mkdirSync(own, { recursive: true });
for (const name of readdirSync(".")) if (!name.startsWith(".")) symlinkSync(resolve(name), join(place, name));

/** What asks whether it is a source is told that it is: scripts of pages and the library come from the sources. */
const asSource = {
  name: "as-source",
  transform: (code: string, id: string) =>
    /\/(page-scripts|outputs)\.ts$/.test(id) ? code.replaceAll('import.meta.url.endsWith(".ts")', "true") : null,
};

for (const [input, name] of [
  ["src/cli/run.ts", "run.js"],
  ["src/futures/worker.ts", "worker.js"],
  ["test/support/journal-writer.ts", "journal-writer.js"],
] as const) {
  const external = [/^piscina$/, /^csv-/, /^hyparquet/, /^pg(-boss)?$/];
  const bundle = await rolldown({ input, platform: "node", external, logLevel: "silent", plugins: [asSource] });
  await bundle.write({ file: join(own, name), format: "esm", codeSplitting: false });
  await bundle.close();
}
// It stays by itself: it turns on the compile cache, which only serves what is loaded after it.
const main = stripTypeScriptTypes(readFileSync("src/cli/main.ts", "utf8")).replace("./run.ts", "./run.js");
writeFileSync(join(own, "main.js"), main);
