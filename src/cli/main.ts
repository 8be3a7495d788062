#!/usr/bin/env node
/** The program: everything is loaded only when it is needed, so that a command starts at once. */
import { enableCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";

enableCompileCache();
// A command is over before its young objects are old: a larger nursery spares it most collections.
setFlagsFromString("--min-semi-space-size=16");
const { run } = await import("./run.ts");
await run(process.argv.slice(2));
