/** What-ifs as JSON: their books, and what differs from the record or from another what-if. */

import type * as z from "zod";
import { formatWhen } from "../../events/index.ts";
import type { Followed, Models } from "../../futures/index.ts";
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
import type { Supposed } from "../../scenario/index.ts";
import { situationData } from "../../views/index.ts";
import { type Basis, basisData, changeData, findingData, stepData } from "./common.ts";
import { exactData } from "./exact.ts";
import { followedData } from "./futures.ts";
import type { againstDocument, comparison, supposed as supposedSchema, whatIfDocument } from "./schema/what-if.ts";
import { waitingData } from "./show.ts";

/** What-ifs beside the record. */
export function whatIfsData(
  basis: Basis,
  record: Branch,
  all: readonly Supposed[],
  followed: (one: Supposed) => Followed | undefined = () => undefined,
  exactly: (one: Supposed) => Models | undefined = () => undefined,
): z.infer<typeof whatIfDocument> {
  const history = historyOf(record);
  return {
    ...basisData(basis),
    record: { digest: digestOf(record), situation: situationData(history.situation, history.dyad) },
    whatIfs: all.map((one) => {
      const futures = followed(one);
      const models = exactly(one);
      return {
        ...supposedData(one),
        comparison: comparisonData(history, one.history),
        ...(futures === undefined ? {} : { futures: followedData(futures, basis.scenario) }),
        ...(models === undefined ? {} : { exact: exactData(models, basis.scenario) }),
      };
    }),
  };
}

/** One what-if beside another. */
export function againstData(basis: Basis, one: Supposed, other: Supposed): z.infer<typeof againstDocument> {
  return {
    ...basisData(basis),
    one: supposedData(one),
    other: supposedData(other),
    comparison: comparisonData(one.history, other.history),
  };
}

function supposedData({ name, whatIf, branch, history, doubts, findings }: Supposed): z.infer<typeof supposedSchema> {
  const parent = branch.parent === undefined ? history : historyOf(branch.parent);
  const { dyad } = history;
  const standing = whatIf.then === "keep";
  const { pending, reopened } = handover(branch);
  return {
    name,
    ...(whatIf.because === undefined ? {} : { because: whatIf.because }),
    then: whatIf.then,
    digest: digestOf(branch),
    changes: branch.changes.map(({ edit, before, after }) => ({
      edit: editText(edit),
      kind: edit.kind,
      ...(before === undefined ? {} : { before: { ...before } }),
      ...(after === undefined ? {} : { after: { ...after } }),
      cone: coneOf(parent, [editedId(edit)]).map(({ event }) => event.id),
    })),
    orphaned: branch.orphaned.map((one) => ({ ...reachedData(one), stands: standing })),
    reopened: branch.reopened.map(reachedData),
    situation: situationData(history.situation, dyad),
    toldTo: minuteData(history.now),
    next: reopened.map(({ id }) => id),
    waiting: pending.map(waitingData),
    findings: findings.map((finding) => findingData(finding, history)),
    doubts: doubts.map((doubt) => ({ ...doubt })),
  };
}

function reachedData({ event: { id, at, act }, through }: Reached) {
  return { event: id, at, act, through };
}

function comparisonData(one: History, other: History): z.infer<typeof comparison> {
  const { divergence, parted, missing, added, changed, verdicts, unfit, commitments, days, end } = compare(one, other);
  const { dyad } = one;
  const patches = differenceBetween(one, one.steps.length, other, other.steps.length).dossier;
  const owed = (all: typeof commitments.appeared) => all.map((each) => ({ ...each, doneBy: [...each.doneBy] }));
  return {
    ...(divergence === undefined
      ? {}
      : {
          divergence: {
            at: minuteData(divergence.minute),
            one: divergence.one?.event.id ?? null,
            other: divergence.other?.event.id ?? null,
          },
        }),
    ...(parted === undefined ? {} : { parted: dayData(parted, one) }),
    missing: missing.map(({ event }) => event.id),
    added: added.map((step) => stepData(step, dyad)),
    changed: changed.map(({ other: step }) => stepData(step, dyad)),
    verdicts: verdicts.map((pair) => ({
      event: pair.one.event.id,
      one: pair.one.verdict,
      other: pair.other.verdict,
      reasons: [...pair.other.reasons],
    })),
    unfit: unfit.map((step) => stepData(step, dyad)),
    commitments: {
      appeared: owed(commitments.appeared),
      vanished: owed(commitments.vanished),
      otherwise: commitments.otherwise.map((pair) => ({
        id: pair.one.id,
        one: pair.one.status,
        other: pair.other.status,
      })),
    },
    days: days.map((day) => dayData(day, one)),
    end: end.map((change) => changeData(change, dyad)),
    dossier: patches.map(({ op, path, value }) => ({ op, path: [...path], ...(op === "remove" ? {} : { value }) })),
  };
}

function dayData({ day, one, other, differs }: ComparedDay, { dyad }: History) {
  const side = ({ steps, situation }: ComparedDay["one"]) => ({
    events: steps.map(({ event, verdict }) => ({ id: event.id, verdict })),
    situation: situationData(situation, dyad),
  });
  const changes = differs.map((change) => changeData(change, dyad));
  return { day: formatWhen(day, "day"), one: side(one), other: side(other), differs: changes };
}

function minuteData(minute: number): string {
  return formatWhen(minute, "minute");
}
