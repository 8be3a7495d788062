/** Golden folders: one for each minor version. The last is held to the shipped scenarios, older ones to copies of their own. */
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Changed, changedText, changesIn, goldenOf } from "./compare.ts";
import { goldensOf, goldenText } from "./make.ts";

/** A change of meaning that was meant: an entry of `changed.json` beside the goldens that it concerns. */
export interface Meant extends Pick<Changed, "golden" | "history" | "from"> {
  /** Why the same events mean something else today. */
  readonly because: string;
}

/** What became of the goldens of one version. */
export interface Replayed {
  readonly version: string;
  readonly histories: number;
  /** What changed, and nobody meant it. */
  readonly changed: readonly Changed[];
  /** What somebody meant to change, and did not. */
  readonly stale: readonly Meant[];
}

/** The folders of versions in a folder, the oldest first. */
export function versionsIn(root: string): readonly string[] {
  const names = readdirSync(root).filter((name) => /^\d+\.\d+$/.test(name));
  return names.toSorted((one, other) => one.localeCompare(other, "en", { numeric: true }));
}

/** The minor version of a package: `0.1` of `0.1.0`. */
export function minorOf(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}

/** Replays the goldens of a version with today's code. */
export function replayed(root: string, version: string, shipped: string): Replayed {
  const folder = join(root, version);
  const now = goldensOf(scenariosOf(folder, shipped));
  const was = new Map(kept(folder).map(([name, text]) => [name, goldenOf(text)]));
  const names = [...new Set([...was.keys(), ...now.keys()])];
  const changes = names.flatMap((name) => changesIn(name, was.get(name) ?? new Map(), now.get(name) ?? new Map()));
  const listed = meantIn(folder);
  return {
    version,
    histories: [...now.values()].reduce((sum, { size }) => sum + size, 0),
    changed: changes.filter((one) => !listed.some((meant) => isSame(meant, one))),
    stale: listed.filter((meant) => !changes.some((one) => isSame(meant, one))),
  };
}

/** What to say of goldens that are not what they were; empty when they are. */
export function replayedText({ version, changed, stale }: Replayed): string {
  const mend = "If the change is meant, run npm run goldens, and say in the commit what changed its meaning.";
  const says = [
    ...changed.map(changedText),
    ...stale.map(({ golden, history }) => `${golden}, ${history}: changed.json lists a change that is none.`),
  ];
  if (says.length === 0) return "";
  return [`${says.length} golden histories of version ${version} are not what they were.`, ...says, mend].join("\n\n");
}

/** Renews the goldens of a version, and says what changed. An older version beside it is given its scenarios to keep. */
export function renew(root: string, version: string, shipped: string): readonly Changed[] {
  mkdirSync(join(root, version), { recursive: true });
  for (const old of versionsIn(root)) if (old !== version) keepScenarios(root, old, shipped);
  const folder = join(root, version);
  const before = new Map(kept(folder));
  const now = goldensOf(scenariosOf(folder, shipped));
  const gone = [...before.keys()].filter((name) => !now.has(name));
  for (const name of gone) rmSync(join(folder, `${name}.txt`));
  for (const [name, golden] of now) writeFileSync(join(folder, `${name}.txt`), goldenText(golden));
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((name) =>
    changesIn(name, goldenOf(before.get(name) ?? ""), now.get(name) ?? new Map()),
  );
}

/** The scenarios that a version's goldens tell of. */
function scenariosOf(folder: string, shipped: string): string {
  const own = join(folder, "scenarios");
  return existsSync(own) ? own : shipped;
}

/** Copies the shipped scenarios beside the goldens of a version that is over, once, and only while they are its own. */
function keepScenarios(root: string, version: string, shipped: string): void {
  const own = join(root, version, "scenarios");
  if (existsSync(own)) return;
  const problem = replayedText(replayed(root, version, shipped));
  if (problem !== "")
    throw new Error(`The scenarios are no longer those of version ${version}; go back to its last commit.\n${problem}`);
  cpSync(shipped, own, { recursive: true });
}

function kept(folder: string): readonly (readonly [string, string])[] {
  return globSync(join(folder, "*.txt")).map((file) => [basename(file, ".txt"), readFileSync(file, "utf8")] as const);
}

function meantIn(folder: string): readonly Meant[] {
  const file = join(folder, "changed.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}

function isSame(one: Meant, other: Changed): boolean {
  return one.golden === other.golden && one.history === other.history && one.from === other.from;
}
