/** Laws of the dossier: what was said, owed and done stays there, and what is only said never enters a verdict. */
import { type Casualties, casualtiesOf, claimsOf, type Dossier, type Score } from "../../dossier/index.ts";
import { actOf } from "../../events/index.ts";
import { begin, type Step } from "../../history/index.ts";
import type { Account } from "../cases.ts";
import { firstDifference } from "../compare.ts";
import type { HistoryLaw, Listed } from "../law.ts";
import type { System } from "../system.ts";

export const dossierLaws: readonly Listed<HistoryLaw>[] = [
  {
    name: "verdicts-ignore-claims",
    sentence: "Verdicts do not depend on claims, sources or notes.",
    basis:
      "Guards read the situation and the event alone, or the chart would not be finite; of the dossier an event's detail tells what stands and what is owed.",
    breach: (account, { fold }) => {
      const bare = account.events.map(({ note: _, ...event }) => ({ ...event, claims: [], cite: [] }));
      const { steps } = fold(bare, account.beginning, account.until);
      return firstDifference(
        account.history.steps.map(verdictText),
        steps.map(verdictText),
        "the verdict without claims and notes",
      );
    },
  },
  {
    name: "commitments-end-once",
    sentence:
      "Every commitment that was agreed is open, suspended, lapsed or has ended, and it ends exactly once: kept, or kept late.",
    basis: "What was agreed is neither forgotten nor carried out twice.",
    breach: (account, system) => {
      const { steps, dossier } = account.history;
      const agreed = steps.flatMap(({ event, seen, verdict }) =>
        "terms" in event && seen.by !== "other" && verdict !== "void"
          ? (event.terms ?? []).map((_, k) => `${event.id}-${k + 1}`)
          : [],
      );
      const { open, suspended, lapsed, ended } = dossier.commitments;
      const listed = [...open, ...suspended, ...lapsed, ...ended].map(({ id }) => id);
      const lost = firstDifference(listed.toSorted(), agreed.toSorted(), "the list of commitments");
      const unsettled = ended.find(({ status }) => status !== "kept" && status !== "kept late");
      if (lost !== undefined) return lost;
      if (unsettled !== undefined) return `${unsettled.id} has ended and is still ${unsettled.status}`;
      return pairwise(account, system, (earlier, later) => {
        const then = earlier.commitments.ended;
        return firstDifference(then, later.commitments.ended.slice(0, then.length), "what had ended");
      });
    },
  },
  {
    name: "claims-never-vanish",
    sentence: "Claims never vanish: the dossier holds every claim of every event, in order.",
    basis: "What is contested is not flattened; a later claim stands beside an earlier one.",
    breach: (account, system) => {
      const made = account.events.flatMap(({ id, claims }) => claims.map(({ by, about }) => [id, by, about].join(" ")));
      const filed = claimsOf(account.history.dossier).map(({ event, by, about }) => [event, by, about].join(" "));
      const lost = firstDifference(filed.toSorted(), made.toSorted(), "the list of claims");
      if (lost !== undefined) return lost;
      return pairwise(account, system, (earlier, later) => {
        const now = claimsOf(later).map((claim) => JSON.stringify(claim));
        const gone = claimsOf(earlier).find((claim) => !now.includes(JSON.stringify(claim)));
        return gone === undefined ? undefined : `a claim of ${gone.by} on ${gone.event} is gone`;
      });
    },
  },
  {
    name: "casualties-never-shrink",
    sentence: "No place's range of casualties shrinks: neither end of it falls, and it does not narrow.",
    basis: "The dead stay dead, and a later event settles no dispute about an earlier one.",
    breach: (account, system) =>
      pairwise(account, system, (earlier, later) => {
        const now = casualtiesOf(later);
        const less = casualtiesOf(earlier).find((toll) =>
          isLess(
            now.find((one) => one.in === toll.in),
            toll,
          ),
        );
        return less === undefined ? undefined : `the range of casualties in ${less.in} shrank`;
      }),
  },
  {
    name: "scores-are-sums",
    sentence: "Scores are the sums of the published values of the events, in the direction of each.",
    basis: "Goldstein and PLOVER values are reported as published; nothing else enters them.",
    breach: ({ history: { steps, dossier } }) => {
      const [aToB, bToA] = [summed("a"), summed("b")];
      return firstDifference(
        { aToB, bToA },
        { aToB: roundScore(dossier.scores.aToB), bToA: roundScore(dossier.scores.bToA) },
      );

      function summed(side: "a" | "b") {
        const own = steps.filter(({ seen }) => ["both", side].includes(seen.by));
        const sum = (value: (step: Step) => number): number => own.reduce((total, step) => total + value(step), 0);
        return roundScore({
          goldstein: sum(({ event }) => actOf(event.act).goldstein ?? 0),
          plover: sum(({ event }) => actOf(event.act).plover?.score ?? 0),
          acts: own.length,
        });
      }
    },
  },
];

function verdictText({ event, verdict }: Step): string {
  return `${event.id} ${verdict}`;
}

/** The first thing wrong between the dossier after an event and the dossier after the next. */
function pairwise(
  { events, beginning }: Account,
  { extend }: System,
  wrong: (earlier: Dossier, later: Dossier) => string | undefined,
): string | undefined {
  let history = begin(beginning);
  for (const event of events) {
    const next = extend(history, [event]);
    const found = wrong(history.dossier, next.dossier);
    if (found !== undefined) return `after ${event.id} ${found}`;
    // Only the end is looked at: copying all steps for each event would make long records slow.
    history = { ...next, steps: [] };
  }
  return undefined;
}

function isLess(now: Casualties | undefined, before: Casualties): boolean {
  if (now === undefined) return true;
  return (["killed", "injured"] as const).some((key) => {
    const [[low, high], [lowest, highest]] = [now[key], before[key]];
    return low < lowest || high < highest || high - low < highest - lowest;
  });
}

/** Published values have one decimal. */
function roundScore({ goldstein, plover, acts }: Pick<Score, "goldstein" | "plover" | "acts">) {
  const toOneDecimal = (value: number): number => Math.round(value * 10) / 10 + 0;
  return { goldstein: toOneDecimal(goldstein), plover: toOneDecimal(plover), acts };
}
