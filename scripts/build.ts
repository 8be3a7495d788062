/**
 * `npm run build`: dist/, with the library as modules, its types, and the command line as few files. Packages that
 * users do not meet are copied in: few of their files are needed, and theirs are many.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type ChunkingContext, type OutputOptions, type RolldownOptions, rolldown } from "rolldown";
import { writeDeclarations } from "./declarations.ts";
import { fontStyle, licences, pageScript, scriptNames } from "./page-scripts.ts";

const manifest: {
  readonly browser: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
} = JSON.parse(readFileSync("package.json", "utf8"));

/** The path of a published module within src and dist. */
const moduleOf = (published: string): string => published.replace(/^\.\/dist\/(.*)\.js$/, "$1");
/** The doors of the library. */
const doors = Object.values(manifest.exports).flatMap((door) =>
  typeof door === "string" ? [] : [moduleOf(door.default)],
);
/** Modules that are found by their path: by a thread, or by a bundler for browsers. */
const found = ["futures/worker", ...Object.values(manifest.browser).map(moduleOf)];

rmSync("dist", { recursive: true, force: true });
const modules = await built(
  {
    input: [...doors, ...found].map((path) => `src/${path}.ts`),
    external: [...packagesNamed({ ...manifest.dependencies, ...manifest.peerDependencies }), /^node:/],
    platform: "neutral",
  },
  {
    dir: "dist",
    preserveModules: true,
    preserveModulesRoot: "src",
    entryFileNames: ({ name }) => `${name.replace(/^.*node_modules\//, "packages/")}.js`,
  },
);

// A command starts sooner when it reads one file instead of three hundred: core.js, with what the first commands need,
// and rest.js where it needs more. The worker of the pool lies beside them, a file of its own for the threads. What is
// seldom needed, or brings files of its own, stays the package that it is. main.js turns on the compile cache, which only
// serves what is loaded after it.
const apart = packagesNamed({ piscina: "", ...manifest.peerDependencies });
const inCore = new Set<string>();
const minify = { mangle: false, compress: false, codegen: { removeWhitespace: true } };
const program = [
  ...(await built(
    { input: "src/cli/main.ts", external: apart, checks: { ineffectiveDynamicImport: false } },
    {
      dir: "dist/cli",
      entryFileNames: "[name].js",
      chunkFileNames: "[name].js",
      minify,
      codeSplitting: { groups: [{ name: partOf }] },
    },
  )),
  ...(await built(
    { input: "src/futures/worker.ts", external: apart },
    { file: "dist/cli/worker.js", codeSplitting: false, minify },
  )),
];

// Types are checked by `npm run check:types`; here that would take as long as the rest.
const types = join("node_modules", ".cache", "declarations");
const compiler = "node_modules/typescript-7/bin/tsc";
const emit = ["-p", "tsconfig.build.json", "--noCheck", "--emitDeclarationOnly", "--outDir", types];
const { status } = spawnSync(process.execPath, [compiler, ...emit], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
writeDeclarations(types, doors);

writeFileSync("dist/THIRD-PARTY-LICENSES.txt", licences([...modules, ...program]));

// The scripts of pages and their font, for users who build pages with the package: a bundler is not part of it.
for (const name of scriptNames) writeFileSync(`dist/cli/${name}.page.js`, await pageScript(name));
writeFileSync("dist/cli/font.css", fontStyle());

/** Which file of the program a module goes to. */
function partOf(id: string, context: ChunkingContext): string | null {
  if (id === resolve("src/cli/main.ts")) return null;
  if (inCore.size === 0) {
    const toCome = ["run", "commands/replay", "commands/check", "commands/show", "commands/what-if"];
    const reached = toCome.map((path) => resolve(`src/cli/${path}.ts`));
    for (const module of reached) {
      if (inCore.has(module)) continue;
      inCore.add(module);
      reached.push(...(context.getModuleInfo(module)?.importedIds ?? []));
    }
  }
  return inCore.has(id) ? "core" : "rest";
}

/** The packages of a list in package.json, and what they hold. */
function packagesNamed(list: Readonly<Record<string, string>>): RegExp[] {
  return Object.keys(list).map((name) => new RegExp(`^${name}($|/)`));
}

/** Bundles modules, of packages with several forms the one in modules. @returns the paths of all that is in what was written */
async function built(options: RolldownOptions, output: OutputOptions): Promise<readonly string[]> {
  const bundle = await rolldown({
    platform: "node",
    resolve: { conditionNames: ["es2015", "import", "default"], mainFields: ["module", "main"] },
    ...options,
    checks: { bundlerTimings: false, ...options.checks },
  });
  const { output: written } = await bundle.write({ format: "esm", ...output });
  await bundle.close();
  return written.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
}
