/** What is said of installing is so, and is the same everywhere; nothing leads to a registry where Démarche is not. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const manifest: {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly devEngines: { readonly runtime: { readonly version: string } };
} = JSON.parse(readFileSync("package.json", "utf8"));
const pages = ["README.md", "CONTRIBUTING.md", "scenarios/README.md", ...globSync("docs/**/*.md")].toSorted();
const read = (file: string): string => readFileSync(file, "utf8").replace(/\s+/g, " ");

test("README, contributors' page and teachers' page ask for the Node of package.json", () => {
  const [published, clone] = [manifest.engines.node, manifest.devEngines.runtime.version].map((range) =>
    range.replace(">=", ""),
  );
  expect(read("README.md")).toContain(`In a clone Node ${clone} with npm is enough`);
  expect(read("CONTRIBUTING.md")).toContain(`You need Node ${clone} or later with npm`);
  for (const page of ["README.md", "CONTRIBUTING.md", "docs/how-to/install.md", "docs/how-to/teach.md"]) {
    expect(read(page)).toContain(`Node ${published} or later`);
  }
  expect(readFileSync("demarche", "utf8")).toContain(`Node ${published} or later`);
});

test("every example is written with ./demarche", () => {
  // What is measured is the program as installed, so that page names no file of a clone.
  const told = pages.filter((page) => page !== "docs/explanation/performance.md");
  const lines = told.flatMap((page) => typed(page).map((line) => `${page}: ${line}`));
  expect(lines.filter((line) => /(?<![\w./-])(npx )?demarche [a-z-]|src\/cli\/main\.ts/.test(line))).toEqual([]);
  expect(lines.filter((line) => line.includes("./demarche ")).length).toBeGreaterThan(200);
});

test("nothing is installed from a registry or looked up on one", () => {
  const told = [...pages, ...globSync("notebooks/*/lesson.md"), ...globSync("scenarios/**/*.yaml")];
  const strange = /npx demarche|unpkg|jsdelivr|npm (i|install|add)( -\S+| \.)* demarche\b(?!-)/;
  expect(told.filter((file) => strange.test(readFileSync(file, "utf8")))).toEqual([]);
  const installs = pages.flatMap(typed).filter((line) => /npm install .*demarche/.test(line));
  expect(installs.length).toBeGreaterThan(2);
  for (const line of installs) expect(line).toMatch(new RegExp(`/demarche-${manifest.version}\\.tgz( |$)`));
});

/** What a reader is told to type: commands of sessions and of scripts, and code in a text that begins as one. */
function typed(page: string): readonly string[] {
  const text = readFileSync(page, "utf8");
  const blocks = [...text.matchAll(/^```(console|sh)\n([\s\S]*?)^```/gm)].flatMap(([, kind, body = ""]) =>
    body.split("\n").filter((line) => kind === "sh" || line.startsWith("$ ")),
  );
  const prose = text.replace(/^(`{3,})[\s\S]*?^\1/gm, "");
  const spans = [...prose.matchAll(/`((?:npx |node |\S*\/node |\.\/)?(?:demarche|src\/cli\/main\.ts) [^`]+)`/g)];
  return [...blocks, ...spans.map(([, code = ""]) => code)];
}
