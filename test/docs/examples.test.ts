// @module-tag long
/** Every TypeScript example of the documentation and of the doc comments is run, and its `// =>` lines are held to. */
import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

interface Example {
  readonly place: string;
  readonly code: string;
}

const manifest: { readonly exports: Readonly<Record<string, { readonly default: string } | undefined>> } = JSON.parse(
  readFileSync("package.json", "utf8"),
);
const pages = ["README.md", ...globSync("docs/**/*.md")];
const sources = globSync("src/**/*.ts");

function examples(file: string, fence: RegExp, clean: (code: string) => string): readonly Example[] {
  return [...readFileSync(file, "utf8").matchAll(fence)].map((match, k) => ({
    place: `${file} (${k + 1})`,
    code: clean(match[1] ?? ""),
  }));
}

const found: readonly Example[] = [
  ...pages.flatMap((file) => examples(file, /```ts\n([\s\S]*?)```/g, (code) => code)),
  ...sources.flatMap((file) =>
    examples(file, /^ \* ```ts\n([\s\S]*?)^ \* ```/gm, (code) => code.replace(/^ \* ?/gm, "")),
  ),
];

/** `expression; // => value` becomes an assertion; imports lead into the sources. */
function runnable({ place, code }: Example): string {
  const body = code
    .replace(/from "demarche(?:\/([a-z]+))?"/g, (_, door?: string) => {
      const target = manifest.exports[door === undefined ? "." : `./${door}`]?.default;
      if (target === undefined) throw new Error(`${place} imports demarche/${door}, which is not published.`);
      const source = target.replace("./dist/", "src/").replace(/js$/, "ts");
      return `from ${JSON.stringify(pathToFileURL(resolve(source)).href)}`;
    })
    .replace(/^(?!import|const)(.+?);? \/\/ => (.+)$/gm, (_, expression: string, value: string) => {
      return `assert.deepEqual(${expression}, ${value}, ${JSON.stringify(`${place}: ${expression}`)});`;
    });
  return `import assert from "node:assert/strict";\n${body}`;
}

test("there are examples, and each asserts something or only shows a call", () => {
  expect(found.length).toBeGreaterThanOrEqual(15);
  expect(found.filter(({ code }) => code.includes("// =>")).length).toBeGreaterThanOrEqual(12);
});

test("every example runs and gives what it says", () => {
  const folder = mkdtempSync(join(tmpdir(), "demarche-examples-"));
  // Examples may import what a user of them has installed, too.
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "dir");
  const names = found.map((example, k) => {
    const name = join(folder, `example-${k}.ts`);
    writeFileSync(name, runnable(example));
    return name;
  });
  const all = join(folder, "all.ts");
  writeFileSync(all, names.map((name) => `import ${JSON.stringify(pathToFileURL(name).href)};`).join("\n"));
  const { status, stdout, stderr } = spawnSync(process.execPath, [all], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  expect(stderr).toBe("");
  expect(status, stdout).toBe(0);
});
