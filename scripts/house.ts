/**
 * `node scripts/house.ts [FOLDER]`: the size and shape of the sources, of this checkout or of another, so that a change of
 * the structure can be held against what was before.
 */
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const root = process.argv[2] ?? ".";
const files = globSync("src/**/*.ts", { cwd: root }).toSorted();
const sources = files.map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
const lengths = sources.map(({ text }) => text.trimEnd().split("\n").length).toSorted((one, other) => one - other);
const folderOf = (file: string): string => file.split("/")[1] ?? "";

/** Names that leave a file, with the files that they leave. */
const names = new Map<string, Set<string>>();
for (const { file, text } of sources) {
  if (file.endsWith("index.ts")) continue;
  for (const [, name = ""] of text.matchAll(
    /^export (?:abstract |async )?(?:const|function\*?|class|interface|type|enum) (\w+)/gm,
  )) {
    names.set(name, (names.get(name) ?? new Set()).add(file));
  }
}

/** Folders that import each other, each pair once a direction. */
const arrows = new Set(
  sources.flatMap(({ file, text }) =>
    [...text.matchAll(/from "(\.[^"]+)"/g)].flatMap(([, to = ""]) => {
      const [here, there] = [folderOf(file), folderOf(relative(".", join(dirname(file), to)))];
      return here === there ? [] : [`${here} → ${there}`];
    }),
  ),
);

const doors = new Set(
  sources
    .filter(({ file }) => /^src\/[a-z]+\/index\.ts$/.test(file))
    .flatMap(({ text }) => [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)])
    .flatMap(([, list = ""]) => list.split(","))
    .flatMap((one) => /\w+(?=\s*$)/.exec(one) ?? []),
);

const manifest: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);
const twice = [...names].filter(([, where]) => where.size > 1);
const rows: readonly (readonly [string, string | number])[] = [
  ["files", files.length],
  ["lines", lengths.reduce((sum, one) => sum + one, 0)],
  ["median lines of a file", lengths[Math.floor(lengths.length / 2)] ?? 0],
  ["longest file", lengths.at(-1) ?? 0],
  ["folders", new Set(files.map((file) => dirname(file))).size],
  ["imports between folders of src", arrows.size],
  ["dependencies", Object.keys(manifest["dependencies"] ?? {}).length],
  ["optional peers", Object.keys(manifest["peerDependencies"] ?? {}).length],
  ["entry points", Object.keys(manifest["exports"] ?? {}).length],
  ["names that leave a file", names.size],
  ["names that leave a folder", doors.size],
  ["names declared in more than one file", twice.length],
];
const width = Math.max(...rows.map(([name]) => name.length));
for (const [name, value] of rows) console.log(`${name.padEnd(width)}  ${value.toLocaleString("en").padStart(7)}`);
const most = twice.toSorted(([, one], [, other]) => other.size - one.size).slice(0, 12);
console.log(`Most often: ${most.map(([name, where]) => `${name} ${where.size}`).join(", ")}`);
