import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { keyCommand } from "../../src/cli/live.ts";
import { clean, demarche, demarcheAnew, flagship, main } from "../support/cli.ts";
import { inFull, ofAll } from "../support/enduring.ts";
import { onTerminal } from "../support/terminal.ts";

const RED = "\u001b[31m";

test("NO_COLOR forbids colours, FORCE_COLOR demands them, a pipe has none", () => {
  expect(demarche(["replay", flagship]).out).not.toContain(RED);
  expect(demarche(["replay", flagship], { env: { FORCE_COLOR: "1" } }).out).toContain(RED);
  expect(demarche(["replay", flagship], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).out).not.toContain(RED);
  expect(demarche(["replay", flagship], { env: { FORCE_COLOR: "0" } }).out).not.toContain(RED);
});

test("a terminal has colours unless it asks for none", { tags: "long" }, async () => {
  expect(await onTerminal(`replay ${flagship}`)).toContain(RED);
  for (const env of inFull([{ NO_COLOR: "1" }, { TERM: "dumb" }], [{ TERM: "dumb" }]))
    expect(await onTerminal(`replay ${flagship}`, [], env)).not.toContain(RED);
});

test("a live replay goes to an event, from a place that is not there too, back and away, and leaves the terminal as it was", {
  tags: "long",
}, async () => {
  const shown = await onTerminal(`replay ${flagship} --step`, [
    [/ 0\/21/, "n"],
    [/ 1\/21/, "n"],
    [/ 2\/21/, "g"],
    [/go to/, "nope\r"],
    [/no such date/, "recall\r"],
    [/ 4\/21/, "b"],
    [/ 3\/21/, "q"],
  ]);
  expect(shown).toContain("1/21");
  expect(shown).toContain("nope: no such date or event");
  expect(shown).toContain("4/21");
  expect(shown).toMatch(/Left after condemnation\.\s+\[exit 0\]/);
  expect(shown.lastIndexOf("\u001b[?1049l")).toBeGreaterThan(shown.lastIndexOf("\u001b[?1049h"));
});

test("a live replay that is ended from outside leaves the terminal as it was", { tags: "long" }, async () => {
  // Once it shows its first frame.
  const ended =
    "const{stdout}=process,{write}=stdout;stdout.write=function(text,...more){if(text.includes('0/21'))setImmediate(()=>process.kill(process.pid,'SIGTERM'));return write.call(this,text,...more)}";
  const shown = await onTerminal(`replay ${flagship} --step`, [], {
    NODE_OPTIONS: `--import "data:text/javascript,${ended}"`,
  });
  expect(shown).toContain("[exit 3]");
  expect(shown.lastIndexOf("\u001b[?1049l")).toBeGreaterThan(shown.lastIndexOf("\u001b[?1049h"));
});

test("Ctrl-C leaves a live replay incomplete", async () => {
  expect(await onTerminal(`replay ${flagship} --step`, [[/ 0\/21/, "\u0003"]])).toContain("[exit 3]");
});

test("a live replay at full speed ends with where it ended", { tags: "long" }, async () => {
  const shown = await onTerminal(`replay ${flagship} --speed 1000d/s --max-gap 0.1s`, [
    [/ \d+\/21/, "g"],
    [/go to/, "visit\r"],
    [/ 21\/21/, "q"],
  ]);
  expect(shown).toMatch(/Where it ended, 2024-02-15/);
});

test("a reader that goes away early is no error", () => {
  const line = `${process.execPath} ${main} replay ${flagship} --jsonl | head -n 1; echo "[exit \${PIPESTATUS[0]}]"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", line], { encoding: "utf8", env: clean() });
  expect(stderr).toBe("");
  expect(stdout).toContain("[exit 0]");
});

test("a disk that is full is told of, and the output is incomplete", () => {
  const line = `${process.execPath} ${main} replay ${flagship} > /dev/full`;
  const { status, stderr } = spawnSync("bash", ["-c", line], { encoding: "utf8", env: clean() });
  expect({ status, stderr }).toEqual({
    status: 3,
    stderr: expect.stringMatching(/^The output can't be written: ENOSPC.*\n$/),
  });
});

test("a defect is called ours, without a stack unless it is asked for", () => {
  const broken = "JSON.stringify=()=>{throw new TypeError('broken')}";
  const env = { NODE_OPTIONS: `--import "data:text/javascript,${broken}"` };
  const { code, err } = demarcheAnew(["schema"], { env });
  expect(code).toBe(70);
  expect(err).toContain("This is a defect of ours, not a mistake of yours: broken");
  expect(err).not.toContain("    at ");
  if (ofAll(true, false)) expect(demarcheAnew(["schema"], { env: { ...env, DEBUG: "1" } }).err).toContain("    at ");
});

test("keys: each has a meaning, and a line being typed takes the letters", () => {
  const key = (name: string, character = name, ctrl = false) => ({ name, character, ctrl });
  expect(keyCommand(key("space", " "), undefined)).toEqual({ kind: "toggle" });
  expect(keyCommand(key("left", ""), undefined)).toEqual({ kind: "back" });
  expect(keyCommand(key("x"), undefined)).toEqual({ kind: "nothing" });
  expect(keyCommand(key("q"), "")).toEqual({ kind: "typing", text: "q" });
  expect(keyCommand(key("backspace", "\b"), "20")).toEqual({ kind: "typing", text: "2" });
  expect(keyCommand(key("escape", ""), "20")).toEqual({ kind: "typing", text: undefined });
  expect(keyCommand(key("return", "\r"), "call")).toEqual({ kind: "go", to: "call" });
  expect(keyCommand(key("c", "", true), "20")).toEqual({ kind: "interrupt" });
});
