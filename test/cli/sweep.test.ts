/** Sweeps as their users meet them: kept, interrupted, gone on with, explained, and refused with a reason. */
import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bare, clean, demarche, flagship, folder, main } from "../support/cli.ts";
import { ofAll } from "../support/enduring.ts";

const small = ["--futures", "20", "--points", "30", "--seed", "7"];

function sweep(out: string, ...more: readonly string[]) {
  return demarche(["sweep", flagship, ...small, "--out", out, ...more]);
}

function manifestOf(out: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
}

/**
 * The environment in which a sweep sends itself a signal as soon as it has written its first rows.
 *
 * @param mark a file that it makes just before: from then on it writes nothing
 */
function struckBy(signal: "SIGINT" | "SIGSTOP", mark = join(folder(), "mark")): Record<string, string> {
  const struck = [
    "import fs from 'node:fs';import {syncBuiltinESMExports} from 'node:module';const write=fs.writeSync;",
    `fs.writeSync=(file,bytes,...more)=>{const n=write(file,bytes,...more);if(bytes.length>30000){fs.writeSync=write;syncBuiltinESMExports();fs.writeFileSync(${JSON.stringify(mark)},'');process.kill(process.pid,'${signal}')}return n};`,
    "syncBuiltinESMExports()",
  ].join("");
  return { ...clean(), NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(struck)}"` };
}

test("a sweep says what it found, what it rests on and how to make it again, within 80 columns", () => {
  const { code, out } = demarche(["sweep", flagship, ...small]);
  expect(code).toBe(0);
  for (const part of ["central values", "over the sweep", "between points", "resolve.PAK", "authors' judgement"]) {
    expect(out).toContain(part);
  }
  expect(out.replace(/\s+/g, " ")).toContain(
    `Again: demarche sweep ${flagship} --what-if second-round --futures 20 --points 30 --design lhs --seed 7`,
  );
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("one worker and two, each in its folder, leave the same bytes", { tags: "long" }, () => {
  const [one, two] = [join(folder(), "a"), join(folder(), "b")];
  const larger = ["--points", "210", "--futures", ofAll("100", "2")];
  expect(sweep(one, ...larger, "--workers", "1").code).toBe(0);
  expect(sweep(two, ...larger, "--workers", "2").code).toBe(0);
  expect(readFileSync(join(two, "runs.csv"), "utf8")).toBe(readFileSync(join(one, "runs.csv"), "utf8"));
});

test("an interrupted sweep is incomplete, and the same command makes it what it would have been", () => {
  const [cut, whole] = [join(folder(), "cut"), join(folder(), "whole")];
  const args = (out: string) => ["sweep", flagship, "--futures", ofAll("200", "40"), "--points", "200", "--out", out];
  const options = { encoding: "utf8", env: struckBy("SIGINT") } as const;
  const first = spawnSync(process.execPath, [main, ...args(cut), "--workers", "2"], options);
  expect(first.stderr).toContain("the same command goes on with it");
  expect(first.status).toBe(3);
  expect(manifestOf(cut)["status"]).toBe("incomplete");
  const rows = readFileSync(join(cut, "runs.csv"), "utf8");
  expect(rows.endsWith("\n")).toBe(true);
  expect(rows.split("\n").length).toBeLessThan(ofAll(40_202, 8042));
  expect(demarche(["explain", cut])).toMatchObject({ code: 3, err: expect.stringContaining("not whole") });
  const second = demarche([...args(cut), "--workers", "1"]);
  expect(second).toMatchObject({ code: 0, err: expect.stringContaining("Resumed the sweep") });
  const straight = demarche([...args(whole), "--workers", "1"]);
  const table = (out: string): string => readFileSync(join(out, "runs.csv"), "utf8");
  expect(table(cut) === table(whole)).toBe(true);
  // The line of progress, which a longer run would write, is for a terminal alone.
  expect(straight.err).not.toContain("\r");
  expect(bare(second.out).replaceAll(cut, "OUT")).toBe(bare(straight.out).replaceAll(whole, "OUT"));
  expect({ ...manifestOf(cut), command: "" }).toEqual({ ...manifestOf(whole), command: "" });
});

test("a sweep holds its folder as long as its process lives: another says so, and once it was killed goes on", {
  tags: "long",
}, async () => {
  const [out, whole] = [join(folder(), "out"), join(folder(), "whole")];
  const args = (place: string) => [
    "sweep",
    flagship,
    "--futures",
    ofAll("100", "40"),
    "--points",
    "100",
    "--out",
    place,
  ];
  const mark = join(folder(), "mark");
  const child = spawn(process.execPath, [main, ...args(out)], { env: struckBy("SIGSTOP", mark), stdio: "ignore" });
  const ended = new Promise((resolve) => child.on("close", resolve));
  const table = join(out, "runs.csv");
  // Not until the table is so large: that is seen while its first rows are still being written.
  while (child.exitCode === null && !existsSync(mark)) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(child.exitCode).toBe(null);
  const there = readFileSync(table, "utf8");
  const refused = demarche(args(out));
  expect(refused).toMatchObject({ code: 2, out: "", err: expect.stringContaining("Another sweep is at work in") });
  expect(readFileSync(table, "utf8") === there).toBe(true);
  child.kill("SIGKILL");
  await ended;
  // What it was killed in the middle of writing is no hindrance.
  writeFileSync(join(out, ".manifest.json.new"), "{");
  expect(demarche(args(out))).toMatchObject({ code: 0, err: expect.stringContaining("Resumed the sweep") });
  expect(demarche(args(whole)).code).toBe(0);
  expect(readFileSync(table, "utf8") === readFileSync(join(whole, "runs.csv"), "utf8")).toBe(true);
});

test.each(["csv", "jsonl"])("a table that ends within a line is mended: %s", (format) => {
  const out = join(folder(), "out");
  sweep(out, "--format", format);
  const table = join(out, `runs.${format}`);
  const whole = readFileSync(table, "utf8");
  truncateSync(table, Math.floor(whole.length / 2) + 3);
  writeFileSync(join(out, "manifest.json"), JSON.stringify({ ...manifestOf(out), status: "incomplete" }));
  expect(sweep(out, "--format", format).code).toBe(0);
  expect(readFileSync(table, "utf8")).toBe(whole);
});

test("CSV, JSON lines and Parquet hold the same: each is explained alike", { tags: "long" }, () => {
  const output = ["csv", "jsonl", "parquet"].map((format) => {
    const out = join(folder(), "out");
    expect(sweep(out, "--format", format).code).toBe(0);
    const data = JSON.parse(demarche(["explain", out, "--when", "uses-of-force>=4", "--json"]).out);
    return { ...data, command: "" };
  });
  expect(output[1]).toEqual(output[0]);
  expect(output[2]).toEqual(output[0]);
});

test("where nothing more can be written, what was written stands, and the same command goes on once there is room", {
  tags: "long",
}, () => {
  const out = join(folder(), "out");
  const args = ["sweep", flagship, "--points", "100", "--futures", ofAll("200", "60"), "--out", out];
  // A limit on the size of files, in kilobytes, stands in for a disk that fills up.
  const limited = `trap "" XFSZ; ulimit -f ${ofAll(500, 200)}; exec "$0" "$@"`;
  const ran = spawnSync("bash", ["-c", limited, process.execPath, main, ...args], { encoding: "utf8", env: clean() });
  expect(ran.status).toBe(3);
  expect(ran.stderr).toContain("can't be written");
  expect(ran.stderr).toContain("What was done is kept");
  const again = demarche(args);
  expect(again).toMatchObject({ code: 0, err: expect.stringContaining("Resumed the sweep") });
  expect(readFileSync(join(out, "runs.csv"), "utf8").trimEnd().split("\n")).toHaveLength(ofAll(20_201, 6_061));
});

test("a whole sweep is told again without running anything", () => {
  const out = join(folder(), "out");
  const first = sweep(out);
  const second = sweep(out);
  expect(second.out).toBe(first.out);
  expect(second.err).toContain("620 of 620 futures were there");
});

test("explain says which assumptions decide, by what method, and how to ask again", { tags: "long" }, () => {
  const out = join(folder(), "out");
  demarche(["sweep", flagship, "--points", "150", "--futures", ofAll("100", "30"), "--out", out]);
  const { code, out: output } = demarche(["explain", out, "--when", "uses-of-force>=4"]);
  expect(code).toBe(0);
  expect(output).toMatch(/resolve\.PAK +█/);
  expect(output).toMatch(/default\.keeps .*no more than noise/);
  expect(output.replace(/\s+/g, " ")).toContain("(Friedman and Fisher 1999)");
  expect(output.replace(/\s+/g, " ")).toContain(`--when 'uses-of-force>=4'`);
  for (const line of output.split("\n")) if (!line.includes(out)) expect(line.length).toBeLessThan(81);
});

test("what never differs between the points is called noise, not explained", () => {
  const out = join(folder(), "out");
  sweep(out);
  expect(demarche(["explain", out, "--when", "uses-of-force>=0"]).out).toContain("no more than noise");
});

test("from a date of the record the doctrines decide, and no what-if is needed", () => {
  const { code, out } = demarche(["sweep", flagship, ...small, "--from", "reprisal", "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ from: "reprisal", start: expect.stringContaining("2024-01-18") });
  expect(JSON.parse(out)).not.toHaveProperty("whatIf");
});

test("a grid over two assumptions has every value with every other", () => {
  const args = ["--design", "grid", "--points", "9", "--over", "resolve.PAK", "--over", "resolve.IRN"];
  const out = join(folder(), "out");
  sweep(out, ...args);
  const rows = readFileSync(join(out, "runs.csv"), "utf8").trimEnd().split("\n").slice(21);
  const pairs = new Set(rows.map((row) => row.split(",").slice(3, 5).join(" ")));
  const values = ["0.3", "0.6", "0.9"].flatMap((one) => ["0.05", "0.275", "0.5"].map((other) => `${one} ${other}`));
  expect([...pairs]).toEqual(values);
});

test("the picture has its alternative text", () => {
  const { code, out } = demarche(["sweep", flagship, ...small, "--svg"]);
  expect(code).toBe(0);
  expect(out).toMatch(
    /^<svg [^>]*role="img"[^>]*><title [^>]*>Iran–Pakistan[^<]*<\/title><desc [^>]*>[^<]*Not a forecast\./,
  );
  expect(out.trimEnd().endsWith("</svg>")).toBe(true);
});

const noModel = "test/fixtures/short-crisis.yaml";
const busy = folder();
sweep(join(busy, "sweep"));
writeFileSync(join(busy, "file"), "");
const strange = folder();
writeFileSync(join(strange, "runs.csv"), "somebody's\n");

test.each([
  [["sweep", flagship, "--futures", "0"], "--futures 0: expected a whole number from 1"],
  [["sweep", flagship, "--points", "1e9"], "--points 1e9: expected a whole number from 1 to 100000"],
  [["sweep", flagship, "--points", "100000", "--futures", "1000000"], "futures are too many"],
  [["sweep", flagship, "--design", "grid", "--points", "5"], "A grid over 9 assumptions has at least 512 points"],
  [["sweep", flagship, "--over", "resolve.PAX"], "Did you mean resolve.PAK?"],
  [["sweep", flagship, "--what-if", "second-rond"], "Did you mean second-round?"],
  [["sweep", flagship, "--what-if", "restraint"], "does not say `then: model`"],
  [["sweep", flagship, "--from", "2030-01-01"], "outside the scenario's window"],
  [["sweep", flagship, "--from", "reprisl"], "Did you mean reprisal?"],
  [["sweep", flagship, "--from", "reprisal", "--what-if", "second-round"], "without --what-if"],
  [["sweep", flagship, "--format", "parquet"], "name a folder"],
  [["sweep", flagship, "--workers", "0"], "--workers 0: expected a whole number"],
  [["sweep", flagship, "--out", "/proc/none/such"], "can't be written into"],
  [["sweep", flagship, "--out", join(busy, "file", "below")], "is no folder"],
  [["sweep", flagship, "--out", join(busy, "file")], "is no folder"],
  [["sweep", flagship, "--out", strange], "no manifest says what it is"],
  [["sweep", flagship, ...small, "--seed", "8", "--out", join(busy, "sweep")], "seed: 7 there, 8 now"],
  [["sweep", "pulwama-balakot-2019", ...small, "--out", join(busy, "sweep")], "holds another sweep"],
  [["sweep", noModel], "Add some under `doctrines`"],
  [["sweep"], "Which file? Name a scenario: demarche sweep FILE"],
  [["sweep", "--on", flagship], "Which file? Name a scenario: demarche sweep FILE --on ADDRESS, in this order"],
  [["sweep", flagship, "--shard", "5"], "--shard is of a sweep that is spread from a server: give --on too"],
  [["sweep", flagship, "--on", "postgres://x", "--workers", "2"], "--on and --workers can't be given together"],
  [["sweep", flagship, "--on", "postgres://x", "--detach", "--json"], "--detach waits for no result"],
  [["sweep", flagship, "--on", "postgres://x", "--patience", "3"], "such as 30s, 5m or 1h"],
  [["explain", busy], "There is no sweep in"],
  [["explain", join(busy, "sweep"), "--when", "use-of-force>=1"], "Did you mean uses-of-force?"],
  [["explain", join(busy, "sweep"), "--when", "uses-of-force>=lots"], "lots is no number"],
])("%j is refused: %s", (args, why) => {
  const { code, out, err } = demarche(args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.replace(/\s+/g, " ")).toContain(why);
});

test("a table that somebody changed is not gone on with", () => {
  const out = join(folder(), "out");
  sweep(out);
  const table = join(out, "runs.csv");
  const lines = readFileSync(table, "utf8").split("\n");
  writeFileSync(table, [...lines.slice(0, 50), ...lines.slice(60)].join("\n"));
  appendFileSync(table, "");
  writeFileSync(join(out, "manifest.json"), JSON.stringify({ ...manifestOf(out), status: "incomplete" }));
  const { code, err } = sweep(out);
  expect({ code, told: bare(err).includes("line51,columnrun:") }).toEqual({ code: 2, told: true });
});

/** What another program, or a mistake, makes of a table: its file, changed; and what is said of it. */
type Damage = readonly [what: string, change: (lines: readonly string[]) => string, says: string];

const table = readFileSync(join(busy, "sweep", "runs.csv"), "utf8");
const columns = nthLine(table, 0).split(",");

function nthLine(text: string, number: number): string {
  return text.split("\n")[number] ?? "";
}

/** The table with a value of its row in line 31 changed. */
function withValue(column: string, value: string) {
  return (lines: readonly string[]): string =>
    lines
      .map((line, k) => (k === 30 ? line.split(",").with(columns.indexOf(column), value).join(",") : line))
      .join("\n");
}

function withoutColumn(column: string) {
  const place = columns.indexOf(column);
  return (lines: readonly string[]): string =>
    lines.map((line) => (line === "" ? line : line.split(",").toSpliced(place, 1).join(","))).join("\n");
}

const damages: readonly Damage[] = [
  [
    "another name",
    (lines) => lines.join("\n").replace("uses-of-force", "uses_of_force"),
    "line 2, column uses-of-force: there is no such column. The nearest is uses_of_force.",
  ],
  ["a column twice", (lines) => lines.join("\n").replace("seed", "run"), "line 2, column run: "],
  [
    "TRUE for a number",
    withValue("uses-of-force", "TRUE"),
    'line 31, column uses-of-force: "TRUE" is no whole number.',
  ],
  ["NA for nothing", withValue("envoys-back", "NA"), 'line 31, column envoys-back: "NA" is no number.'],
  ["half a use of force", withValue("uses-of-force", "1.5"), 'column uses-of-force: "1.5" is no whole number.'],
  ["nothing for a number", withValue("uses-of-force", ""), "column uses-of-force: there is no value."],
  [
    "another word for how it ended",
    withValue("status", "ok"),
    'column status: "ok" is no status. Expected: done, bounded, failed.',
  ],
  ["another seed", withValue("seed", "7"), "column seed: 7 is not the seed of this run."],
  ["an assumption without a value", withValue("resolve.PAK", ""), "column resolve.PAK: an empty place is no number."],
  ["a column left out", withoutColumn("resolve.IRN"), "column resolve.IRN: there is no such column."],
  [
    "rows missing",
    (lines) => lines.toSpliced(50, 10).join("\n"),
    "line 51, column run: run 19 of point 2 stands where run 9 of point 2 belongs.",
  ],
  [
    "rows at the end missing",
    (lines) => `${lines.slice(0, 101).join("\n")}\n`,
    "line 102: the table ends before it, and 520 of 620 rows are missing.",
  ],
  [
    "a row too many",
    (lines) => `${lines.join("\n")}${lines[30]}\n`,
    "line 622: the sweep has 620 rows, and this is one too many.",
  ],
  ["nothing in it", () => "", "line 2: the table ends before it, and 620 of 620 rows are missing."],
  ["semicolons", (lines) => lines.join("\n").replaceAll(",", ";"), "column point: there is no such column."],
  ["a quote that is not closed", withValue("reason", '"x'), "line "],
];

test.each(damages)("a table with %s is refused, explained and gone on with", (_, change, says) => {
  const out = join(folder(), "out");
  cpSync(join(busy, "sweep"), out, { recursive: true });
  writeFileSync(join(out, "runs.csv"), change(table.split("\n")));
  for (const { code, out: output, err } of [demarche(["explain", out]), sweep(out)]) {
    expect({ code, told: output }).toEqual({ code: 2, told: "" });
    const flat = err.replace(/\s+/g, " ");
    expect(flat).toContain(says);
    expect(bare(flat)).toContain(bare(`Remove the folder ${out}, and make the sweep again: demarche sweep`));
  }
});

test.each(["csv", "jsonl", "parquet"])("a table that was cut off says where: %s", (format) => {
  const out = join(folder(), "out");
  sweep(out, "--format", format);
  const path = join(out, `runs.${format}`);
  truncateSync(path, statSync(path).size - 10);
  for (const { code, err } of [demarche(["explain", out]), sweep(out, "--format", format)]) {
    expect(code).toBe(2);
    const flat = bare(err);
    const where = { csv: "line621", jsonl: "line620", parquet: "row1" }[format];
    expect(flat).toContain(`runs.${format},${where}:`);
    expect(flat).toContain(
      `endswithinit,atbyte${statSync(path).size}`.replace("withinit,", format === "parquet" ? "" : "withinit,"),
    );
    expect(flat).toContain("cutoff");
    expect(flat).toContain("makethesweepagain:");
  }
});

test("a table as Excel saves it, with a mark and lines of Windows, is read", () => {
  const out = join(folder(), "out");
  cpSync(join(busy, "sweep"), out, { recursive: true });
  writeFileSync(join(out, "runs.csv"), `\ufeff${table.replaceAll("\n", "\r\n")}`);
  expect(demarche(["explain", out]).code).toBe(0);
});

test.each([
  [{ table: "../x.csv" }, "table: expected runs.csv"],
  [{ table: ".." }, "table: expected runs.csv"],
  [{ points: 1e15 }, "points: expected a number from 0 to 100000"],
  [{ futures: 0 }, "futures: expected a number from 1"],
  [{ rows: 7 }, "rows: expected the futures of all points"],
  [{ columns: ["point"] }, "columns: expected point, run, seed"],
])("a manifest that no sweep wrote is refused: %j", (change, says) => {
  const out = join(folder(), "out");
  cpSync(join(busy, "sweep"), out, { recursive: true });
  writeFileSync(join(out, "manifest.json"), JSON.stringify({ ...manifestOf(out), ...change }));
  const { code, out: output, err } = demarche(["explain", out]);
  expect({ code, told: output }).toEqual({ code: 2, told: "" });
  expect(bare(err)).toContain(bare(says));
});
