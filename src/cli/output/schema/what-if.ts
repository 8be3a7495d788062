/** The schemas of what-ifs in JSON outputs: their books, and what differs between two branches. */
import * as z from "zod";
import { basis, change, eventData, finding, reason, situation, step, verdict } from "./common.ts";
import { commitment } from "./dossier.ts";
import { exactOutcomes } from "./exact.ts";
import { followed } from "./futures.ts";
import { waiting } from "./waiting.ts";

const id = z.string().describe("The id of an event");
const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe("SHA-256 over parties, opening and events: equal where the same happens");
const minute = z.string().describe("A minute, UTC");

const reached = z.strictObject({
  event: id,
  at: z.string(),
  act: z.string(),
  through: id.describe("The cause through which the edit reaches it"),
});

/** A what-if by itself. */
export const supposed = z.strictObject({
  name: z.string(),
  because: z.string().optional(),
  then: z.enum(["keep", "prune", "stop", "model"]),
  digest,
  changes: z.array(
    z.strictObject({
      edit: z.string().describe("In the words of --edit"),
      kind: z.enum(["drop", "add", "move", "replace", "swap"]),
      before: eventData.optional(),
      after: eventData.optional(),
      cone: z.array(id).describe("Everything that the event brought about in the record, through causes"),
    }),
  ),
  orphaned: z.array(
    z.strictObject({ ...reached.shape, stands: z.boolean().describe("With keep it stands all the same") }),
  ),
  reopened: z.array(reached).describe("Events that stand on a cause that is not what it was"),
  situation: situation.describe("Where it ends, or is handed over"),
  toldTo: minute,
  next: z.array(id).describe("With stop and model: what the record would bring next"),
  waiting: z.array(waiting).describe("What happens by itself unless an event comes first"),
  findings: z.array(finding),
  doubts: z.array(
    z.strictObject({
      code: z.string(),
      index: z.number().int().optional().describe("The place of the edit that it is about"),
      message: z.string(),
    }),
  ),
});

const side = z.strictObject({ events: z.array(z.strictObject({ id, verdict })), situation });

const day = z.strictObject({
  day: z.string(),
  one: side,
  other: side,
  differs: z.array(change).describe("Where they stand differently at its end: from in the one, to in the other"),
});

const status = z.enum(["pending", "kept", "broken", "lapsed"]);

/** What differs between two branches: the one is the record, or the what-if after --against. */
export const comparison = z.strictObject({
  divergence: z
    .strictObject({ at: minute, one: id.nullable(), other: id.nullable() })
    .optional()
    .describe("The first place where they differ; absent when they never do"),
  parted: day.optional().describe("The first day on whose end they stand differently"),
  missing: z.array(id).describe("Only in the one"),
  added: z.array(step).describe("Only in the other"),
  changed: z.array(step).describe("In both, but otherwise; as in the other"),
  verdicts: z.array(z.strictObject({ event: id, one: verdict, other: verdict, reasons: z.array(reason) })),
  unfit: z.array(step).describe("Unlawful in the other, and in the one lawful or not there"),
  commitments: z.strictObject({
    appeared: z.array(commitment),
    vanished: z.array(commitment),
    otherwise: z.array(z.strictObject({ id: z.string(), one: status, other: status })),
  }),
  days: z.array(day),
  end: z.array(change),
  dossier: z
    .array(
      z.strictObject({
        op: z.enum(["add", "remove", "replace"]),
        path: z.array(z.union([z.string(), z.number()])),
        value: z.unknown().optional(),
      }),
    )
    .describe("Patches that make the dossier of the other of that of the one"),
});

/** `what-if --json`. */
export const whatIfDocument = z.strictObject({
  ...basis.shape,
  record: z.strictObject({ digest, situation }),
  whatIfs: z.array(
    z.strictObject({ ...supposed.shape, comparison, futures: followed.optional(), exact: exactOutcomes.optional() }),
  ),
});

/** `what-if --against NAME --json`. */
export const againstDocument = z.strictObject({ ...basis.shape, one: supposed, other: supposed, comparison });
