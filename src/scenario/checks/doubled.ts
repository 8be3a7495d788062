/** What stands twice where once says it all, and whoever acts on themselves. */
import type { DiplomaticEvent } from "../../events/index.ts";
import type { Path, Problems, UnplacedProblem } from "../diagnostic.ts";
import { say } from "../wording.ts";
import type { Parts } from "./parts.ts";
import { problem, warning } from "./problem.ts";

export function doubled({ events, context, teach, parties }: Parts): Problems {
  return [
    ...events.flatMap(({ event, index }) => [
      ...ofEvent(event, ["events", index]),
      ...toEachOther(event, ["events", index], Object.keys(parties ?? {})),
    ]),
    ...(context ?? []).flatMap(({ cite }, k) => twice(cite, ["context", k, "cite"])),
    ...(teach ?? []).flatMap(({ options }, k) => twice(options, ["teach", k, "options"])),
  ];
}

export function ofEvent(event: DiplomaticEvent, path: Path): Problems {
  const { from, to, because, cite, claims } = event;
  const said = claims.map((claim) => JSON.stringify(claim));
  return [
    ...Object.entries({ from, to, because, cite }).flatMap(([key, names]) => twice(names, [...path, key])),
    ...said.flatMap((one, k) => (said.indexOf(one) < k ? [again("The same claim", [...path, "claims", k])] : [])),
    ...onItself(event, path),
  ];
}

function twice(names: readonly string[], path: Path): Problems {
  if (names.length < 2 || new Set(names).size === names.length) return [];
  return names.flatMap((name, k) => (names.indexOf(name) < k ? [again(say(name), [...path, k])] : []));
}

function again(what: string, path: Path): UnplacedProblem {
  return warning("named-twice", path, `${what} stands here twice.`, "it once");
}

function onItself({ act, from, to }: DiplomaticEvent, path: Path): Problems {
  const own = from.length === 1 ? to.findIndex((code) => from.includes(code)) : -1;
  if (own < 0) return [];
  const message = `${to[own]} can't do this to itself: ${act} has it in from and in to.`;
  return [problem("on-itself", [...path, "to", own], message, "another actor")];
}

/** What both do jointly they do to each other: `to` with one of them says that it is one's alone. */
function toEachOther({ from, to }: DiplomaticEvent, path: Path, parties: readonly string[]): Problems {
  const isJoint = from.length > 1 && from.every((code) => parties.includes(code));
  const own = isJoint ? to.findIndex((code) => from.includes(code)) : -1;
  if (own < 0) return [];
  const expected = "no key to, where both do it; or one of them in from";
  return [warning("named-twice", [...path, "to", own], `${to[own]} stands in from and in to.`, expected)];
}
