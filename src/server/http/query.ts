/** Parameters of a request's address: which records are wanted, everything that is wrong with them at once. */
import { isActId, nearestAct, parseWhen } from "../../events/index.ts";
import type { Journal, Query } from "../../journal/index.ts";
import { didYouMean, nearest, Problem, visibleLine } from "../../problem/index.ts";
import { type RequestFault, wrong } from "./answer.ts";

/** Parameters of what there is; of what comes, those that look back are left out. */
export const LOOKING_BACK = ["stream", "branch", "actor", "act", "after", "position", "at", "recordedAt"] as const;
export const LIVE = ["stream", "branch", "actor", "act", "after"] as const;

/**
 * The query that parameters ask for.
 *
 * @throws Problem with everything that is wrong
 */
export async function queryIn(parameters: URLSearchParams, known: readonly string[], journal: Journal): Promise<Query> {
  const problems = namesIn(parameters, known);
  const text = (name: string): string | undefined => parameters.get(name) ?? undefined;
  const say = (path: string, message: string): undefined => {
    problems.push({ path, message });
    return undefined;
  };
  const place = (name: string): number | undefined => {
    const given = text(name);
    if (given === undefined || /^\d{1,15}$/.test(given)) return given === undefined ? undefined : Number(given);
    return say(name, `${visibleLine(given)} is no position: expected a whole number.`);
  };
  const [act, actor, at, recordedAt] = ["act", "actor", "at", "recordedAt"].map(text);
  if (act !== undefined && !isActId(act)) {
    say("act", `There is no act ${visibleLine(act)}.${didYouMean(nearestAct(act))}`);
  }
  for (const [name, given] of Object.entries({ at, recordedAt })) {
    const full = name === "recordedAt" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(given ?? "");
    if (given !== undefined && !full && parseWhen(given) === undefined) {
      say(name, `${visibleLine(given)} is no date: expected YYYY-MM-DD or YYYY-MM-DDThh:mm.`);
    }
  }
  const places = { after: place("after"), position: place("position") };
  if (problems.length > 0) throw wrong(problems);
  const [stream, branch] = await Promise.all(["stream", "branch"].map((name) => streamIn(journal, text(name))));
  return { stream, branch, actor, act, at, recordedAt, ...places };
}

/** Every name once, and no unknown one. */
function namesIn(parameters: URLSearchParams, known: readonly string[]): RequestFault[] {
  return [...new Set(parameters.keys())].flatMap((name) => {
    if (name === "token") return [];
    if (!known.includes(name)) {
      const told = `There is no parameter ${visibleLine(name)} here.${didYouMean(nearest(name, known))}`;
      return [{ path: name, message: `${told} Parameters: ${known.join(", ") || "none"}.` }];
    }
    return parameters.getAll(name).length > 1 ? [{ path: name, message: "It is given twice." }] : [];
  });
}

/**
 * Refuses every parameter but the token.
 *
 * @throws Problem with everything that is wrong
 */
export function noneIn(parameters: URLSearchParams): void {
  const problems = namesIn(parameters, []);
  if (problems.length > 0) throw wrong(problems);
}

/**
 * A stream that is there.
 *
 * @throws Problem when it is not, with the nearest
 */
async function streamIn(journal: Journal, name: string | undefined): Promise<string | undefined> {
  if (name === undefined) return undefined;
  const names = (await journal.streams()).map(({ stream }) => stream);
  if (names.includes(name)) return name;
  throw new Problem("unknown-stream", `There is no stream ${visibleLine(name)}.`, {
    suggestion: nearest(name, names),
    expected: "GET /head lists all.",
  });
}
