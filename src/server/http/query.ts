/** Parameters of a request's address: which records are wanted, or everything that is wrong at once. */
import { isActId, nearestAct, parseWhen } from "../../events/index.ts";
import type { Journal, Query } from "../../journal/index.ts";
import { didYouMean, nearest, Problem, visibleLine } from "../../problem/index.ts";
import { type RequestFault, requestProblem } from "./answer.ts";

/** Parameters for existing records; for new ones, those that look back are left out. */
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
    const value = text(name);
    if (value === undefined || /^\d{1,15}$/.test(value)) return value === undefined ? undefined : Number(value);
    return say(name, `${visibleLine(value)} is no position: expected a whole number.`);
  };
  const [act, actor, at, recordedAt] = ["act", "actor", "at", "recordedAt"].map(text);
  if (act !== undefined && !isActId(act)) {
    say("act", `There is no act ${visibleLine(act)}.${didYouMean(nearestAct(act))}`);
  }
  for (const [name, value] of Object.entries({ at, recordedAt })) {
    const full = name === "recordedAt" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value ?? "");
    if (value !== undefined && !full && parseWhen(value) === undefined) {
      say(name, `${visibleLine(value)} is no date: expected YYYY-MM-DD or YYYY-MM-DDThh:mm.`);
    }
  }
  const places = { after: place("after"), position: place("position") };
  if (problems.length > 0) throw requestProblem(problems);
  const [stream, branch] = await Promise.all(["stream", "branch"].map((name) => streamIn(journal, text(name))));
  return { stream, branch, actor, act, at, recordedAt, ...places };
}

/** Problems of parameter names: unknown ones, and those given twice. */
function namesIn(parameters: URLSearchParams, known: readonly string[]): RequestFault[] {
  return [...new Set(parameters.keys())].flatMap((name) => {
    if (name === "token") return [];
    if (!known.includes(name)) {
      const sentence = `There is no parameter ${visibleLine(name)} here.${didYouMean(nearest(name, known))}`;
      return [{ path: name, message: `${sentence} Parameters: ${known.join(", ") || "none"}.` }];
    }
    return parameters.getAll(name).length > 1 ? [{ path: name, message: "It is given twice." }] : [];
  });
}

/**
 * Refuses every parameter but the token.
 *
 * @throws Problem with everything that is wrong
 */
export function refuseParameters(parameters: URLSearchParams): void {
  const problems = namesIn(parameters, []);
  if (problems.length > 0) throw requestProblem(problems);
}

/**
 * An existing stream.
 *
 * @throws Problem when there is none of that name, with the nearest
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
