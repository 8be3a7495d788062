/** The reference of acts, from the catalogue and the requirements. */
import { type ActClass, type ActId, actIds, actOf } from "../../src/events/index.ts";
import { requirements } from "../../src/machine/index.ts";

/** docs/reference/acts.md */
export function actsPage(): string {
  const classes = [...new Set(actIds.map((id) => actOf(id).class))];
  return [
    "# Acts",
    "",
    `The catalogue has ${actIds.length} acts. Goldstein and PLOVER scores are published values, shown side by side; neither is a ladder of escalation. The rung is this project's own ordinal of diplomatic ruptures. A dash means that there is no such value.`,
    "",
    ...classes.flatMap(ofClass),
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
    "| act | meaning | who | needs | own fields | CAMEO | Goldstein | PLOVER | MID | article | rung |",
    "|---|---|---|---|---|---|---|---|---|---|---|",
    ...actIds.filter((id) => actOf(id).class === name).map(ofAct),
    "",
  ];
}

function ofAct(id: ActId): string {
  const { definition, by, requires, fields, cameo, goldstein, plover, mid, article, rung } = actOf(id);
  const own = Object.keys(fields).join(", ");
  const scored =
    plover === null ? null : [plover.event, plover.mode, plover.score].filter((one) => one !== null).join(" ");
  const cells = [id, definition, by.join(", "), requires.join(", "), own, cameo, goldstein, scored, mid, article, rung];
  return `| ${cells.map((cell) => String(cell ?? "–").replaceAll("|", "/") || "–").join(" | ")} |`;
}
