/** Scenario files: reading with positions, checking, patterns, and what a replay must reach. */
export { type Diagnostic, type DiagnosticCode, diagnosticCodes, type Place } from "./diagnostic.ts";
export type { Expectation, Invariant } from "./expectation.ts";
export { type Finding, findings, type Mismatch } from "./findings.ts";
export { codeFrame } from "./frame.ts";
export { scenarioJsonSchema } from "./json-schema.ts";
export type { Assumption, Delay, Doctrine, Outcome, Rule, Strategy } from "./model.ts";
export { nearest } from "./nearest.ts";
export { type PatternReading, parsePattern } from "./parse-pattern.ts";
export { type Reading, readScenario } from "./read.ts";
export { recordOf, replayScenario, type Supposed, suppose } from "./record.ts";
export type { Actor, Context, Lesson, Scenario, Source } from "./scenario.ts";
export { visible, visibleLine } from "./visible.ts";
export type { WhatIf } from "./what-if.ts";
export { MAX_BYTES } from "./yaml/document.ts";
