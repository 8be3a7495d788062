#!/usr/bin/env node
/** The program: everything is loaded only when it is needed, so that a command starts at once. */
import module from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

if (!module.isBuiltin("node:sqlite")) {
  // Checked before anything else is loaded: the rest needs a Node that has it.
  const { bun, deno, node } = process.versions;
  const own = bun !== undefined ? `Bun ${bun}` : deno !== undefined ? `Deno ${deno}` : `Node ${node}`;
  process.stderr.write(`Démarche needs Node 22.18 or later, a new Deno or a new Bun, and this is ${own}.\n`);
  process.exit(2);
}
// In the user's own folder: in a shared folder, somebody else could plant code.
module.enableCompileCache?.(process.env["NODE_COMPILE_CACHE"] || join(homedir(), ".cache", "demarche"));
const { run } = await import("./run.ts");
await run(process.argv.slice(2));
