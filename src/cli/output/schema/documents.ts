/** The schemas of whole JSON outputs, one for each command that has one. */
import * as z from "zod";
import { actIds } from "../../../events/index.ts";
import { resting } from "./assumption.ts";
import { basis, change, finding, model, reason, situation, step, verdict } from "./common.ts";
import { dossier } from "./dossier.ts";
import { waiting } from "./waiting.ts";

const parties = z.array(z.strictObject({ code: z.string(), name: z.string() })).length(2);
const span = z.strictObject({ from: z.string(), to: z.string() });

const head = { ...basis.shape, parties, window: span, opening: situation };
const end = { until: z.string(), situation, dossier, findings: z.array(finding) };

/** `replay --json`. */
export const replayDocument = z.strictObject({ ...head, steps: z.array(step), ...end });

/** A line of `replay --jsonl`. */
export const replayLine = z.discriminatedUnion("line", [
  z.strictObject({ line: z.literal("head"), ...head }),
  z.strictObject({ line: z.literal("step"), ...step.shape }),
  z.strictObject({ line: z.literal("end"), ...end }),
]);

const diagnostic = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  message: z.string(),
  file: z.string(),
  path: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  endLine: z.number().int(),
  endColumn: z.number().int(),
  expected: z.string().optional(),
  suggestion: z.string().optional(),
});

/** `check --format json`. */
export const checkDocument = z.strictObject({
  model,
  files: z.array(
    z.strictObject({
      file: z.string(),
      hash: z.string().optional(),
      scenario: z.string().optional(),
      events: z.number().int().optional(),
      expectations: z.number().int().optional(),
      contracts: z.number().int().optional(),
      expectationsOfFutures: z.number().int().optional().describe("Only futures tell: what-if and test run them"),
      whatIfs: z.number().int().optional(),
      assumptions: z.array(resting).optional().describe("What futures under the file's doctrines rest on"),
      problems: z.array(diagnostic),
      findings: z.array(z.strictObject({ ...finding.shape, whatIf: z.string().optional() })),
    }),
  ),
  summary: z.strictObject({
    files: z.number().int(),
    errors: z.number().int(),
    warnings: z.number().int(),
    unlawful: z.number().int(),
    findings: z.number().int(),
  }),
});

const cause = z.strictObject({ event: z.string(), at: z.string(), act: z.string(), because: z.array(z.string()) });

/** `show --json`. */
export const showDocument = z.strictObject({
  ...basis.shape,
  at: z.string(),
  situation,
  dossier,
  last: z.string().nullable().describe("The last event that had happened"),
  waiting: z.array(waiting),
  difference: z
    .strictObject({ from: z.string(), to: z.string(), changes: z.array(change), events: z.array(z.string()) })
    .optional(),
  why: z.strictObject({ key: z.string(), state: z.string().optional(), causes: z.array(cause) }).optional(),
  whyNot: z.strictObject({ act: z.string(), by: z.string(), verdict, reasons: z.array(reason) }).optional(),
});

/** `acts --json`. */
export const actsDocument = z.strictObject({
  model,
  acts: z.array(
    z.strictObject({
      id: z.enum(actIds as [string, ...string[]]),
      class: z.string(),
      label: z.string(),
      definition: z.string(),
      by: z.array(z.enum(["party", "both", "third", "non-state", "clock"])),
      fields: z.array(z.string()),
      requires: z.array(z.strictObject({ requirement: z.string(), sentence: z.string(), rule: z.string() })),
      version: z.number().int(),
      cameo: z.string().nullable(),
      goldstein: z.number().nullable(),
      plover: z
        .strictObject({ event: z.string(), mode: z.string().nullable(), score: z.number().nullable() })
        .nullable(),
      mid: z.number().nullable(),
      article: z.string().nullable(),
      rung: z.number().nullable(),
    }),
  ),
});

/** `laws --json`. */
export const lawsDocument = z.strictObject({
  model,
  laws: z.array(
    z.strictObject({
      name: z.string(),
      of: z.enum(["situation", "step", "chart", "history", "branch", "future"]).describe("What it is a law of"),
      sentence: z.string(),
      basis: z.string().describe("Where it comes from, or why it must hold"),
      checked: z.array(z.string()).describe("How it is checked: everywhere, at random, on what is shipped"),
      tests: z.array(z.string()).describe("In which tests of this project"),
    }),
  ),
  check: z
    .strictObject({
      laws: z.number().int().describe("How many of them can be held to everything reachable, and were"),
      situations: z.number().int(),
      steps: z.number().int().describe("Every act by everyone, in every situation"),
      breaches: z.array(z.strictObject({ law: z.string(), sentence: z.string(), what: z.string() })),
    })
    .optional()
    .describe("What came of --check"),
});
