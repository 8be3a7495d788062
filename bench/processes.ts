/** Whole processes: `demarche replay`, `check` and `what-if` of the flagship beside a bare `node -e 0`. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { Contender } from "./measure.ts";

/** Each run is one process; a rate is processes a second. */
export function processContenders(): readonly Contender[] {
  const run =
    (...args: readonly string[]): (() => number) =>
    () => {
      const { status, stderr } = spawnSync(process.execPath, args, {
        stdio: ["ignore", "ignore", "pipe"],
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(`node ${args.join(" ")} failed: ${stderr}`);
      return 1;
    };
  if (!existsSync("dist/cli/main.js")) throw new Error("There is no build to measure: npm run build makes it.");
  return [
    { name: "node -e 0", run: run("-e", "0") },
    { name: "demarche replay", run: run("dist/cli/main.js", "replay", "iran-pakistan-2024") },
    { name: "demarche check", run: run("dist/cli/main.js", "check", "scenarios/iran-pakistan-2024.yaml") },
    { name: "demarche what-if", run: run("dist/cli/main.js", "what-if", "iran-pakistan-2024") },
    {
      name: "demarche what-if, modelled",
      run: run("dist/cli/main.js", "what-if", "iran-pakistan-2024", "second-round"),
    },
    { name: "from source", run: run("src/cli/main.ts", "replay", "iran-pakistan-2024") },
  ];
}
