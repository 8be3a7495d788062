/** Every kind of result that a notebook can be given, from one crisis. */
import { open, type Shown } from "../../src/notebook/index.ts";

/** Each result by its name. */
export async function everyResult(): Promise<Readonly<Record<string, Shown>>> {
  const crisis = await open("iran-pakistan-2024");
  const seen = crisis.until("recall");
  const restraint = crisis.whatIf("restraint");
  const again = crisis.whatIf("second-round");
  const guess = seen.predict({ protest: 0.3, strike: 0.4, mediation: 0.3 }, { because: "It must answer." });
  return {
    crisis,
    seen,
    timeline: crisis.timeline(),
    event: crisis.event("reprisal"),
    chart: seen.chart(),
    region: seen.chart({ only: "missions.PAK" }),
    situation: crisis.situation(),
    dossier: crisis.dossier(),
    why: crisis.why("missions.PAK"),
    whyEvent: crisis.why("accord"),
    whyNot: seen.whyNot("return-ambassador", { by: "IRN" }),
    judge: seen.judge({ act: "expel-diplomats", from: "PAK", to: "IRN", count: 3 }),
    alternative: restraint,
    compare: restraint.compare(),
    void: crisis.whatIf("no-accord").compare(),
    alternativeTimeline: restraint.timeline(),
    review: restraint.review(),
    own: crisis.whatIf({ edit: { move: "council", to: "2024-01-20" }, then: "stop" }).compare(),
    futures: await again.futures({ runs: 200, seed: 7 }),
    sensitivity: await again.sensitivity({ points: 20, runs: 20, seed: 7 }),
    guess,
    reveal: guess.reveal(),
  };
}
