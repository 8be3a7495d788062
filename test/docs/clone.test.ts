// @module-tag long
/** `./demarche`, the program in a clone: from anywhere and through links, in place of the shell, and without packages. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { clean, fileWith, folder } from "../support/cli.ts";

const program = resolve("demarche");
const run = (path: string, args: readonly string[], cwd: string, env = clean()) => {
  const { status, stdout, stderr } = spawnSync(path, args, { cwd, env, encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
};

test("it runs from another folder, through links to links, and from the path, and reads files of where it was called", () => {
  const place = realpathSync(folder());
  mkdirSync(join(place, "my folder"));
  symlinkSync(relative(join(place, "my folder"), program), join(place, "my folder", "one"));
  symlinkSync("my folder/one", join(place, "demarche"));
  expect(run("./demarche", ["new", "here"], place).code).toBe(0);
  expect(run(program, ["check", "here.yaml"], place)).toMatchObject({ code: 0, err: "" });
  const env = { ...clean(), PATH: `${place}${delimiter}${process.env["PATH"]}` };
  expect(run("demarche", ["check", "here.yaml"], place, env)).toMatchObject({ code: 0, err: "" });
});

test("arguments, exit codes and pipes are the program's", () => {
  const place = folder();
  expect(run(program, ["acts", "no such  act"], place)).toMatchObject({
    code: 2,
    err: expect.stringContaining('"no such  act"'),
  });
  const file = fileWith("title: [");
  const piped = spawnSync("sh", ["-c", `"${program}" check - < "${file}" | head -1`], { encoding: "utf8" });
  expect(piped.stdout.split("\n")).toHaveLength(2);
});

test("a signal reaches the program itself, since no shell is left between", async () => {
  const child = spawn(program, ["check", "-"], { env: clean() });
  const { stdout } = spawnSync("sh", ["-c", `until ps -o args= -p ${child.pid} | grep main.ts; do :; done`], {
    encoding: "utf8",
  });
  expect(stdout).toContain("src/cli/main.ts check -");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([null, "SIGTERM"]);
});

test("without packages it says what to do", () => {
  const place = realpathSync(folder());
  copyFileSync(program, join(place, "demarche"));
  expect(run("./demarche", ["acts"], place)).toEqual({
    code: 2,
    out: "",
    err: `Démarche lacks its packages: run npm ci in ${place} first.\n`,
  });
});

test("where the packages brought no Node it takes one that is new enough, and no other", () => {
  const place = realpathSync(folder());
  for (const name of ["node_modules", "bin", "src/cli"]) mkdirSync(join(place, name), { recursive: true });
  copyFileSync(program, join(place, "demarche"));
  writeFileSync(
    join(place, "src/cli/main.ts"),
    "const said: string = process.argv.slice(2).join();\nconsole.log(said);",
  );
  const env = { ...clean(), PATH: `${join(place, "bin")}${delimiter}/usr/bin${delimiter}/bin` };
  const node = join(place, "bin/node");
  symlinkSync(process.execPath, node);
  expect(run("./demarche", ["acts", "x"], place, env)).toMatchObject({ code: 0, out: "acts,x\n" });
  // Also its first file is kept as it was compiled, which can't say so itself in time.
  const home = { ...env, HOME: join(place, "home"), NODE_COMPILE_CACHE: "" };
  expect(run("./demarche", ["acts"], place, home)).toMatchObject({ code: 0, out: "acts\n" });
  expect(readdirSync(join(home.HOME, ".cache", "demarche"))).toHaveLength(1);
  expect(run("./demarche", ["acts"], place, { ...home, HOME: "" })).toMatchObject({ code: 0, out: "acts\n" });
  const old = join(place, "old");
  mkdirSync(old);
  writeFileSync(join(old, "node"), "#!/bin/sh\necho undefined\n");
  chmodSync(join(old, "node"), 0o755);
  const { code, err } = run("./demarche", ["acts"], place, { ...env, PATH: `${old}${delimiter}${env.PATH}` });
  expect([code, err]).toEqual([2, `Démarche needs Node 22.18 or later, which npm ci brings: run it in ${place}.\n`]);
});
