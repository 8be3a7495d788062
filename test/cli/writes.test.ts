/**
 * What writes says the truth about it. Every command that writes is run on a full disk, in a folder that may only be read,
 * through a link, and twice at once: what it says is there, and what was there before is not lost.
 */
import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { clean, demarche, flagship, folder, main, type Ran } from "../support/cli.ts";
import { fill, mounted, nobody } from "../support/disk.ts";
import { enduring, ofAll } from "../support/enduring.ts";
import { bareLesson } from "../support/lessons.ts";
import type { Answer, Call } from "../support/warm/program.ts";

/** A command that writes into the folder that it is run in. */
interface Writer {
  readonly name: string;
  readonly args: readonly string[];
  /** The file that it writes, or one of them. */
  readonly file: string;
  /** Puts there what it needs. */
  readonly ready?: (place: string) => void;
  /** What becomes of a link in the place of the file. */
  readonly link: "refused" | "followed" | "kept";
  /** The exit codes of two at once, in order; several where either may happen. */
  readonly twice: readonly (readonly [number, number])[];
  readonly input?: string;
}

const crisis = resolve(flagship);
const copied = (place: string): void => copyFileSync(crisis, join(place, "crisis.yaml"));
const lesson = (place: string): void => writeFileSync(join(place, "lesson.md"), bareLesson);

/** Made once, since it is only read. */
const journal = join(folder(), "case.db");

const one = [[0, 2]] as const;
const both = [
  [0, 0],
  [0, 2],
] as const;

const writers: readonly Writer[] = [
  { name: "new", args: ["new", "border"], file: "border.yaml", link: "refused", twice: one },
  { name: "schema --out", args: ["schema", "--out", "."], file: "scenario.schema.json", link: "followed", twice: both },
  ...["jsonl", "cloudevents", "yaml"].map(
    (format): Writer => ({
      name: `journal export --format ${format} --out`,
      args: ["journal", "export", journal, "--format", format, "--out", "backup"],
      file: "backup",
      link: "refused",
      twice: one,
    }),
  ),
  {
    name: "journal init",
    args: ["journal", "init", "new.db", "--from", crisis],
    file: "new.db",
    link: "refused",
    twice: [[0, 0]],
  },
  {
    name: "what-if --save",
    args: ["what-if", "crisis.yaml", "--edit", "drop reprisal", "--then", "prune", "--save", "calm"],
    file: "crisis.yaml",
    ready: copied,
    link: "followed",
    twice: one,
  },
  {
    name: "search --save",
    args: `search crisis.yaml --from 2024-01-18 --goal course=${ofAll("normal.full", "strike")} --save back`.split(" "),
    file: "crisis.yaml",
    ready: copied,
    link: "followed",
    twice: one,
  },
  {
    name: "sweep --out",
    args: ["sweep", crisis, "--points", "3", "--futures", "3", "--out", "."],
    file: "runs.csv",
    link: "refused",
    twice: both,
  },
  {
    name: "lesson build",
    args: ["lesson", "build", "lesson.md"],
    file: "student.ipynb",
    ready: lesson,
    link: "kept",
    twice: both,
  },
];

/** Each way of writing once: a new file, an export, a database, a changed file. */
const OF_EACH_KIND = ["new", "journal export --format yaml --out", "journal init", "what-if --save"];
const tried = ofAll(
  writers,
  writers.filter(({ name }) => OF_EACH_KIND.includes(name)),
);

/** What stands in a folder: names with contents, or where a link leads. The file by which a sweep holds it is nothing. */
function contents(place: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(place)
      .filter((name) => name !== ".hold")
      .map((name) => {
        const path = join(place, name);
        return [name, lstatSync(path).isSymbolicLink() ? `-> ${readlinkSync(path)}` : readFileSync(path, "latin1")];
      }),
  );
}

function readied({ ready }: Writer, place: string): string {
  if (!existsSync(journal)) expect(demarche(["journal", "init", journal, "--from", crisis]).code).toBe(0);
  ready?.(place);
  return place;
}

/** Without endurance these alone, which write by other code each: a new file, a database, and where there is time a folder. */
const RACING = new Set(ofAll(["new", "journal init", "sweep --out"], ["new", "journal init"]));

describe.each(tried.map((writer) => [writer.name, writer] as const))("%s", (name, writer) => {
  const { args, file } = writer;

  test("on a full disk says so, and leaves all as it was", ({ skip }) => {
    const place = readied(writer, mounted(join(folder(), "disk"), skip, "256k"));
    fill(place);
    const before = contents(place);
    const { code, out, err } = demarche(args, { cwd: place });
    expect({ code, told: /wrote|: written|: renewed/i.test(out + err) }).toEqual({ code: 2, told: false });
    expect(err).toMatch(/ENOSPC|disk is full/);
    expect(contents(place)).toEqual(before);
  });

  test("in a folder that may only be read says so, and leaves all as it was", async () => {
    const place = readied(writer, folder());
    chmodSync(join(journal, ".."), 0o777);
    chmodSync(journal, 0o666);
    chmodSync(place, 0o555);
    const before = contents(place);
    const { code, out, err } = await byNobody(args, place);
    expect({ code, told: /wrote|: written/i.test(out + err) }).toEqual({ code: 2, told: false });
    expect(err).toMatch(/EACCES|EPERM|can't be (written|opened)/);
    expect(contents(place)).toEqual(before);
  });

  test("through a link loses nothing of what it leads to", () => {
    const [place, elsewhere] = [readied(writer, folder()), folder()];
    const [path, target] = [join(place, file), join(elsewhere, "target")];
    const theirs = writer.ready === copied ? readFileSync(crisis, "utf8") : "somebody's work\n";
    writeFileSync(target, theirs);
    rmSync(path, { force: true });
    symlinkSync(target, path);
    const { code, out, err } = demarche(args, { cwd: place });
    expect(readlinkSync(path)).toBe(target);
    const became = readFileSync(target, "utf8");
    if (writer.link === "followed") {
      expect({ code, wrote: err.includes("Wrote ") }).toEqual({ code: 0, wrote: true });
      expect(became).not.toBe(theirs);
    } else {
      expect({ code, became }).toEqual({ code: writer.link === "kept" ? 3 : 2, became: theirs });
      expect(out + err).toContain(writer.link === "kept" ? "is a link" : file);
    }
    expect(readdirSync(elsewhere)).toEqual(["target"]);
  });

  test("through a link that leads nowhere writes nothing", () => {
    const [place, elsewhere] = [readied(writer, folder()), folder()];
    const path = join(place, file);
    rmSync(path, { force: true });
    symlinkSync(join(elsewhere, "nothing"), path);
    expect(demarche(args, { cwd: place }).code).toBe(writer.link === "kept" ? 3 : 2);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  if (enduring || RACING.has(name)) {
    test("twice at once: what is there is whole, and who did not write it says so", async () => {
      const [alone, place] = [readied(writer, folder()), readied(writer, folder())];
      expect(demarche(args, { cwd: alone }).code).toBe(0);
      const ran = await Promise.all([started(args, place), started(args, place)]);
      const codes = ran.map(({ code }) => code).toSorted();
      expect(writer.twice, ran.map(({ err }) => err).join("\n")).toContainEqual(codes);
      for (const { err } of ran.filter(({ code }) => code === 2)) expect(err).not.toBe("");
      if (file.endsWith(".db")) {
        expect(demarche(["journal", "verify", join(place, file)]).out).toContain("21 records, every one as it was");
      } else expect(contents(place)).toEqual(contents(alone));
    });
  }
});

let theirs: { readonly child: ChildProcess; readonly gone: Promise<never> } | undefined;
afterAll(() => theirs?.child.disconnect());

/** Runs `demarche` as nobody, in a process that is kept for that. */
async function byNobody(args: readonly string[], cwd: string): Promise<Ran> {
  theirs ??= startedByNobody();
  const { child, gone } = theirs;
  const answered = new Promise<Answer>((resolve) => child.once("message", resolve));
  child.send({ argv: [main, ...args], input: "", cwd, env: clean() } satisfies Call);
  const { last, ...ran } = await Promise.race([answered, gone]);
  expect(last).toBe(false);
  return ran;
}

function startedByNobody(): NonNullable<typeof theirs> {
  const stdio = ["ignore", "ignore", "ignore", "ipc"] as const;
  const program = "test/support/warm/program.ts";
  const child = fork(program, { serialization: "advanced", execArgv: [], stdio: [...stdio], ...nobody });
  const gone = new Promise<never>((_, reject) => {
    child.once("exit", (code) => reject(new Error(`The process of nobody ended with ${code}.`)));
  });
  // Its end after all tests is nobody's business.
  gone.catch(() => undefined);
  return { child, gone };
}

/** Runs `demarche` in a process of its own, beside others. */
function started(args: readonly string[], cwd: string): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...args], { cwd, env: clean() });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  return new Promise((done) => {
    child.on("close", (code) => done({ code, out, err }));
  });
}

test("output into a file on a disk that fills up is incomplete, and that is said, however little is missing", ({
  skip,
}) => {
  const disk = mounted(join(folder(), "disk"), skip, "256k");
  const path = join(disk, "backup.jsonl");
  if (!existsSync(journal)) expect(demarche(["journal", "init", journal, "--from", crisis]).code).toBe(0);
  // Room for all of it but its last page.
  const { length } = demarche(["journal", "export", journal]).out;
  fill(disk, 4096 * Math.floor(length / 4096));
  const ran = spawnSync(process.execPath, [main, "journal", "export", journal], {
    stdio: ["ignore", openSync(path, "w"), "pipe"],
    encoding: "utf8",
    env: clean(),
  });
  expect({ code: ran.status, err: ran.stderr }).toEqual({ code: 3, err: expect.stringContaining("ENOSPC") });
});

test("an export that is ended by a signal leaves no part of it", { tags: "long" }, async () => {
  const place = folder();
  const large = join(place, "large.db");
  const { sqliteJournal } = await import("../../src/journal/sqlite.ts");
  const { manyEvents } = await import("../support/journals.ts");
  const many = sqliteJournal(large, { create: true });
  await many.append("one", manyEvents(10_000));
  await many.close();
  mkdirSync(join(place, "out"));
  const beside = join(place, "out", ".backup.new");
  const child = spawn(process.execPath, [main, "journal", "export", large, "--out", join(place, "out", "backup")], {
    env: clean(),
    stdio: "ignore",
  });
  const ended = new Promise<NodeJS.Signals | null>((done) => child.on("close", (_code, signal) => done(signal)));
  while (child.exitCode === null && !existsSync(beside)) await new Promise((wake) => setTimeout(wake, 1));
  child.kill("SIGINT");
  const signal = await ended;
  // On a machine that is that much faster it was done before, and whole.
  const left = signal === null ? ["backup"] : [];
  expect(readdirSync(join(place, "out"))).toEqual(left);
});
