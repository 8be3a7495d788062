/** How to keep a journal, carried out to the letter: every command of the page, in its order, in an empty folder. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clean, folder, main } from "../support/cli.ts";

test("every command of the page works where it stands", () => {
  const page = readFileSync("docs/how-to/keep-a-journal.md", "utf8");
  const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = ""]) =>
    block.trim().split("\n"),
  );
  expect(commands.length).toBeGreaterThan(12);
  const place = folder();
  const bin = join(place, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "demarche"), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
  chmodSync(join(bin, "demarche"), 0o755);
  const env = { ...clean(), PATH: `${bin}:${process.env["PATH"]}` };
  const { status, stderr } = spawnSync("sh", ["-e", "-c", commands.join("\n")], { cwd: place, env, encoding: "utf8" });
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  expect(readFileSync(join(place, "case-today.yaml"), "utf8")).toBe(
    readFileSync("scenarios/iran-pakistan-2024.yaml", "utf8"),
  );
});
