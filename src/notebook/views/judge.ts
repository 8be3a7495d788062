/** Judging: what the law would say of an event that has not happened. */
import { actOf, type DiplomaticEvent, emptyLists, eventSchema, formatWhen } from "../../events/index.ts";
import { changes } from "../../history/index.ts";
import {
  type Dyad,
  type Judgement,
  judge,
  project,
  type Reason,
  type Situation,
  type Verdict,
} from "../../machine/index.ts";
import { prose, table } from "../../render/index.ts";
import { regionName, stateText, whoText } from "../../views/index.ts";
import { among, mistake, quoted } from "../error.ts";
import { type Shown, shown } from "../show/index.ts";
import type { Told } from "../told.ts";
import { actNamed } from "./names.ts";
import { reasonHeads, reasonRows, verdictCell } from "./words.ts";

/** A verdict that shows itself. */
export interface Judged extends Shown {
  readonly verdict: Verdict;
  /** The requirements that failed; none unless unlawful. */
  readonly reasons: readonly Reason[];
  /** Where it would lead. */
  readonly after: Situation;
}

/** An event that is only supposed: an act, who does it to whom, and the act's own fields. */
export type Supposition = Readonly<Record<string, unknown>> & { readonly act: string };

/**
 * The verdict of a hypothetical event now; it is not added to anything.
 *
 * @throws Problem when it is no event: no such act or actor, or a field that is wrong
 */
export function judgeOf(told: Told, supposed: Supposition): Judged {
  const { scenario, history, moment } = told;
  const event = eventFrom(supposed, told);
  const judged = judge(history.situation, project(event, scenario.dyad));
  const subject = `${actOf(event.act).label} (${event.act}), ${whoText(event)}, at ${moment}`;
  return judgedView(subject, judged, history.situation, scenario.dyad);
}

/** A verdict with its reasons and what it would change. */
export function judgedView(
  subject: string,
  { verdict, reasons, after }: Judgement,
  before: Situation,
  dyad: Dyad,
): Judged {
  const changed = changes(before, after);
  return shown({ verdict, reasons, after }, () => ({
    title: subject,
    parts: [
      table("What the law says", ["Verdict", "What that means"], [[verdictCell(verdict), MEANINGS[verdict]]]),
      ...(reasons.length === 0 ? [] : [table("Why", reasonHeads, reasonRows(reasons))]),
      ...(changed.length === 0
        ? []
        : [
            table(
              "What it would change",
              ["Region", "Now", "Then"],
              changed.map(({ region, from, to }) => [
                regionName(region, dyad),
                stateText(region, from, dyad),
                stateText(region, to, dyad),
              ]),
            ),
          ]),
      prose("Judged, not added: the record is as it was.", "faint"),
    ],
  }));
}

const MEANINGS: Readonly<Record<Verdict, string>> = {
  applied: "lawful; the situation would change",
  noted: "lawful; the situation would stay as it is",
  unlawful: "not lawful now; the situation would stay as it is",
};

function eventFrom(supposed: Supposition, { scenario, until }: Told): DiplomaticEvent {
  const { from, to, ...others } = supposed;
  const act = actNamed(supposed.act);
  const known = Object.keys(scenario.actors);
  const codes = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value].flat());
  for (const code of [...codes(from), ...codes(to)]) {
    if (typeof code === "string" && known.includes(code)) continue;
    throw mistake("no-such-actor", `There is no actor ${quoted(code)} here.`, among(String(code), known));
  }
  if (codes(from).length === 0)
    throw mistake("no-such-actor", `judge needs to know who does it: from: "${scenario.dyad.a}".`);
  const schema = eventSchema(act);
  const fields = [...COMMON, ...Object.keys(actOf(act).fields)];
  const strange = Object.keys(others).find((key) => key !== "act" && !fields.includes(key));
  if (strange !== undefined) {
    throw mistake("bad-event", `${act} has no field ${quoted(strange)}.`, among(strange, fields));
  }
  const draft = {
    ...emptyLists(),
    id: "supposed",
    at: formatWhen(until, "minute"),
    version: actOf(act).version,
    ...others,
    from: codes(from),
    to: codes(to),
  };
  const read = schema.safeParse(draft);
  if (read.success) return read.data;
  const said = read.error.issues.map(({ path, message }) => `${path.map(String).join(".") || "the event"}: ${message}`);
  throw mistake("bad-event", `This is no ${act} that could be judged. ${said.join(". ")}.`);
}

const COMMON = ["from", "to", "id", "at", "because", "cite", "claims", "note"];
