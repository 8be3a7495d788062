import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { demarche, fileWith, flagship, folder } from "../support/cli.ts";
import { lively } from "../support/game.ts";
import { talkWith } from "../support/talking.ts";
import { onTerminal } from "../support/terminal.ts";

const RED = "\u001b[31m";

/** Plays a file with these lines typed into a pipe; the replies, without what stands before the first prompt. */
function played(args: readonly string[], lines: readonly string[], cwd?: string): readonly string[] {
  const { code, out, err } = demarche(["play", ...args], {
    input: lines.map((line) => `${line}\n`).join(""),
    ...(cwd === undefined ? {} : { cwd }),
  });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out.split(/\n(?=PAK \d{4}|[a-z]+ \([^)]*\)> )/).slice(1);
}

/** What a game of the lively crisis says to one line. */
const outputOf = (...lines: readonly string[]): string =>
  (played([fileWith(lively, "lively.yaml"), "--as", "PAK", "--seed", "4"], lines)[lines.length - 1] ?? "").replace(
    /\s+/g,
    " ",
  );

test("a game with a fixed seed is the same transcript, to the byte", () => {
  const lines = readFileSync("test/golden/play.moves.txt", "utf8");
  const { out } = demarche(["play", "iran-pakistan-2024", "--as", "PAK", "--from", "recall", "--seed", "3"], {
    input: lines,
  });
  expect(out).toBe(readFileSync("test/golden/play.transcript.txt", "utf8"));
});

describe("mistakes are told of, and the game goes on", () => {
  test.each([
    ["an act that there is not", ["recal-ambassador"], /no act "recal-ambassador"\. Did you mean recall-ambassador\?/],
    [
      "a void act",
      ["return-ambassador"],
      /return-ambassador\) would be void now; nothing was done.*must be away from an open mission.*What would give it effect/,
    ],
    ["an act of a third state", ["offer-mediation"], /not for PAK to do: a third state or organisation does it/],
    ["an act that nobody decides", ["clash"], /clash .* is not for PAK to do/],
    ["an act of the clock", ["crisis-faded"], /the clock does it/],
    ["a command that there is not", [".wiat 3d"], /no command \.wiat\. Did you mean \.wait\?/],
    ["no length of time", [".wait 3"], /expected a length of time, such as 3d/],
    ["a wait of nothing", [".wait 0d"], /expected a length of time/],
    ["two arguments", [".save one two"], /Expected: \.save \[NAME\]/],
    ["no argument", [".goto"], /Expected: \.goto DATE\|ID/],
    ["an event that is not there", [".goto strik"], /no date, and no event so far\. Did you mean strike\?/],
    ["a date before the game", [".goto 2024-01-15"], /past of the game, which begins at 2024-01-16 00:00/],
    ["a date after the window", [".goto 2025-01-15"], /after the window, which ends on 2024-02-29/],
    ["nothing to take back", [".back"], /nothing to take back/],
    ["a part that there is not", [".why corse"], /Did you mean course\?/],
    ["an act that there is not, in a question", [".why-not agre"], /Did you mean agree\?/],
    ["a class without a valid act", [".acts ruptur"], /Did you mean rupture\? Classes: /],
    ["a name taken by a line of play", [".fork bold", ".fork bold"], /a line called bold already/],
    ["a bad name of a line of play", [".fork B_1"], /can't name a line/],
    ["a line of play that there is not", [".switch bold"], /no line called "bold".* Lines: main/],
    ["a field that the act has not", ["expel-diplomats number=3"], /no field "number"\. It has count, deadline/],
    ["a field with a wrong value", ["expel-diplomats count=many"], /count: "many" won't do\. Expected: how many/],
    ["a word that is no field", ["expel-diplomats five"], /"five" is no field of expel-diplomats/],
    ["a cause that is not there", ["condemn because=strik"], /"strik" is no event so far\. Did you mean strike\?/],
    ["an aim that is nobody", ["condemn to=IRM"], /"IRM" is no actor of this scenario\. Did you mean IRN\?/],
    ["an act against oneself", ["strike to=PAK"], /acts towards IRN in a game, and not towards itself/],
    ["an act against nobody", ["condemn to="], /acts towards IRN in a game, and not towards itself, nobody/],
    ["a deadline in the past", ["issue-ultimatum deadline=2024-01-10"], /2024-01-10 lies in the past/],
    ["a question that was not asked", [".wait 1h", ".goto recall"], /no date, and no event so far/],
    ["a name taken by a what-if", ["condemn", ".save earlier"], /named earlier already.* \.save earlier-1 would do\./],
    ["a bad name of a what-if", ["condemn", ".save Earlier_1"], /can't name a what-if/],
    ["an act after the window", [".wait 90d", "strike"], /The window is over: nothing more can be done/],
    ["a wait after the window", [".wait 90d", ".wait"], /nothing to wait for/],
  ] as const)("%s", (_, lines, message) => {
    expect(outputOf(...lines)).toMatch(message);
  });

  test.each([
    [["--as", "USA"], "--as USA: that is no party to play. Parties: IRN, PAK."],
    [["--as", "PAC"], "--as PAC: that is no party to play. Did you mean PAK? Parties: IRN, PAK."],
    [[], "Which party do you play? --as IRN (Iran) or --as PAK (Pakistan)."],
    [["--as", "PAK", "--seed", "-1"], "--seed -1: expected a whole number from 0 to 4294967295."],
    [
      ["--as", "PAK", "--from", "recal"],
      expect.stringContaining('There is no event "recal" so far. Did you mean recall?'),
    ],
    [
      ["--as", "PAK", "--from", "2024-02-15"],
      "The window of iran-pakistan-2024 is over then: nothing is left to play.",
    ],
    [["--as", "PAK", "--from", "recall", "--what-if", "restraint"], "--from and --what-if can't be given together."],
  ] as const)("before the game: %j", (options, message) => {
    const { code, err } = demarche(["play", "iran-pakistan-2024", ...options]);
    expect({ code, err: err.trim() }).toEqual({ code: 2, err: message });
  });
});

test("an act asks for the fields that it can't be without, and an empty line takes it back", () => {
  const [question, answer, reply] = played(
    [fileWith(lively, "lively.yaml"), "--as", "PAK"],
    ["issue-ultimatum", "soon", "2024-02-20"],
  );
  expect(question).toMatch(/^PAK .*> issue-ultimatum/);
  expect(answer).toMatch(/^deadline \(.*\)> soon\n✗ deadline: "soon" won't do/);
  expect(reply).toMatch(/^deadline \(.*\)> 2024-02-20\n[\s\S]*deadline: 2024-02-20/);
  expect(outputOf("issue-ultimatum", "")).toMatch(/issue-ultimatum is not done/);
});

test("what is void is refused before anybody is asked for its fields", () => {
  expect(outputOf("break-relations", "cap-staff")).toMatch(/cap-staff\) would be void now/);
});

test("the scenario's question is asked where its event is, and answered when asked", () => {
  expect(outputOf(".answer")).toMatch(/In the record: protest/);
  expect(outputOf(".wait 1h", ".answer")).toMatch(/In the record: protest/);
});

test("the first screen is what happened, where it stands, and what is asked; the rest is told on demand", () => {
  const first = () => demarche(["play", "iran-pakistan-2024", "--as", "PAK", "--from", "recall"]).out;
  const [screen = ""] = first().split("\n\nOne course of many");
  expect(screen.split("\n").length).toBeLessThan(45);
  expect(screen).toMatch(
    /1 event before: \.log[\s\S]*\nprotest [\s\S]*\nambassadors-recalled · mission IRN[\s\S]*\nWhat does PAK do\?/,
  );
  expect(screen).not.toContain("changing nothing");
  expect(outputOf(".others")).toMatch(/IRN \(.*\) follows .*Chance: seed 4\. Assumed:/);
  expect(outputOf(".log")).toMatch(/strike.*§/);
});

describe("a game is kept", () => {
  test("in its own file, every byte of which stays, and replays to where the game stood", () => {
    const path = fileWith(lively, "lively.yaml");
    played(
      [path, "--as", "PAK"],
      ["recall-ambassador", "express-deescalation", ".wait 4d", ".save calm", "strike", ".save bold"],
    );
    const text = readFileSync(path, "utf8");
    expect(text.split("\n").filter((one) => !lively.split("\n").includes(one)).length).toBeGreaterThan(8);
    expect(text.startsWith(lively.slice(0, lively.indexOf("doctrines:")))).toBe(true);
    expect(demarche(["check", path]).code).toBe(0);
    const bold = demarche(["replay", path, "--what-if", "bold"]).out;
    expect(bold).toContain("pak-strike-1");
    expect(demarche(["replay", path, "--what-if", "calm"]).out).not.toContain("pak-strike-1");
  });

  test("in a new file where the scenario comes with the package, and the next game beside it", () => {
    const cwd = folder();
    const [, reply, again] = played(["iran-pakistan-2024", "--as", "PAK"], ["condemn", ".save one", ".save two"], cwd);
    expect(reply?.replace(/\s+/g, " ")).toContain("Kept as one in a new file, iran-pakistan-2024.yaml");
    expect(again).toContain("Kept as two in iran-pakistan-2024.yaml.");
    const path = join(cwd, "iran-pakistan-2024.yaml");
    expect(existsSync(path)).toBe(true);
    expect(demarche(["replay", path, "--what-if", "two"]).out).toContain("pak-condemn-1");
    const [, added] = played(["iran-pakistan-2024", "--as", "PAK"], ["warn", ".save"], cwd);
    expect(added).toContain("Kept as game-1 in iran-pakistan-2024.yaml.");
    expect(demarche(["replay", path, "--what-if", "one"])).toMatchObject({ code: 0 });
  });

  test.each([
    ["another text", (path: string) => writeFileSync(path, "no scenario")],
    ["a folder", (path: string) => void mkdirSync(path)],
    [
      "another history",
      (path: string) => writeFileSync(path, readFileSync(flagship, "utf8").replace("act: strike", "act: condemn")),
    ],
  ])("in the next copy where %s has its name", (_, make) => {
    const cwd = folder();
    make(join(cwd, "iran-pakistan-2024.yaml"));
    const [, reply] = played(["iran-pakistan-2024", "--as", "PAK"], ["strike", ".save"], cwd);
    expect(reply?.replace(/\s+/g, " ")).toContain("Kept as game-1 in a new file, iran-pakistan-2024-2.yaml");
    expect(demarche(["replay", join(cwd, "iran-pakistan-2024-2.yaml"), "--what-if", "game-1"]).code).toBe(0);
  });

  test("in its file as it is by then, which somebody may have changed", async () => {
    const path = fileWith(lively, "lively.yaml");
    const game = talkWith(["play", path, "--as", "PAK"], folder());
    await game.hears(/\.help\./);
    writeFileSync(path, `${lively}\n# Seen by both.\n`);
    game.say("recall-ambassador");
    game.say(".save calm");
    await game.hears(/Kept as calm/);
    expect(await game.ends()).toBe(0);
    expect(readFileSync(path, "utf8")).toContain("# Seen by both.");
  });

  test("not before anything was played", () => {
    expect(outputOf(".save same")).toMatch(/nothing to keep/);
  });
});

describe("on a terminal", () => {
  /** The prompt, and the cursor behind it. */
  const prompt = /> \u001b\[\d+G/;

  test("acts and commands are completed, and Ctrl-D leaves", async () => {
    const shown = await onTerminal("play iran-pakistan-2024 --as PAK", [
      [prompt, "recal"],
      [/recal/, "\t"],
      [/l-ambassador/, "\r"],
      [prompt, ".why mis"],
      [/why mis/, "\t"],
      [/sions\./, "I"],
      [/I/, "\t"],
      [/RN/, "\r"],
      [prompt, "\u0004"],
    ]);
    expect(shown).toContain(RED);
    expect(shown).toContain("pak-recall-ambassador-1");
    expect(shown).toContain("mission IRN: in post");
    expect(shown).toContain("[exit 0]");
  });

  test("Ctrl-C leaves, and says how to come back", async () => {
    const shown = await onTerminal("play iran-pakistan-2024 --as PAK", [
      [prompt, ".wait\r"],
      [prompt, "\u0003"],
    ]);
    expect(shown.replace(/\s+/g, " ")).toMatch(
      /The same moves give the same game: demarche play iran-pakistan-2024 --as PAK --seed 1 \[exit 3\]/,
    );
  });
});
