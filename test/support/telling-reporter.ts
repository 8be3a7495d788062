/** A reporter for `npm test`: on a terminal how far it is, and at the end what was skipped and why, and a tally. */
import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { Reporter, TestCase, TestModule, TestSpecification } from "vitest/node";
import { ofAll } from "./enduring.ts";
import type { Cases } from "./seed.ts";

/** What the run came to, in the file that DEMARCHE_TALLY names. */
export interface Tally {
  readonly passed: number;
  /** Files that did not load, or whose hook failed, are among them. */
  readonly failed: number;
  readonly skipped: number;
  /** By `npm test`, since they take long. */
  readonly leftOut: number;
  readonly properties: readonly (Cases & { readonly name: string })[];
}

export default class ReplayView implements Reporter {
  #all = 0;
  #done = 0;

  onTestRunStart(files: readonly TestSpecification[]): void {
    this.#all = files.length;
    this.#tell();
  }

  onTestModuleEnd(): void {
    this.#done += 1;
    this.#tell();
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    if (process.stdout.isTTY) process.stdout.write("\r\u001b[K");
    const skipped = modules.flatMap(({ children, moduleId }) =>
      [...children.allTests("skipped")].flatMap((test) => {
        if (isLeftOut(test)) return [];
        const result = test.result();
        const why = (result.state === "skipped" ? result.note : undefined) ?? "it says no reason";
        return `${relative(process.cwd(), moduleId)}: ${why}`;
      }),
    );
    for (const [where, tests] of Map.groupBy(skipped, (one) => one)) console.log(`${tests.length} skipped in ${where}`);
    const file = process.env["DEMARCHE_TALLY"];
    if (file !== undefined) writeFileSync(file, JSON.stringify(tallyOf(modules)));
  }

  #tell(): void {
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${this.#done} of ${this.#all} test files are done.`);
  }
}

/** `npm test` leaves out what takes long. */
function isLeftOut({ tags }: TestCase): boolean {
  return ofAll(false, tags.includes("long"));
}

function tallyOf(modules: readonly TestModule[]): Tally {
  const all = modules.flatMap(({ children }) => [...children.allTests()]);
  const tests = all.filter((test) => !isLeftOut(test));
  const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
  const crashed = modules.filter(
    (file) =>
      file.state() === "failed" && ![...file.children.allTests()].some((test) => test.result().state === "failed"),
  );
  const properties = tests.flatMap((test) => {
    const { cases } = test.meta();
    return cases === undefined ? [] : [{ name: test.fullName, ...cases }];
  });
  return {
    passed: count("passed"),
    failed: count("failed") + crashed.length,
    skipped: count("skipped"),
    leftOut: all.length - tests.length,
    properties,
  };
}
