/** What is listed twice where once is enough, and actors who act on themselves. */
import type { DiplomaticEvent } from "../../events/index.ts";
import type { Path, Problems, UnplacedProblem } from "../diagnostic.ts";
import { showValue } from "../wording.ts";
import type { Parts } from "./parts.ts";
import { problem, warning } from "./problem.ts";

export function checkRepeats({ events, context, teach, parties }: Parts): Problems {
  return [
    ...events.flatMap(({ event, index }) => [
      ...checkEventRepeats(event, ["events", index]),
      ...checkJoint(event, ["events", index], Object.keys(parties ?? {})),
    ]),
    ...(context ?? []).flatMap(({ cite }, k) => checkTwice(cite, ["context", k, "cite"])),
    ...(teach ?? []).flatMap(({ options }, k) => checkTwice(options, ["teach", k, "options"])),
  ];
}

export function checkEventRepeats(event: DiplomaticEvent, path: Path): Problems {
  const { from, to, because, cite, claims } = event;
  const claimTexts = claims.map((claim) => JSON.stringify(claim));
  return [
    ...Object.entries({ from, to, because, cite }).flatMap(([key, names]) => checkTwice(names, [...path, key])),
    ...claimTexts.flatMap((one, k) =>
      claimTexts.indexOf(one) < k ? [warnOfRepeat("The same claim", [...path, "claims", k])] : [],
    ),
    ...checkOnItself(event, path),
  ];
}

function checkTwice(names: readonly string[], path: Path): Problems {
  if (names.length < 2 || new Set(names).size === names.length) return [];
  return names.flatMap((name, k) => (names.indexOf(name) < k ? [warnOfRepeat(showValue(name), [...path, k])] : []));
}

function warnOfRepeat(what: string, path: Path): UnplacedProblem {
  return warning("named-twice", path, `${what} stands here twice.`, "it once");
}

function checkOnItself({ act, from, to }: DiplomaticEvent, path: Path): Problems {
  const own = from.length === 1 ? to.findIndex((code) => from.includes(code)) : -1;
  if (own < 0) return [];
  const message = `${to[own]} can't do this to itself: ${act} has it in from and in to.`;
  return [problem("on-itself", [...path, "to", own], message, "another actor")];
}

/** A joint act is done to each other: one of its actors in `to` contradicts that. */
function checkJoint({ from, to }: DiplomaticEvent, path: Path, parties: readonly string[]): Problems {
  const isJoint = from.length > 1 && from.every((code) => parties.includes(code));
  const own = isJoint ? to.findIndex((code) => from.includes(code)) : -1;
  if (own < 0) return [];
  const expected = "no key to, where both do it; or one of them in from";
  return [warning("named-twice", [...path, "to", own], `${to[own]} stands in from and in to.`, expected)];
}
