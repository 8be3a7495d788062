/** The reference of acts, from the catalogue and the requirements. */
import { type ActClass, type ActId, actIds, actOf, measureKindIds, measureKinds } from "../../src/events/index.ts";
import { requirements } from "../../src/machine/index.ts";

/** docs/reference/acts.md */
export function actsPage(): string {
  const classes = [...new Set(actIds.map((id) => actOf(id).class))];
  return [
    "# Acts",
    "",
    `The catalogue has ${actIds.length} acts. Goldstein and PLOVER scores are published values, shown side by side; neither is a ladder of escalation. The rung is this project's own ordinal of diplomatic ruptures. A dash means that there is no such value. Some acts begin a measure that stands until an act ends its kind; what the last column names is the rule that an act may be held against (§): whether it breaches that rule, the chart does not decide.`,
    "",
    ...classes.flatMap(ofClass),
    "## Measures",
    "",
    "| kind | what stands | while it stands, a crisis |",
    "|---|---|---|",
    ...measureKindIds.map((id) => {
      const { label, holds } = measureKinds[id];
      return `| ${id} | ${label} | ${holds ? "does not fade" : "may fade, to strained"} |`;
    }),
    "",
    "## Requirements",
    "",
    "| requirement | demands | rule | remedy |",
    "|---|---|---|---|",
    ...Object.entries(requirements).map(
      ([id, { sentence, rule, remedy }]) => `| ${id} | ${sentence} | ${rule} | ${remedy} |`,
    ),
    "",
  ].join("\n");
}

function ofClass(name: ActClass): readonly string[] {
  return [
    `## ${name}`,
    "",
    "| act | meaning | who | needs | own fields | begins | ends | CAMEO | Goldstein | PLOVER | MID | article | rung | engages |",
    "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|",
    ...actIds.filter((id) => actOf(id).class === name).map(ofAct),
    "",
  ];
}

function ofAct(id: ActId): string {
  const { definition, by, requires, fields, begins, ends = [], cameo, goldstein, plover } = actOf(id);
  const { mid, article, rung, engages } = actOf(id);
  const own = Object.keys(fields).join(", ");
  const scored =
    plover === null ? null : [plover.event, plover.mode, plover.score].filter((one) => one !== null).join(" ");
  const measures = [begins, ends.join(", ")];
  const codes = [cameo, goldstein, scored, mid, article, rung, engages === null ? null : `§ ${engages}`];
  const cells = [id, definition, by.join(", "), requires.join(", "), own, ...measures, ...codes];
  return `| ${cells.map((cell) => String(cell ?? "–").replaceAll("|", "/") || "–").join(" | ")} |`;
}
