/** Programs that some tests need beside Node: shells. In CI a missing one fails; elsewhere its tests are skipped and counted. */
import { spawnSync } from "node:child_process";
import { beforeEach } from "vitest";

/** Whether a test that needs this program is to be skipped: it is missing, and this is not CI. */
export function isMissing(program: string): boolean {
  return process.env["CI"] === undefined && spawnSync(program, ["--version"]).error !== undefined;
}

/** Skips the tests of this place where something is missing, and notes why: `npm test` tells it. */
export function skipWhere(missing: boolean, why: string): void {
  beforeEach(({ skip }) => skip(missing, why));
}
