/** `npm run build`: dist/, with the library as modules and the command line as one file and what it loads later. */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";

rmSync("dist", { recursive: true, force: true });
const { status } = spawnSync("tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
for (const name of globSync("dist/cli/**/*.*").filter((path) => path !== join("dist", "cli", "main.js"))) rmSync(name);

// A command starts sooner when it reads one file instead of three hundred. main.js stays by itself: it turns on the
// compile cache, which only serves what is loaded after it.
const bundle = await rolldown({ input: "src/cli/run.ts", platform: "node", external: [/^@hpcc-js\//] });
const { output } = await bundle.write({ file: "dist/cli/run.js", format: "esm", codeSplitting: false });
await bundle.close();

const packages = new Set(
  output
    .flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []))
    .flatMap((id) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []),
);
writeFileSync("dist/cli/THIRD-PARTY-LICENSES.txt", [...packages].toSorted().map(licence).join("\n\n"));

/** A bundled package's name, version and licence text. */
function licence(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const [file] = globSync("{LICENSE,LICENCE,license}*", { cwd: folder });
  const text = file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : "";
  return `${name} ${version} (${license})\n\n${text}`;
}
