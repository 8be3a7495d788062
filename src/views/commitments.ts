/** Commitments: what was agreed and whether it was kept. */
import type { Commitment, CommitmentStatus, Dossier } from "../dossier/index.ts";
import type { History } from "../history/index.ts";
import type { Style } from "../render/index.ts";
import { type Block, type Line, line, span, wrap } from "../render/index.ts";
import { momentText } from "./telling.ts";

const STATUSES: Readonly<Record<CommitmentStatus, { sign: string; style: Style }>> = {
  pending: { sign: "…", style: "warn" },
  kept: { sign: "✓", style: "good" },
  broken: { sign: "✗", style: "bad" },
  lapsed: { sign: "✗", style: "bad" },
};

/** A line for each commitment: how it ended and when, what was owed by whom. */
export function commitmentLines({ commitments: { open, ended } }: Dossier, history: History, columns: number): Block {
  return [...ended, ...open].flatMap((one) => wrap(commitmentLine(one, history), columns, 2));
}

function commitmentLine(commitment: Commitment, history: History): Line {
  const { status, act, by, before, event, doneBy } = commitment;
  const { sign, style } = STATUSES[status];
  const deadline = before === undefined ? "" : ` by ${before}`;
  const done = status !== "kept" && doneBy.length > 0 ? `; done by ${doneBy.join(", ")}` : "";
  return line(
    span(`${sign} ${status}`, style),
    `${dated(commitment, history)}: ${act} owed by ${by}${deadline}`,
    span(` (${event})${done}`, "faint"),
  );
}

function dated({ id, status, endedBy }: Commitment, { steps }: History): string {
  if (status === "pending") return "";
  const end = steps.find(({ event }) =>
    status === "broken" ? event.id === endedBy : "commitment" in event && event.commitment === id,
  );
  return end === undefined ? "" : ` ${momentText(end.minute)}`;
}
