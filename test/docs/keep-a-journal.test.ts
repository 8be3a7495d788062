/** How to keep a journal, carried out to the letter: every command of the page, in its order, in an empty folder. */
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { clean, demarche, folder } from "../support/cli.ts";
import { enduring } from "../support/enduring.ts";

test("every command of the page works where it stands", { timeout: 600_000 }, () => {
  const page = readFileSync("docs/how-to/keep-a-journal.md", "utf8");
  const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = ""]) =>
    block.trim().split("\n"),
  );
  expect(commands.length).toBeGreaterThan(12);
  const place = folder();
  const program = join(place, "demarche");
  const typed = (lines: readonly string[]) =>
    spawnSync("sh", ["-e", "-c", lines.join("\n")], { cwd: place, env: clean(), encoding: "utf8" });
  if (enduring) {
    symlinkSync(resolve("demarche"), program);
    const { status, stderr } = typed(commands);
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  } else {
    // The shell says what it makes of each line, and the warm program is given that.
    writeFileSync(program, "#!/bin/sh\nprintf '%s\\0' \"$@\"\n");
    chmodSync(program, 0o755);
    for (const command of commands) {
      const args = typed([command]).stdout.split("\0").slice(0, -1);
      expect(demarche(args, { cwd: place }), command).toMatchObject({ code: 0 });
    }
  }
  expect(readFileSync(join(place, "case-today.yaml"), "utf8")).toBe(
    readFileSync("scenarios/iran-pakistan-2024.yaml", "utf8"),
  );
});
