/** Every link of the documentation leads to a page and to a heading of it, and the index names every page. */
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "scenarios/README.md", ...globSync("docs/**/*.md")];
const read = (file: string): string => readFileSync(file, "utf8");

/** The links of a page within the project, each as a path from the root and the anchor behind it. */
function linksOf(page: string): readonly { readonly path: string; readonly anchor: string }[] {
  const prose = read(page).replace(/^(`{3,})[\s\S]*?^\1/gm, "");
  return [...prose.matchAll(/\]\(([^)]+)\)/g)]
    .map(([, target = ""]) => target.replace(/\s+/g, ""))
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = "", anchor = ""] = target.split("#");
      return { path: path === "" ? page : join(dirname(page), path), anchor };
    });
}

/** A heading as the address that hosts of repositories make of it. */
const addressOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

function leads({ path, anchor }: { readonly path: string; readonly anchor: string }): boolean {
  if (!existsSync(path) || anchor === "") return existsSync(path);
  return [...read(path).matchAll(/^#+ (.+)$/gm)].some(([, heading = ""]) => addressOf(heading) === anchor);
}

test.each(pages)("every link of %s leads somewhere", (page) => {
  expect(linksOf(page).filter((link) => !leads(link))).toEqual([]);
});

test("the index names every page of the documentation", () => {
  const named = new Set(linksOf("docs/README.md").map(({ path }) => path));
  expect([...named].filter((path) => statSync(path).isFile()).length).toBeGreaterThan(25);
  const listed = globSync("docs/{*,how-to/*,reference/*,explanation/*}.md").filter((page) => page !== "docs/README.md");
  expect(listed.filter((page) => !named.has(page))).toEqual([]);
});

test("every path that says where something goes is there", () => {
  const named = ["CONTRIBUTING.md", "docs/explanation/architecture.md"].flatMap((page) =>
    [...read(page).matchAll(/`((?:src|test|scripts|scenarios|docs|schema|bench)\/[\w./-]+)`/g)].map(
      ([, path = ""]) => path,
    ),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test("every page that sources, scripts, tests and lessons name is there", () => {
  const files = globSync(["{src,scripts,bench,test}/**/*.ts", "notebooks/*/lesson.md", "README.md", "CONTRIBUTING.md"]);
  const named = files.flatMap((file) => [...read(file).matchAll(/\bdocs\/[\w/-]+\.md\b/g)].map(([path]) => path));
  expect(named.length).toBeGreaterThan(30);
  expect([...new Set(named)].filter((path) => !existsSync(path))).toEqual([]);
});
