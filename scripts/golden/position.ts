/** A position of a golden history: one line with what happened, its verdict, and a short hash of all that it led to. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Dossier, EMPTY, record } from "../../src/dossier/index.ts";
import type { History, Step } from "../../src/history/index.ts";
import { breachesIn } from "../../src/laws/index.ts";
import { type Dyad, fromKey, keyOf, type Situation } from "../../src/machine/index.ts";

/** One position. */
export interface Position {
  readonly id: string;
  readonly at: string;
  readonly act: string;
  /** The verdict; for a void one with the requirements that it does not meet: `void:host-consents`. */
  readonly verdict: string;
  /** Eight digits over the situation and the dossier. */
  readonly hash: string;
  readonly situation: Situation;
  /** Four digits for each part of the dossier, so that a difference can name the part. */
  readonly dossier: Readonly<Record<string, string>>;
  /** The names of the laws that its step, or the situation it led to, breaks; absent where none is broken. No file tells them. */
  readonly breaks?: readonly string[];
}

/** The positions of a history, one for each step. */
export function positionsOf({ steps, dyad }: History): readonly Position[] {
  let dossier = EMPTY;
  return steps.map((step) => {
    const { event, verdict: judged, reasons, minute, after } = step;
    dossier = record(dossier, { event, verdict: judged, minute, dyad });
    const parts = Object.entries(dossier).map(([name, part]) => [name, short(canonical(part), 4)] as const);
    const whole = `${keyOf(after)}\n${canonical(dossier)}`;
    const { id, at, act } = event;
    const verdict = [judged, ...reasons.map(({ requirement }) => requirement)].join(":");
    const breaks = brokenBy(step, dyad);
    return {
      ...{ id, at, act, verdict, hash: short(whole, 8), situation: after, dossier: Object.fromEntries(parts) },
      ...(breaks.length === 0 ? {} : { breaks }),
    };
  });
}

/** The laws of situations that the situation after a step breaks, and those of steps that the step itself does. */
function brokenBy(step: Step, dyad: Dyad): readonly string[] {
  const there = breachesIn({ opening: step.after, steps: [], dyad });
  const onTheWay = breachesIn({ opening: step.before, steps: [step], dyad }).filter(({ event }) => event !== undefined);
  return [...new Set([...there, ...onTheWay].map(({ law }) => law))];
}

/** A position as a line of a file. */
export function lineOf({ id, at, act, verdict, hash, situation, dossier }: Position): string {
  const parts = Object.entries(dossier).map(([name, digits]) => `${name}=${digits}`);
  return [id, at, act, verdict, hash, keyOf(situation), ...parts].join(" ");
}

/** The inverse of {@link lineOf}. @throws RangeError when the line is none */
export function fromLine(line: string): Position {
  const [id, at, act, verdict, hash, key, ...parts] = line.trim().split(" ");
  if (id === undefined || at === undefined || act === undefined || verdict === undefined || hash === undefined)
    throw new RangeError(`This is no line of a golden history: ${line}`);
  const dossier = Object.fromEntries(parts.map((part) => part.split("=")));
  return {
    id,
    at,
    act,
    verdict: verdict.replace("unlawful", "void"),
    hash,
    situation: fromKey(lifted(key ?? "")),
    dossier,
  };
}

/** The key of a situation as version 0.1 wrote it, without measures and with one state for recall and severance. */
function lifted(key: string): string {
  const states = key.split("|");
  if (states.length !== 8) return key;
  const [course = "", ...others] = states;
  const kind = others.includes("severed") ? "severed" : "withdrawn";
  return [course === "ambassadors-recalled" ? `${course}.${kind}` : course, "none", ...others].join("|");
}

function short(text: string, digits: number): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, digits);
}

/** JSON with keys in order and numbers to twelve digits: what means the same is the same text, on every machine. */
function canonical(value: Dossier | Dossier[keyof Dossier]): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "number") return Number(part.toPrecision(12));
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
