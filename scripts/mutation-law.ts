/**
 * `npm run mutation:law [-- ACT...]`: takes each effect of the chart away, or those of some acts, one at a time, and counts
 * which the enumerated laws notice.
 */
import { everywhere, isExhaustible, laws } from "../src/laws/index.ts";
import {
  type ChartEvent,
  chart,
  createTable,
  enumerate,
  keyOf,
  type Region,
  regionNames,
  type Situation,
  sharedTable,
  symbolIndex,
  symbols,
  symbolText,
} from "../src/machine/index.ts";

/** What acts that the chart can't tell apart do to one region, done by one party; and the same by the other. */
interface Effect {
  readonly name: string;
  /** The region that each of these symbols leaves as it is when the effect is taken away. */
  readonly on: ReadonlyMap<number, Region>;
}

const { situations } = enumerate(undefined, sharedTable);
const held = laws.filter(isExhaustible);
const others = { missionA: "missionB", missionB: "missionA" } as const;
const parties: Readonly<Record<string, ChartEvent["by"]>> = { a: "b", b: "a" };

/** Symbols that do the same everywhere, together. */
function alike(): readonly (readonly number[])[] {
  const known = new Map<string, number[]>();
  for (let symbol = 0; symbol < symbols.length; symbol++) {
    const answers = Array.from({ length: situations }, (_, id) => sharedTable.answer(id, symbol)).join();
    known.set(answers, [...(known.get(answers) ?? []), symbol]);
  }
  return [...known.values()];
}

function effects(): readonly Effect[] {
  const done = new Set<string>();
  return alike().flatMap((group) => {
    const [first = 0] = group;
    const changed = regionNames.filter((region) => changes(first, region));
    return changed.flatMap((region): readonly Effect[] => {
      const mirror = region in others ? others[region as keyof typeof others] : region;
      const on = new Map(group.flatMap((one) => [[one, region] as const, [mirrored(one), mirror] as const]));
      const key = [...on].sort(([one], [other]) => one - other).join();
      if (done.has(key)) return [];
      done.add(key);
      const acts = [...new Set(group.map((one) => symbols[one]?.type))];
      const [told] = group.flatMap((one) => symbols[one] ?? []);
      const more = acts.length > 1 ? ` and ${acts.length - 1} more like it` : "";
      return [{ name: `${told === undefined ? "" : symbolText(told)}${more} on ${region}`, on }];
    });
  });
}

function changes(symbol: number, region: Region): boolean {
  for (let id = 0; id < situations; id++) {
    const after = sharedTable.situationOf(sharedTable.next(id, symbol));
    if (after[region] !== sharedTable.situationOf(id)[region]) return true;
  }
  return false;
}

function mirrored(symbol: number): number {
  const one = symbols[symbol];
  if (one === undefined) return symbol;
  return symbolIndex({ ...one, by: parties[one.by] ?? one.by });
}

/** The law that first notices when an effect is taken away. */
function noticed({ on }: Effect): string | undefined {
  const table = createTable((before: Situation, event: ChartEvent) => {
    const [id, symbol] = [sharedTable.idOf(before), symbolIndex(event)];
    const [region, whole] = [on.get(symbol), sharedTable.situationOf(sharedTable.next(id, symbol))];
    const verdict = sharedTable.verdict(id, symbol);
    if (region === undefined) return { verdict, after: whole };
    const after = { ...whole, [region]: before[region] };
    // What changes nothing any more is no longer applied, as the chart would say.
    return { after, verdict: verdict === "applied" && keyOf(after) === keyOf(before) ? "noted" : verdict };
  });
  const [breach] = everywhere(held, { system: { table, chart }, enough: 1 }).breaches;
  return breach?.law;
}

const acts = process.argv.slice(2);
const unknown = acts.filter((act) => symbols.every(({ type }) => type !== act));
if (unknown.length > 0) {
  console.error(`${unknown.join(", ")}: no such act. docs/reference/acts.md names them all.`);
  process.exit(2);
}
const isAsked = (symbol: number): boolean => acts.length === 0 || acts.includes(symbols[symbol]?.type ?? "");
const all = effects().filter(({ on }) => [...on.keys()].some(isAsked));
const survivors: string[] = [];
for (const [k, effect] of all.entries()) {
  const by = noticed(effect);
  if (by === undefined) survivors.push(effect.name);
  console.error(`${k + 1} of ${all.length}: ${effect.name}: ${by ?? "not noticed"}`);
}
console.log(
  `Of ${all.length} effects that were taken away, laws noticed ${all.length - survivors.length}. Not noticed:`,
);
for (const survivor of survivors) console.log(`- ${survivor}`);
