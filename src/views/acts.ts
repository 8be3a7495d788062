/** Acts: the catalogue as a list by class, and one act in full. */
import { type ActClass, type ActId, actOf, measureKinds, type Role } from "../events/index.ts";
import { requirements } from "../machine/index.ts";
import { BLANK, type Block, beside, indented, line, span, wrap } from "../render/index.ts";
import { signed } from "./scores.ts";
import { classStyles } from "./styles.ts";

const ROLES: Readonly<Record<Role, string>> = {
  party: "one party",
  both: "both parties jointly",
  third: "a third state or organisation",
  "non-state": "a non-state group",
  unknown: "somebody who is not known",
  clock: "the clock; files never write it",
};

/** Acts by class, a row each: id and definition. */
export function actsBlock(ids: readonly ActId[], columns: number): Block {
  const widest = ids.reduce((most, id) => Math.max(most, id.length), 0);
  return [...Map.groupBy(ids, (id) => actOf(id).class)].flatMap(([kind, members], k) => [
    ...(k === 0 ? [] : [BLANK]),
    line(span(kind, "title")),
    ...members.flatMap((id) => actRow(id, kind, widest, columns)),
  ]);
}

/** Acts that were looked for, best first, a row each. */
export function actsFoundBlock(ids: readonly ActId[], columns: number): Block {
  const widest = Math.max(...ids.map((id) => id.length));
  return ids.flatMap((id) => actRow(id, actOf(id).class, widest, columns));
}

/** One act: definition, who does it, fields, requirements with their rules, codes and scores. */
export function actBlock(id: ActId, columns: number): Block {
  const act = actOf(id);
  const { label, definition, engages, begins, ends = [], rung, plover } = act;
  const none = (value: string | number | null): string => (value === null ? "none" : String(value));
  const scored = (value: number | null): readonly string[] => (value === null ? [] : [signed(value)]);
  const rows: readonly (readonly [string, string])[] = [
    ["class", act.class],
    ["who may", act.by.map((role) => ROLES[role]).join(", or ")],
    ["own fields", Object.keys(act.fields).join(", ") || "none"],
    ["article", none(act.article)],
    ...(engages === null ? [] : [["engages", `§ ${engages}`] as const]),
    ...(begins === undefined ? [] : [["begins", measureKinds[begins].label] as const]),
    ...(ends.length === 0 ? [] : [["ends", ends.map((kind) => measureKinds[kind].label).join(", ")] as const]),
    ["rung", rung === null ? "none: not a diplomatic rupture" : `${rung} of 9 on this project's ladder of ruptures`],
    ["CAMEO", none(act.cameo)],
    ["Goldstein", scored(act.goldstein)[0] ?? "none published"],
    ["PLOVER", plover === null ? "none" : [plover.event, plover.mode ?? [], scored(plover.score)].flat().join(", ")],
    ["MID action", none(act.mid)],
  ];
  const demands = act.requires.flatMap((requirement) => {
    const { sentence, rule } = requirements[requirement];
    return wrap(line(`${sentence} `, span(`(${rule})`, "faint")), columns - 2, 2);
  });
  return [
    line(span(label, "title"), `  ${id}`),
    ...wrap(line(definition), columns),
    BLANK,
    ...rows.flatMap(([name, value]) => labelled(name, value, columns)),
    BLANK,
    line(span("Has effect when", "strong")),
    ...(demands.length === 0 ? [line("  always, for an actor who may do it")] : indented(2, demands)),
  ];
}

function actRow(id: ActId, kind: ActClass, widest: number, columns: number): Block {
  const room = columns - widest - 4;
  return beside([
    { columns: widest + 2, block: [line("  ", span(id, classStyles[kind]))] },
    { columns: room, block: wrap(line(actOf(id).definition), room) },
  ]);
}

function labelled(name: string, value: string, columns: number): Block {
  return beside([
    { columns: 10, block: [line(span(name, "faint"))] },
    { columns: columns - 12, block: wrap(line(value), columns - 12) },
  ]);
}
