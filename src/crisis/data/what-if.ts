/** What-ifs as data: their books, and what differs from the record or from another what-if. */
import * as z from "zod/mini";
import { formatWhen } from "../../events/index.ts";
import {
  type Branch,
  type ComparedDay,
  compare,
  coneOf,
  differenceBetween,
  digestOf,
  editedId,
  editText,
  type History,
  handover,
  historyOf,
  type Reached,
} from "../../history/index.ts";
import type { EvaluatedWhatIf } from "../../scenario/index.ts";
import { described } from "../../schema/index.ts";
import { situationData } from "../../views/index.ts";
import type { FuturesRun } from "../futures.ts";
import {
  type Basis,
  basis,
  basisData,
  change,
  changeData,
  type Data,
  eventData,
  finding,
  findingData,
  reason,
  situation,
  step,
  stepData,
  verdict,
} from "./common.ts";
import { commitment, status } from "./dossier.ts";
import { exact, exactData } from "./exact.ts";
import { followed, followedData } from "./futures.ts";
import { waiting, waitingData } from "./show.ts";

const id = described(z.string(), "The id of an event");
const digest = described(
  z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  "SHA-256 over parties, opening and events: equal where the same happens",
);
const minute = described(z.string(), "A minute, in the scenario's zone");

const reached = z.strictObject({
  event: id,
  at: z.string(),
  act: z.string(),
  through: described(id, "The cause through which the edit reaches it"),
});

/** A what-if by itself. */
const evaluated = z.strictObject({
  name: z.string(),
  because: z.optional(z.string()),
  then: z.enum(["keep", "prune", "stop", "model"]),
  digest,
  changes: z.array(
    z.strictObject({
      edit: described(z.string(), "In the words of --edit"),
      kind: z.enum(["drop", "add", "move", "replace", "swap"]),
      before: z.optional(eventData),
      after: z.optional(eventData),
      cone: described(z.array(id), "Everything that the event brought about in the record, through causes"),
    }),
  ),
  orphaned: z.array(
    z.strictObject({ ...reached.shape, stands: described(z.boolean(), "With keep it stands all the same") }),
  ),
  reopened: described(z.array(reached), "Events that stand on a cause that is not what it was"),
  situation: described(situation, "Where it ends, or is handed over"),
  toldTo: minute,
  next: described(z.array(id), "With stop and model: what the record would bring next"),
  waiting: described(z.array(waiting), "What happens by itself unless an event comes first"),
  findings: z.array(finding),
  doubts: z.array(
    z.strictObject({
      code: z.string(),
      index: described(z.optional(z.int()), "The place of the edit that it is about"),
      message: z.string(),
    }),
  ),
});

const side = z.strictObject({ events: z.array(z.strictObject({ id, verdict })), situation });

const day = z.strictObject({
  day: z.string(),
  one: side,
  other: side,
  differs: described(z.array(change), "Where they stand differently at its end: from in the one, to in the other"),
});

/** What differs between two branches: the one is the record, or the what-if after --against. */
const comparison = z.strictObject({
  divergence: described(
    z.optional(z.strictObject({ at: minute, one: z.nullable(id), other: z.nullable(id) })),
    "The first place where they differ; absent when they never do",
  ),
  parted: described(z.optional(day), "The first day on whose end they stand differently"),
  missing: described(z.array(id), "Only in the one"),
  added: described(z.array(step), "Only in the other"),
  changed: described(z.array(step), "In both, but otherwise; as in the other"),
  verdicts: z.array(z.strictObject({ event: id, one: verdict, other: verdict, reasons: z.array(reason) })),
  unfit: described(z.array(step), "Void in the other, and in the one valid or not there"),
  commitments: z.strictObject({
    appeared: z.array(commitment),
    vanished: z.array(commitment),
    otherwise: z.array(z.strictObject({ id: z.string(), one: status, other: status })),
  }),
  days: z.array(day),
  end: z.array(change),
  dossier: described(
    z.array(
      z.strictObject({
        op: z.enum(["add", "remove", "replace"]),
        path: z.array(z.union([z.string(), z.number()])),
        value: z.optional(z.unknown()),
      }),
    ),
    "Patches that make the dossier of the other of that of the one",
  ),
});

export const whatIfDocument = z.strictObject({
  ...basis.shape,
  record: z.strictObject({ digest, situation }),
  whatIfs: z.array(
    z.strictObject({ ...evaluated.shape, comparison, futures: z.optional(followed), exact: z.optional(exact) }),
  ),
});

export const againstDocument = z.strictObject({ ...basis.shape, one: evaluated, other: evaluated, comparison });

/**
 * What-ifs beside the record.
 *
 * @param runs the futures of those that have some, by name
 * @param exactly whether to compute outcomes exactly, too
 */
export function whatIfsData(
  context: Basis,
  record: Branch,
  all: readonly EvaluatedWhatIf[],
  runs: ReadonlyMap<string, FuturesRun>,
  exactly: boolean,
): Data<typeof whatIfDocument> {
  const history = historyOf(record);
  return {
    ...basisData(context),
    record: { digest: digestOf(record), situation: situationData(history.situation, history.dyad) },
    whatIfs: all.map((one) => {
      const run = runs.get(one.name);
      return {
        ...evaluatedData(one),
        comparison: comparisonData(history, one.history),
        futures: run && followedData(run.followed, context.scenario),
        exact: run && exactly ? exactData(run.models, context.scenario) : undefined,
      };
    }),
  };
}

export function againstData(
  context: Basis,
  one: EvaluatedWhatIf,
  other: EvaluatedWhatIf,
): Data<typeof againstDocument> {
  return {
    ...basisData(context),
    one: evaluatedData(one),
    other: evaluatedData(other),
    comparison: comparisonData(one.history, other.history),
  };
}

function evaluatedData({ name, whatIf, branch, history, doubts, findings }: EvaluatedWhatIf): Data<typeof evaluated> {
  const parent = branch.parent === undefined ? history : historyOf(branch.parent);
  const { pending, reopened } = handover(branch);
  return {
    name,
    because: whatIf.because,
    then: whatIf.then,
    digest: digestOf(branch),
    changes: branch.changes.map(({ edit, before, after }) => ({
      edit: editText(edit),
      kind: edit.kind,
      before,
      after,
      cone: coneOf(parent, [editedId(edit)]).map(({ event }) => event.id),
    })),
    orphaned: branch.orphaned.map((one) => ({ ...reachedData(one), stands: whatIf.then === "keep" })),
    reopened: branch.reopened.map(reachedData),
    situation: situationData(history.situation, history.dyad),
    toldTo: minuteData(history.now),
    next: reopened.map(({ id }) => id),
    waiting: pending.map(waitingData),
    findings: findings.map((one) => findingData(one, history)),
    doubts,
  };
}

function reachedData({ event: { id, at, act }, through }: Reached): Data<typeof reached> {
  return { event: id, at, act, through };
}

function comparisonData(one: History, other: History): Data<typeof comparison> {
  const { divergence, parted, missing, added, changed, verdicts, unfit, commitments, days, end } = compare(one, other);
  const { dyad } = one;
  const patches = differenceBetween(one, one.steps.length, other, other.steps.length).dossier;
  return {
    divergence: divergence && {
      at: minuteData(divergence.minute),
      one: divergence.one?.event.id ?? null,
      other: divergence.other?.event.id ?? null,
    },
    parted: parted && dayData(parted, one),
    missing: missing.map(({ event }) => event.id),
    added: added.map((each) => stepData(each, dyad)),
    changed: changed.map((pair) => stepData(pair.other, dyad)),
    verdicts: verdicts.map((pair) => ({
      event: pair.one.event.id,
      one: pair.one.verdict,
      other: pair.other.verdict,
      reasons: pair.other.reasons,
    })),
    unfit: unfit.map((each) => stepData(each, dyad)),
    commitments: {
      appeared: commitments.appeared,
      vanished: commitments.vanished,
      otherwise: commitments.otherwise.map((pair) => ({
        id: pair.one.id,
        one: pair.one.status,
        other: pair.other.status,
      })),
    },
    days: days.map((each) => dayData(each, one)),
    end: end.map((each) => changeData(each, dyad)),
    dossier: patches.map(({ op, path, value }) => ({ op, path, ...(op === "remove" ? {} : { value }) })),
  };
}

function dayData({ day: date, one, other, differs }: ComparedDay, { dyad }: History): Data<typeof day> {
  const sideData = ({ steps, situation: at }: ComparedDay["one"]): Data<typeof side> => ({
    events: steps.map(({ event, verdict: judged }) => ({ id: event.id, verdict: judged })),
    situation: situationData(at, dyad),
  });
  const changes = differs.map((each) => changeData(each, dyad));
  return { day: formatWhen(date, "day"), one: sideData(one), other: sideData(other), differs: changes };
}

function minuteData(at: number): string {
  return formatWhen(at, "minute");
}
