#!/usr/bin/env node
/** The program: everything is loaded only when it is needed, so that a command starts at once. */
import { enableCompileCache } from "node:module";

enableCompileCache();
const { run } = await import("./run.ts");
await run(process.argv.slice(2));
