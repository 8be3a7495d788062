/** A reporter for `npm test`: on a terminal how far it is, and at the end what was skipped and why. */
import { relative } from "node:path";
import type { Reporter, TestModule, TestSpecification } from "vitest/node";

export default class Telling implements Reporter {
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
      [...children.allTests("skipped")].map((test) => {
        const result = test.result();
        const why = (result.state === "skipped" ? result.note : undefined) ?? "it says no reason";
        return `${relative(process.cwd(), moduleId)}: ${why}`;
      }),
    );
    for (const [where, tests] of Map.groupBy(skipped, (one) => one)) console.log(`${tests.length} skipped in ${where}`);
  }

  #tell(): void {
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${this.#done} of ${this.#all} test files are done.`);
  }
}
