/** What-ifs: every edit names an event that is there, once, and leaves events that are right. */
import { parseWhen } from "../../events/index.ts";
import type { Problem } from "../diagnostic.ts";
import { problemsOf } from "../issues.ts";
import { keysAt } from "../keys.ts";
import { fileEvent } from "../schema/event.ts";
import { merged } from "../translate-edit.ts";
import { ofEvent as actorsOf } from "./actors.ts";
import type { Parts } from "./raw.ts";
import { event, type Names, namesOf, ofEvent, ofPattern } from "./references.ts";

type Edit = NonNullable<Parts["what-if"]>[string]["edit"][number];

/** What is wrong with the what-ifs. */
export function whatIfs(parts: Parts): readonly Problem[] {
  const names = namesOf(parts);
  return Object.entries(parts["what-if"] ?? {}).flatMap(([name, { edit, expect, never }]) => {
    const path = ["what-if", name];
    const added = edit.flatMap((one) => ("add" in one ? [one.add.id] : []));
    const known: Names = { ...names, ids: new Set([...names.ids, ...added]), idList: [...names.idList, ...added] };
    return [
      ...edit.flatMap((one, k) => ofEdit(one, [...path, "edit", k], parts, known)),
      ...twice(edit, path, names.ids),
      ...[...(expect ?? []).entries()].flatMap(([k, one]) => ofPattern(one, [...path, "expect", k], names)),
      ...[...(never ?? []).entries()].flatMap(([k, one]) => ofPattern(one, [...path, "never", k], names)),
    ];
  });
}

function ofEdit(edit: Edit, path: readonly PropertyKey[], parts: Parts, names: Names): readonly Problem[] {
  if ("add" in edit) {
    const { add } = edit;
    const place = [...path, "add"];
    const causes = (Array.isArray(add.because) ? add.because : add.because === undefined ? [] : [add.because]).flatMap(
      (id) => event(id, [...place, "because"], names),
    );
    return [
      ...ofEvent(add, place, names),
      ...actorsOf(add, place, parts),
      ...causes,
      ...outside(add.at, [...place, "at"], parts),
    ];
  }
  if ("drop" in edit) return event(edit.drop, [...path, "drop"], names);
  if ("swap" in edit) return event(edit.swap, [...path, "swap"], names);
  if ("move" in edit)
    return [...event(edit.move, [...path, "move"], names), ...outside(edit.to, [...path, "to"], parts)];
  return [...event(edit.replace, [...path, "replace"], names), ...replaced(edit, [...path, "with"], parts)];
}

/** The event that a replacement makes must be a whole event. */
function replaced(
  edit: Extract<Edit, { replace: string }>,
  path: readonly PropertyKey[],
  parts: Parts,
): readonly Problem[] {
  const original = parts.events.find((one) => one.event.id === edit.replace);
  if (original === undefined) return [];
  const whole = merged(original.event, edit.with);
  const read = fileEvent.safeParse(whole);
  if (read.success) return actorsOf(read.data, path, parts);
  return read.error.issues.flatMap((issue) =>
    problemsOf(issue, whole, (at) => keysAt(fileEvent, at, whole)).map((p) => ({
      ...p,
      path: [...path, ...p.path],
    })),
  );
}

function outside(at: string, path: readonly PropertyKey[], { window }: Parts): readonly Problem[] {
  const [moment, from, to] = [at, window?.from ?? "", window?.to ?? ""].map((text) => parseWhen(text));
  if (moment === undefined || from === undefined || to === undefined) return [];
  if (moment.end >= from.start && moment.start <= to.end) return [];
  return [
    {
      code: "outside-window",
      path,
      message: `${at} lies outside the window.`,
      expected: `a date from ${from.text} to ${to.text}`,
    },
  ];
}

function twice(edits: readonly Edit[], path: readonly PropertyKey[], ids: ReadonlySet<string>): readonly Problem[] {
  const seen = new Set<string>();
  return edits.flatMap((one, k): readonly Problem[] => {
    const id =
      "add" in one
        ? one.add.id
        : "drop" in one
          ? one.drop
          : "move" in one
            ? one.move
            : "swap" in one
              ? undefined
              : one.replace;
    if (id === undefined) return [];
    const place = [...path, "edit", k];
    if ("add" in one && ids.has(id))
      return [
        {
          code: "duplicate-id",
          path: [...place, "add", "id"],
          message: `The id ${id} is taken by an event of the record.`,
          expected: "an id of its own",
        },
      ];
    const again = seen.has(id);
    seen.add(id);
    return again
      ? [
          {
            code: "edited-twice",
            path: place,
            message: `${id} is edited twice in this what-if.`,
            expected: "one edit for each event",
          },
        ]
      : [];
  });
}
