// @module-tag long
/** No password of an address comes out again: wherever it was typed, however it was mistyped, whatever it holds. */
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { CommandRow } from "../../src/cli/command.ts";
import { commands } from "../../src/cli/commands.ts";
import { run } from "../../src/cli/run.ts";
import { maskOf } from "../../src/cli/secrets.ts";
import { flagship, folder, type Ran } from "../support/cli.ts";
import { inFull, ofAll } from "../support/enduring.ts";
import { sharedServer } from "../support/postgres.ts";

/** Where nobody listens. */
const at = "localhost:9/db";
const address = `postgres://me:s3cret-word@${at}`;
const file = resolve(flagship);
const small = resolve("test/fixtures/short-crisis.yaml");
const [place, home] = [folder(), process.cwd()];

// What some calls write, they write into the current folder.
beforeAll(async () => {
  process.chdir(place);
  for (const stream of [process.stdout, process.stderr]) stream.setMaxListeners(0);
  expect((await ran(["journal", "init", "case.db", "--from", file])).code).toBe(0);
});
afterAll(() => process.chdir(home));

/** Runs the program within this process: a hundred calls in the time of a few. */
async function ran(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const { argv, exitCode } = process;
  const output = { out: "", err: "" };
  const keep = (where: "out" | "err") =>
    vi.spyOn(where === "out" ? process.stdout : process.stderr, "write").mockImplementation((text) => {
      output[where] += String(text);
      return true;
    });
  const spies = [keep("out"), keep("err")];
  process.argv = [...argv.slice(0, 2), ...args];
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    await run(args);
    return { code: Number(process.exitCode), ...output };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
    Object.assign(process, { argv, exitCode });
  }
}

async function expectSilence(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const one = await ran(args, env);
  expect(one.out + one.err, args.join(" ")).not.toMatch(/s3cret|-word/);
  return one;
}

/** What is given to a command, so that it comes as far as to look at an option. */
const usual: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "what-if": [inFull([file], [file, "restraint"]), [file, "--edit", "drop accord", "--then", "keep"]],
  search: [[file, "--goal", "course=retaliation.war"]],
  test: [[small, "--runs", "1", "--futures", "1"]],
  tournament: [["--strategies", "grim", "--futures", "1"]],
  play: [[file, "--as", "PAKK"]],
  sweep: [[file, "--futures", "1", "--points", "1"], []],
  worker: [["--until-done"]],
  explain: [["nowhere"]],
  laws: [[]],
  acts: [[]],
  schema: [[]],
  new: [["a-case"]],
  journal: ["init", "append", "list", "show", "fork", "diff", "verify", "export", "import", "serve"].map((task) => [
    task,
    "case.db",
  ]),
  lesson: [["check"], ["build"]],
  completion: [["bash"]],
};

function someOf<T>(all: readonly T[]): readonly T[] {
  return all.filter((_, k) => k % 7 === 1);
}

function callsOf({ name, args, options }: CommandRow): readonly (readonly string[])[] {
  const places = args.split(" ").filter((one) => one !== "").length;
  const calls = usual[name] ?? [[file]];
  const valued = options.map(({ flags }) => flags.split(" ")).filter(([, value]) => value !== undefined);
  const words = [
    ...Array.from({ length: places + 2 }, (_, count) => [...Array(count).fill(file), address]),
    ...calls.flatMap((call) => [
      [...call, address],
      ...valued.flatMap(([option = ""], k) => {
        const both = [
          [...call, option, address],
          [...call, `${option}=${address}`],
        ];
        return inFull(both, both.slice(k % 2, (k % 2) + 1));
      }),
    ]),
    [`--${address}`],
  ].map((call) => [name, ...call]);
  return ofAll(words, someOf(words));
}

describe("an address in any place of the command line", () => {
  test.each(commands)("of $name", async (row) => {
    for (const call of callsOf(row)) await expectSilence(call);
  });

  test("of no command, and of the tasks of journal on a server", async () => {
    for (const call of [[address], ["help", address], ["journal", address], ["--version", address]])
      await expectSilence(call);
    for (const [task = ""] of usual["journal"] ?? []) {
      // An import without a file would wait for standard input.
      if (task !== "import") await expectSilence(["journal", task, address]);
      await expectSilence(["journal", task, address, address]);
      await expectSilence(["journal", task, address, "--from", address]);
    }
  });
});

const word = "s3cret";
const odd: readonly string[] = [
  `postgres:/me:${word}@${at}`,
  `postgres:me:${word}@${at}`,
  `postgres:///me:${word}@${at}`,
  `Postgres://me:${word}@${at}`,
  `postgress://me:${word}@${at}`,
  `postgresql://me:${word}@${at}`,
  `//me:${word}@${at}`,
  `me:${word}@${at}`,
  ` "postgres://me:${word}@${at}"`,
  `postgres://:${word}@${at}`,
  `postgres://me@corp:${word}@${at}`,
  `postgres://me:${word}@${at}#nowhere@12`,
  `postgres://me@${at}?password=${word}`,
  `postgres://me@${at}?sslmode=disable&password=${word}&schema=x#nowhere`,
  ..."@/: #?%\"'\\<&\t\u001b\u00e9".split("").map((mark) => `postgres://me:${word}${mark}${word}@${at}`),
  `postgres://me:${word}%40${word}@${at}`,
  `postgres://me:${`${word}/`.repeat(ofAll(400, 100))}@${at}`,
];

test.each(ofAll(odd, someOf(odd)))("an odd address, %j", async (typed) => {
  for (const call of [
    ["check", typed],
    ["check", typed, "--format", "json"],
    ["check", typed, "--format", "sarif"],
    ["check", typed, "--format", "github"],
    ["replay", typed],
    ["replay", file, typed],
    ["replay", file, "--until", typed],
    ["journal", "show", typed],
    ["journal", "show", "case.db", typed],
    ["sweep", "--status", "--on", typed],
    ["worker", typed],
    ["new", typed],
    ["draw", file, "--as", typed],
  ])
    await expectSilence(call);
  await expectSilence(["journal", "show", "postgres:"], { DEMARCHE_DATABASE: typed });
  await expectSilence(["check", "postgres:#nowhere"], { DEMARCHE_DATABASE: typed });
});

test("an address is said without its password, and nothing else of it is lost", async () => {
  const { err, code } = await ran(["replay", address, address]);
  expect(code).toBe(2);
  expect(err).toContain(`postgres://me:***@${at}`);
  expect((await ran(["journal", "show", `postgres:/me:s3cret@${at}`])).err).toContain(
    "The address of the server can't be read. Expected: postgres://user:password@host:port/database",
  );
});

describe("the mask", () => {
  const mask = maskOf([address, "postgres://postgres:postgres@host/postgres"]);

  test("finds a password as it may be written, broken, or cut off", () => {
    const marked = 'postgres://me:p"<\u001b%25é\\@host/db';
    const masked = maskOf([marked]);
    for (const text of [
      JSON.stringify(marked),
      encodeURI(marked),
      new URL(marked).href,
      encodeURIComponent(marked),
      marked.replace("\u001b", "\\u{1B}"),
      marked.replaceAll("<", "&lt;").replaceAll('"', "&quot;"),
      marked.replace("é", "\u001b[0m\n  \u001b[31mé"),
      marked.slice(0, -9),
    ])
      expect(masked(text)).toMatch(/^"?postgres(:|%3A)(\/|%2F){2}me(:|%3A)\*\*\*((@|%40)host(\/|%2F)db"?)?$/);
  });

  test("leaves alone what it was not given, and a word that is only a word", () => {
    const text = "https://you:s3cret-word@host/x, postgres://host/postgres, postgres, a s3cret-word, me: s3, http://me";
    expect(mask(text)).toBe(text);
    expect(
      maskOf(["postgres://host:5432/db#case@12", "C:\\a\\case.db#s@2024-01-01", "a@b", "--at=2024-01-01"])(text),
    ).toBe(text);
  });

  test("reads a long text once, and none where no password was given", () => {
    // Who read it again from each of its characters would not come to an end.
    const long = "postgres://host/db and https://example.org/a:b@c, and so on\n".repeat(200_000);
    expect(mask(long)).toBe(long);
    expect(maskOf(["replay", file])(long)).toBe(long);
  });
});

describe("check on a journal", () => {
  let journal: string;
  let name: string;
  beforeAll(async () => {
    journal = (await sharedServer())();
    expect((await ran(["journal", "init", journal, "--from", file])).code).toBe(0);
    const { port, search } = new URL(journal);
    name = `postgres://localhost:${port}/postgres${search}`;
  });

  test("is told with the name that it has everywhere", async () => {
    const one = await expectSilence(["check", journal]);
    expect(one).toMatchObject({ code: 0, err: "" });
    expect(one.out).toContain(`✓ ${name}#iran-pakistan-2024: 20 events`);
    const { out } = await expectSilence(["check", journal, "--format", "json"]);
    expect(JSON.parse(out).files).toMatchObject([{ file: `${name}#iran-pakistan-2024`, problems: [] }]);
    for (const format of ["sarif", "github"]) await expectSilence(["check", journal, "--format", format]);
    expect((await expectSilence(["check", "postgres:"], { DEMARCHE_DATABASE: journal })).out).toContain(`✓ ${name}#`);
  });

  test("is told so where it can't be read, too", async () => {
    const one = await expectSilence(["check", `${journal}#nowhere`]);
    expect(one.code).toBe(2);
    expect(one.out).toContain(`✗ ${name}#nowhere: not read`);
    for (const format of ["json", "sarif", "github"]) {
      const { out } = await expectSilence(["check", `${journal}#nowhere`, "--format", format]);
      expect(decodeURIComponent(out)).toContain(`${name}#nowhere`);
    }
  });

  test("and what it holds is exported to the byte, passwords of others and all", async () => {
    const note = "https://you:other@host/x";
    const event = `{ id: talks, at: "2024-02-10", act: consult-by-phone, from: IRN, to: PAK, cite: morrow, note: "${note}" }`;
    expect(await expectSilence(["journal", "append", journal, "--event", event])).toMatchObject({ code: 0 });
    expect((await ran(["journal", "export", journal])).out).toContain(note);
    expect((await ran(["replay", journal, "--json"])).out).toContain(note);
  });
});
