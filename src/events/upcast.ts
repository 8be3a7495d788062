/** Upcasting: events written under an older schema are lifted, step by step, to the present one. */
import { frozen, Problem } from "../problem/index.ts";
import { actIds, actOf, isActId } from "./catalogue.ts";

/** An event as stored, before it is known to be valid. */
export type StoredEvent = Readonly<Record<string, unknown>>;

/** Lifts an event of `act` from version `from` to the next one; it may become another act. */
export interface Upcaster {
  readonly act: string;
  readonly from: number;
  /** What changed between the two versions, in one sentence. */
  readonly why: string;
  readonly lift: (stored: StoredEvent) => StoredEvent;
}

/** Every upcaster there is. */
export const upcasters: readonly Upcaster[] = [
  {
    act: "expel-ambassador",
    from: 1,
    why: "Version 1 had a field `form`; its soft form, an ambassador told not to return, is now bar-ambassador.",
    lift: ({ form, ...stored }) =>
      form === "soft"
        ? { ...stored, act: "bar-ambassador", version: 1 }
        : { ...stored, act: "expel-ambassador", version: 2 },
  },
];
frozen(upcasters);

/**
 * Finds what a chain of upcasters lacks: a version without a step to the next, a step twice, a step beyond the present.
 *
 * @returns one sentence for each fault; none when the chain is whole
 */
export function chainFaults(chain: readonly Upcaster[], present: ReadonlyMap<string, number>): readonly string[] {
  const steps = new Set<string>();
  const twice = chain.filter(({ act, from }) => steps.size === steps.add(`${act}@${from}`).size);
  const beyond = chain.filter(({ act, from }) => from >= (present.get(act) ?? 0));
  const gaps = [...present].flatMap(([act, version]) =>
    Array.from({ length: version - 1 }, (_, k) => k + 1)
      .filter((from) => !steps.has(`${act}@${from}`))
      .map((from) => `${act} has no upcaster from version ${from} to ${from + 1}.`),
  );
  return [
    ...gaps,
    ...twice.map(({ act, from }) => `${act} has two upcasters from version ${from}.`),
    ...beyond.map(({ act, from }) => `${act} has an upcaster from version ${from}, which no older event can have.`),
  ];
}

/**
 * Lifts a stored event to the present version of its act. An event without a version is of the present one.
 *
 * @throws Problem `unknown-version` when the version is newer than this release knows, or no version at all
 */
export function upcast(stored: StoredEvent): StoredEvent {
  let event = stored;
  for (;;) {
    const { act, version } = event;
    if (!isActId(act)) return event;
    const present = actOf(act).version;
    if (version === undefined || version === present) return event;
    const step = upcasters.find((u) => u.act === act && u.from === version);
    if (step === undefined) {
      throw new Problem(
        "unknown-version",
        `Version ${JSON.stringify(version)} of ${act} is unknown here: versions 1 to ${present} can be read.`,
      );
    }
    event = step.lift(event);
  }
}

const faults = chainFaults(upcasters, new Map(actIds.map((act) => [act, actOf(act).version])));
if (faults.length > 0) throw new Error(`The chain of upcasters is broken: ${faults.join(" ")}`);
