/**
 * `node bench/nested.ts [MIE] [ICB]`: what the fitted models score where penalties, rounds and weights are chosen within what
 * they are fitted to: five folds by case, and in each of them the values that do best in three folds of the other four.
 */
import { readFileSync } from "node:fs";
import { labels, type Mixture, mixedChances, nextChances } from "../src/calibrated/index.ts";
import { fitLinearNext, fitTreesNext } from "../src/evidence/fit/fit-next.ts";
import { fitResponseMixture } from "../src/evidence/fit/fit-response.ts";
import { type CaseMember, crossValidate } from "../src/evidence/fit/folds.ts";
import { type GuessTarget, guessChances, guessTable } from "../src/evidence/fit/guesses.ts";
import { crisisTable, RESPONSES, responseDesign, type Trigger, triggersIn } from "../src/evidence/scores/crises.ts";
import { type Interval, measure } from "../src/evidence/scores/measure.ts";
import { type Moment, momentsIn, turnTable } from "../src/evidence/scores/turns.ts";
import { readTable } from "../src/evidence/tables/table.ts";

const INNER = 3;

/** A model with some values in it: the chances that it gives. */
interface Option<T> {
  readonly name: string;
  readonly say: (one: T) => Float64Array;
}

/** Scores what is chosen anew in each fold, and tells what was chosen there. */
function nested<T extends CaseMember & GuessTarget>(
  name: string,
  things: readonly T[],
  options: (some: readonly T[]) => readonly Option<T>[],
  count: number,
): void {
  const { user } = process.cpuUsage();
  const chosen: string[] = [];
  const said = crossValidate(things, (some) => {
    const losses = crossValidate(
      some,
      (fitted) => {
        const all = options(fitted);
        return (one) => Float64Array.from(all, ({ say }) => -Math.log(say(one)[one.label] as number));
      },
      INNER,
    );
    const all = options(some);
    const sums = all.map((_, k) => losses.reduce((sum, each) => sum + (each[k] as number), 0));
    const best = all[sums.indexOf(Math.min(...sums))] as Option<T>;
    chosen.push(best.name);
    return best.say;
  });
  const place = (things[0]?.seen.length ?? 0) - 1;
  const guessed = crossValidate(things, (some) => {
    const table = guessTable(some, place, count);
    return ({ seen }) => guessChances(table, seen[place] as number);
  });
  const { logLoss, logLossByCase, ahead, aheadByCase } = measure(things, said, guessed);
  console.log(`${name}: ${told(logLoss)} nats, each case once ${told(logLossByCase)}`);
  console.log(`  ahead of the simple guess ${told(ahead)}, each case once ${told(aheadByCase)}`);
  for (const [fold, values] of chosen.entries()) console.log(`  fold ${fold + 1}: ${values}`);
  console.log(`  ${((process.cpuUsage().user - user) / 1e6).toFixed(0)} s of the processor`);
}

function told(interval: Interval | null): string {
  const { value, low, high } = interval ?? { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  return `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

/** The first rounds of trees: one tree a label before them, and one in each. */
function firstRounds(trees: Mixture["trees"], rounds: number, count: number): Mixture["trees"] {
  return trees.slice(0, count * (rounds + 1));
}

function nextOptions(some: readonly Moment[]): readonly Option<Moment>[] {
  const grown = fitTreesNext(some);
  return [5, 20, 80].flatMap((penalty) => {
    const effects = fitLinearNext(some, penalty);
    return [45, 90].flatMap((rounds) =>
      [10, 30, 100].map((trust) => ({
        name: `penalty ${penalty}, ${rounds} rounds, weight of the model ${trust}`,
        say: nextChances({ effects, trees: firstRounds(grown, rounds, labels.length) }, trust),
      })),
    );
  });
}

function responseOptions(some: readonly Trigger[]): readonly Option<Trigger>[] {
  return [10, 40, 160].flatMap((penalty) => {
    const { effects, trees } = fitResponseMixture(some, penalty);
    return [30, 60].map((rounds) => {
      const model = { effects, trees: firstRounds(trees, rounds, RESPONSES) };
      const chances = mixedChances(model, responseDesign, RESPONSES);
      return { name: `penalty ${penalty}, ${rounds} rounds`, say: ({ row }: Trigger) => chances(row) };
    });
  });
}

const [mie = "../shared/data/mie.csv", icb = "../shared/data/icb2.csv"] = process.argv.slice(2);
const triggers = triggersIn(readTable(crisisTable, readFileSync(icb, "utf8")).rows);
nested("what comes next", momentsIn(readTable(turnTable, readFileSync(mie, "utf8")).rows), nextOptions, labels.length);
nested("responses", triggers, responseOptions, RESPONSES);
