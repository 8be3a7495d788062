/** How to keep a journal, carried out to the letter: every command of the page, in its order, in an empty folder. */
import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { clean, folder } from "../support/cli.ts";

test("every command of the page works where it stands", { timeout: 600_000 }, () => {
  const page = readFileSync("docs/how-to/keep-a-journal.md", "utf8");
  const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = ""]) =>
    block.trim().split("\n"),
  );
  expect(commands.length).toBeGreaterThan(12);
  const place = folder();
  symlinkSync(resolve("demarche"), join(place, "demarche"));
  const { status, stderr } = spawnSync("sh", ["-e", "-c", commands.join("\n")], {
    cwd: place,
    env: clean(),
    encoding: "utf8",
  });
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  expect(readFileSync(join(place, "case-today.yaml"), "utf8")).toBe(
    readFileSync("scenarios/iran-pakistan-2024.yaml", "utf8"),
  );
});
