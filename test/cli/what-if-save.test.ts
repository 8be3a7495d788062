import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { clean, demarche, fileWith, flagship, folder, main } from "../support/cli.ts";
import { mounted, nobody } from "../support/disk.ts";
import { enduring } from "../support/enduring.ts";

const flagshipText = readFileSync(flagship, "utf8");
const shortText = readFileSync("test/fixtures/short-crisis.yaml", "utf8");
const edit = ["--edit", "drop reprisal", "--then", "prune"];
const saving = (path: string, name = "calm") => ["what-if", path, ...edit, "--save", name];
const copied = () => fileWith(flagshipText, "iran-pakistan-2024.yaml");

test("no command but --save changes a byte of a file, or leaves another beside it", { tags: "long" }, () => {
  const path = copied();
  const commands = [
    ["what-if", path],
    ["what-if", path, "restraint", "--against", "no-accord"],
    ["what-if", path, "--mermaid"],
    ["what-if", path, "--json"],
    ["what-if", path, ...edit],
    ["what-if", path, "--edit", "drop reprsal", "--then", "keep"],
    ["what-if", path, ...edit, "--save", "restraint"],
    ["replay", path, "--what-if", "restraint"],
    ["show", path, "--what-if", "restraint"],
    ["draw", path, "--what", "branches"],
    ["check", path],
  ];
  for (const args of commands) {
    expect([0, 2]).toContain(demarche(args).code);
    expect(readFileSync(path, "utf8")).toBe(flagshipText);
  }
  expect(readdirSync(join(path, ".."))).toEqual(["iran-pakistan-2024.yaml"]);
});

/** A text without the lines that another has more than it. */
function addedTo(before: string, after: string): readonly string[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const first = now.findIndex((line, k) => line !== old[k]);
  const count = now.length - old.length;
  expect(now.toSpliced(first, count).join("\n")).toBe(before);
  return now.slice(first, first + count);
}

test.each([
  ["as it is", shortText],
  ["with what-ifs and comments", `${flagshipText}# the end\n`],
  ["with line ends of Windows", flagshipText.replaceAll("\n", "\r\n")],
  ["with a byte order mark", `\ufeff${flagshipText}`],
  ["without an end of its last line", flagshipText.trimEnd()],
])("--save adds lines to a file %s and changes nothing else", (_what, text) => {
  const path = fileWith(text, text === shortText ? "short-crisis.yaml" : "iran-pakistan-2024.yaml");
  const { code, err } = demarche([...saving(path), "--because", "no: strike # at all"]);
  const after = readFileSync(path, "utf8");
  const lines = addedTo(text, after);
  expect(code).toBe(0);
  expect(err).toContain(`${lines.length} lines added, nothing else changed`);
  expect(new Set(lines.map((line) => line.endsWith("\r")))).toEqual(new Set([text.includes("\r")]));
  expect(parse(after.replace("\ufeff", ""))["what-if"].calm).toEqual({
    because: "no: strike # at all",
    edit: [{ drop: "reprisal" }],
    then: "prune",
  });
  expect(demarche(["what-if", path, "calm"]).code).toBe(0);
});

describe("what is saved to", () => {
  test("standard input and a bundled scenario can't be, and nothing is told before that is said", () => {
    for (const [file, input] of [
      ["-", flagshipText],
      ["iran-pakistan-2024", ""],
    ] as const) {
      expect(demarche(saving(file), { input })).toMatchObject({
        code: 2,
        out: "",
        err: expect.stringContaining("can't be written to. Copy it into a file of your own first"),
      });
    }
    expect(readFileSync(flagship, "utf8")).toBe(flagshipText);
  });

  test("a pipe can't be", () => {
    const line = `cat ${flagship} | ${process.execPath} ${main} what-if /dev/stdin --edit 'swap strike' --then keep --save calm`;
    const { status, stdout, stderr } = spawnSync("bash", ["-c", line], { encoding: "utf8", env: clean() });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("/dev/stdin can't be written to.");
  });

  test("a link stays a link, and the file behind it gets the lines", () => {
    const path = copied();
    const link = join(folder(), "iran-pakistan-2024.yaml");
    symlinkSync(path, link);
    expect(demarche(saving(link)).code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(addedTo(flagshipText, readFileSync(path, "utf8"))).toHaveLength(5);
  });

  test("who may read and write the file stays as it was", () => {
    const path = copied();
    chmodSync(path, 0o640);
    expect(demarche(saving(path)).code).toBe(0);
    expect((statSync(path).mode & 0o777).toString(8)).toBe("640");
  });

  test("a file that another process is writing to, or an interrupted one has left so, stays and is named", () => {
    const path = copied();
    const beside = join(path, "..", ".iran-pakistan-2024.yaml.new");
    writeFileSync(beside, "half");
    const { code, out, err } = demarche(saving(path));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`If nobody is writing, remove ${beside}.`);
    expect(readFileSync(beside, "utf8")).toBe("half");
    expect(readFileSync(path, "utf8")).toBe(flagshipText);
  });

  test.each([
    ["a file that may only be read", (path: string) => chmodSync(path, 0o444)],
    ["a folder that may only be read", (path: string) => chmodSync(join(path, ".."), 0o555)],
  ])("%s stays as it is", { tags: "long" }, (_what, protect) => {
    const path = copied();
    chmodSync(join(path, ".."), 0o777);
    chmodSync(path, 0o666);
    protect(path);
    const args = [main, ...saving(path)];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env: clean(), ...nobody });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/can't be written: .*(EACCES|EPERM).*Nothing was changed\./);
    chmodSync(join(path, ".."), 0o755);
    expect(readdirSync(join(path, ".."))).toEqual(["iran-pakistan-2024.yaml"]);
    expect(readFileSync(path, "utf8")).toBe(flagshipText);
  });

  test("a disk that is full leaves the file as it is, and nothing beside it", ({ skip }) => {
    // Room for the file, and not for a second one beside it.
    const pages = Math.ceil(Buffer.byteLength(flagshipText) / 4096) + 1;
    const disk = mounted(join(folder(), "disk"), skip, `${4 * pages}k`);
    const path = join(disk, "iran-pakistan-2024.yaml");
    copyFileSync(flagship, path);
    expect(demarche(saving(path))).toMatchObject({ code: 2, out: "", err: expect.stringContaining("ENOSPC") });
    expect(readdirSync(disk)).toEqual(["iran-pakistan-2024.yaml"]);
    expect(readFileSync(path, "utf8")).toBe(flagshipText);
  });

  test("a file in braces, and what-ifs in braces, are refused with what to do", () => {
    const braces = shortText.replace(/\n?$/, "\nwhat-if: { a: { edit: [{ drop: strike }], then: keep } }\n");
    const path = fileWith(braces);
    const { code, out, err } = demarche(saving(path));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("Write it so first: what-if: alone on its line");
    expect(readFileSync(path, "utf8")).toBe(braces);
    const json = fileWith(JSON.stringify(parse(shortText)));
    expect(demarche(saving(json)).err).toContain("one mapping in braces");
  });
});

test.each([
  ["restraint", /has a what-if named restraint already/],
  ["Calm", /can't name a what-if\. Use small letters/],
  ["two words", /can't name a what-if/],
  ["../up", /can't name a what-if/],
  ["a: {}", /can't name a what-if/],
  ["__proto__", /can't name a what-if/],
  ["\u001b[31m", /"\\u\{1B\}\[31m" can't name/],
  ["\u202Ex", /"\\u\{202E\}x" can't name/],
  ["x".repeat(129), /can't name a what-if/],
  ["", /can't name a what-if/],
])("the name %j is refused", (name, message) => {
  const path = copied();
  const { code, out, err } = demarche(saving(path, name));
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(message);
  expect(readFileSync(path, "utf8")).toBe(flagshipText);
});

test.each(["no", "2024", "null", "constructor", "x".repeat(128)])("the name %s is as good as any", (name) => {
  const path = copied();
  expect(demarche(saving(path, name)).code).toBe(0);
  expect(demarche(["what-if", path, name])).toMatchObject({ code: 0, err: "" });
});

test.each(["\u001b[31m", "\u2028", "\ud800", "a\u0001b"])("the reason %j is refused", (because) => {
  const path = copied();
  const { code, err } = demarche([...saving(path), "--because", because]);
  expect(code).toBe(2);
  expect(err).toMatch(/holds a character that can't be seen/);
  expect(err).not.toMatch(/[\u001b\u2028]/);
  expect(readFileSync(path, "utf8")).toBe(flagshipText);
});

test("a reason that turns the direction of writing is written and shown by numbers", () => {
  const path = copied();
  const given = [...edit, "--because", "\u202Edesrever"];
  const { out, err } = demarche(["what-if", path, ...given]);
  expect(out + err).not.toContain("\u202E");
  expect(out).toContain('because: "\\u202edesrever"');
  expect(demarche(["what-if", path, ...given, "--save", "calm"]).code).toBe(0);
  expect(parse(readFileSync(path, "utf8"))["what-if"].calm.because).toBe("\u202Edesrever");
  expect(readFileSync(path, "utf8")).not.toContain("\u202E");
});

test("a name with control characters cannot steer the terminal from the path of the file", () => {
  const path = join(folder(), "\u001b[31m.yaml");
  writeFileSync(path, flagshipText);
  const { code, err } = demarche(saving(path));
  expect(code).toBe(0);
  expect(err).not.toContain("\u001b");
});

test("a reader that goes away early takes nothing from what is saved", { tags: "long" }, () => {
  const path = copied();
  const line = `${process.execPath} ${main} what-if ${path} --edit 'drop reprisal' --then keep --save calm | head -n 1`;
  expect(spawnSync("bash", ["-c", line], { encoding: "utf8", env: clean() }).stderr).toContain("Wrote calm into");
  expect(addedTo(flagshipText, readFileSync(path, "utf8"))).toHaveLength(5);
});

/** So many save at once; in `npm run endurance` more. */
const SAVERS = enduring ? 24 : 2;

test("of several who save into one file at once nothing is lost and nothing half written", async () => {
  const path = copied();
  const versions = new Set<string>();
  const watching = setInterval(() => versions.add(readFileSync(path, "utf8")), 1);
  const writers = Array.from({ length: SAVERS }, (_, k) => {
    const args = [main, ...saving(path, `writer-${k}`)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"], env: clean() });
    let err = "";
    child.stderr.on("data", (data) => {
      err += data;
    });
    return new Promise<{ name: string; code: number | null; err: string }>((resolve) => {
      child.on("close", (code) => resolve({ name: `writer-${k}`, code, err }));
    });
  });
  const ended = await Promise.all(writers);
  clearInterval(watching);
  const after = readFileSync(path, "utf8");
  const known = Object.keys(parse(flagshipText)["what-if"]);
  const wrote = ended.filter(({ code }) => code === 0).map(({ name }) => name);
  expect(wrote.length).toBeGreaterThan(0);
  expect(Object.keys(parse(after)["what-if"]).toSorted()).toEqual([...known, ...wrote].toSorted());
  for (const { code, err } of ended) {
    if (code !== 0) expect(err).toMatch(/(was changed in the meantime|is being written to); nothing was written/);
  }
  for (const text of versions) expect(Object.keys(parse(text)["what-if"]).length).toBeGreaterThanOrEqual(known.length);
  expect(readdirSync(join(path, ".."))).toEqual(["iran-pakistan-2024.yaml"]);
});

test("an interrupt leaves the old file or the new one", () => {
  const path = join(folder(), "iran-pakistan-2024.yaml");
  for (const after of enduring ? Array.from({ length: 40 }, (_, k) => String(0.1 + 0.01 * k)) : ["0.2", "0.35"]) {
    writeFileSync(path, flagshipText);
    const args = ["-s", "INT", after, process.execPath, main, ...saving(path)];
    spawnSync("timeout", args, { env: clean() });
    const names = Object.keys(parse(readFileSync(path, "utf8"))["what-if"]);
    expect(names.filter((name) => name !== "calm")).toEqual(Object.keys(parse(flagshipText)["what-if"]));
  }
});
