/** Pipes that have a name: what somebody writes into one is read, and one that nobody writes into is refused. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clean, demarche, flagship, folder, main } from "../support/cli.ts";

const pipe = join(folder(), "pipe.yaml");
spawnSync("sh", ["-c", 'mkfifo "$0"', pipe]);

test("a pipe that nobody writes into is refused", { tags: "long" }, () => {
  expect(demarche(["check", pipe])).toMatchObject({
    code: 2,
    out: expect.stringMatching(/Nobody\s+writes\s+into\s+the\s+pipe/),
  });
});

test("a pipe is read to its end", () => {
  const call = 'cat "$0" > "$1" & exec "$2" "$3" show "$1" --json';
  const ran = spawnSync("sh", ["-c", call, flagship, pipe, process.execPath, main], { encoding: "utf8", env: clean() });
  expect(ran.status).toBe(0);
  expect(JSON.parse(ran.stdout)).toMatchObject({ scenario: "iran-pakistan-2024" });
});
