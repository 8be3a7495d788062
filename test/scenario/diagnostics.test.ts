import { describe, expect, test } from "vitest";
import { type DiagnosticCode, diagnosticCodes } from "../../src/scenario/index.ts";
import { base, broken, read } from "../support/scenario.ts";

interface Case {
  readonly code: DiagnosticCode;
  readonly replace: string;
  readonly by: string;
  /** What the mark must stand under. */
  readonly under: string;
  readonly suggestion?: string;
  readonly severity?: "warning";
  /** A second change that the mistake needs. */
  readonly also?: { readonly replace: string; readonly by: string };
}

/** The small scenario's second act. */
const RECALL = "act: recall-ambassador";
const NEVER = "never:\n  - { name: no-war, course: retaliation.war }";
const THEN = "then: prune";

/** The small scenario's doctrine. */
const RULES = "PAK:\n    - { answer: strike, with: strike, chance: resolve, after: 1d..4d, basis: the record }";

const cases: readonly Case[] = [
  {
    code: "unknown-key",
    replace: "purpose: teaching",
    by: "purpose: teaching\ntitel: x",
    under: "titel",
    suggestion: "title",
  },
  { code: "unknown-key", replace: "    to: PAK", by: "    too: PAK", under: "too", suggestion: "to" },
  { code: "unknown-key", replace: "says: a camp", by: "say: a camp", under: "say", suggestion: "says" },
  {
    code: "unknown-word",
    replace: "purpose: teaching",
    by: "purpose: teachin",
    under: "teachin",
    suggestion: "teaching",
  },
  {
    code: "unknown-word",
    replace: "course: retaliation.war",
    by: "course: retaliaton.war",
    under: "retaliaton.war",
    suggestion: "retaliation.war",
  },
  { code: "unknown-word", replace: "then: prune", by: "then: prun", under: "prun", suggestion: "prune" },
  {
    code: "unknown-act",
    replace: "act: recall-ambassador",
    by: "act: recal-ambassador",
    under: "recal-ambassador",
    suggestion: "recall-ambassador",
  },
  { code: "missing", replace: "    then: prune\n", by: "", under: "calm" },
  { code: "missing", replace: "title: A small crisis\n", by: "", under: "scenario" },
  { code: "missing", replace: "    act: strike\n", by: "", under: "id" },
  {
    code: "missing",
    replace: '    terms:\n      - { act: return-ambassador, by: PAK, before: "2024-01-26" }\n',
    by: "",
    under: "id",
  },
  { code: "wrong-type", replace: "title: A small crisis", by: "title: [1]", under: "[" },
  { code: "bad-date", replace: 'at: "2024-01-16"', by: 'at: "2024-02-30"', under: '"2024-02-30"' },
  { code: "bad-value", replace: "id: strike", by: "id: The Strike", under: "The Strike" },
  { code: "out-of-range", replace: "chance: resolve", by: "chance: 1.2", under: "1.2" },
  { code: "delay-backwards", replace: "after: 1d..4d", by: "after: 4d..1d", under: "4d..1d" },
  {
    code: "delay-backwards",
    replace: "after: 1d..4d",
    by: "after: { triangular: [4d, 2d, 1d] }",
    under: "[",
  },
  {
    code: "delay-backwards",
    replace: "after: 1d..4d",
    by: "after: { log-normal: { median: 4d, p90: 2d } }",
    under: "{ median",
  },
  {
    code: "yaml-ambiguous",
    replace: "  PAK: { name: Pakistan",
    by: "  NO: { name: Norway",
    under: "NO",
    suggestion: '"NO"',
  },
  {
    code: "yaml-ambiguous",
    replace: 'at: "2024-01-16"',
    by: "at: 2024-01-16",
    under: "2024-01-16",
    suggestion: '"2024-01-16"',
  },
  { code: "tab", replace: "    to: PAK", by: "\tto: PAK", under: "\t" },
  { code: "duplicate-key", replace: "    to: PAK", by: "    to: PAK\n    to: PAK", under: "to" },
  { code: "syntax", replace: "from: [IRN, PAK]", by: "from: [IRN, PAK", under: "[IRN" },
  { code: "several-documents", replace: "never:", by: "---\nnever:", under: "---" },
  { code: "tag", replace: "title: A small crisis", by: "title: !!js/function x", under: "!!js/function" },
  { code: "unknown-actor", replace: "from: IRN", by: "from: IRM", under: "IRM", suggestion: "IRN" },
  { code: "unknown-actor", replace: "group: JAA", by: "group: JAB", under: "JAB", suggestion: "JAA" },
  {
    code: "unknown-actor",
    replace: "missions: { PAK: recalled }",
    by: "missions: { PAC: recalled }",
    under: "PAC",
    suggestion: "PAK",
  },
  { code: "unknown-source", replace: "cite: [press]", by: "cite: [pres]", under: "pres", suggestion: "press" },
  { code: "unknown-event", replace: "because: strike", by: "because: strik", under: "strik", suggestion: "strike" },
  { code: "unknown-event", replace: "- drop: strike", by: "- drop: stryke", under: "stryke", suggestion: "strike" },
  { code: "unknown-event", replace: "pause: strike", by: "pause: stroke", under: "stroke", suggestion: "strike" },
  { code: "duplicate-id", replace: "id: recall", by: "id: strike", under: "strike" },
  { code: "reserved-id", replace: "id: recall\n", by: "id: clock-recall\n", under: "clock-recall" },
  {
    code: "effect-before-cause",
    replace: `because: strike
    cite: [press]
  - id: accord
    at: "2024-01-22"
    act: agree
    from: [IRN, PAK]
    because: [recall]`,
    by: `because: accord
    cite: [press]
  - id: accord
    at: "2024-01-22"
    act: agree
    from: [IRN, PAK]`,
    under: "accord",
  },
  { code: "circle", replace: "because: strike", by: "because: recall", under: "recall" },
  { code: "out-of-order", replace: 'at: "2024-01-17"\n', by: 'at: "2024-01-15"\n', under: '"2024-01-15"' },
  {
    code: "unknown-event",
    replace: "because: strike",
    by: "after: strik",
    under: "strik",
    suggestion: "strike",
  },
  { code: "out-of-order", replace: "because: strike", by: "after: accord", under: "accord" },
  {
    code: "unknown-event",
    replace: RECALL,
    by: "act: lift-measure\n    of: strik",
    under: "strik",
    suggestion: "strike",
  },
  { code: "answers-later", replace: RECALL, by: "act: suspend-treaty\n    of: accord", under: "accord" },
  { code: "answers-later", replace: RECALL, by: "act: lift-measure\n    of: recall", under: "recall" },
  {
    code: "answers-another",
    replace: RECALL,
    by: "act: lift-measure\n    of: strike",
    under: "strike",
    severity: "warning",
  },
  {
    code: "answers-another",
    replace: RECALL,
    by: "act: resume-treaty\n    of: strike",
    under: "strike",
    severity: "warning",
  },
  {
    code: "answers-another",
    replace: "act: strike\n",
    by: "act: offer-talks\n",
    also: { replace: RECALL, by: "act: meet-demand\n    of: strike" },
    under: "strike",
    severity: "warning",
  },
  {
    code: "answers-another",
    replace: "act: strike\n",
    by: "act: blockade\n",
    also: { replace: RECALL, by: "act: lift-measure\n    of: strike" },
    under: "strike",
    severity: "warning",
  },
  {
    code: "unknown-event",
    replace: "because: strike",
    by: "claims: [{ by: PAK, about: casualties, killed: 1, instead-of: strik }]",
    under: "strik",
    suggestion: "strike",
  },
  {
    code: "answers-another",
    replace: "because: strike",
    by: "claims: [{ by: PAK, about: casualties, killed: 1, instead-of: strike }]",
    under: "strike",
    severity: "warning",
  },
  {
    code: "act-of-its-own",
    replace: "  - id: recall\n",
    by: `  - { id: usa-breaks-relations, at: "2024-01-16", act: take-side, from: USA, to: PAK, cite: press }\n  - id: recall\n`,
    under: "take-side",
    suggestion: "break-relations",
    severity: "warning",
  },
  {
    code: "act-of-its-own",
    replace: "  - id: recall\n",
    by: `  - { id: iran-visas, at: "2024-01-16", act: reduce-relations, from: IRN, to: PAK, cite: press }\n  - id: recall\n`,
    under: "reduce-relations",
    suggestion: "suspend-visas",
    severity: "warning",
  },
  { code: "actor-cannot", replace: "act: strike\n", by: "act: take-side\n", under: "IRN", suggestion: "realign" },
  { code: "outside-window", replace: 'at: "2024-01-22"', by: 'at: "2025-01-22"', under: '"2025-01-22"' },
  {
    code: "counted-twice",
    replace: "says: a camp, group: JAA }",
    by: "says: a camp, group: JAA }\n      - { by: PAK, about: casualties, killed: 2 }\n      - { by: PAK, about: casualties, killed: 5 }",
    under: "5 }",
    severity: "warning",
  },
  {
    code: "part-too-large",
    replace: "says: a camp, group: JAA }",
    by: "says: a camp, group: JAA }\n      - { by: PAK, about: casualties, killed: 2 }\n      - { by: PAK, about: casualties, killed: [3, 4], of: children }",
    under: "[3, 4]",
    severity: "warning",
  },
  {
    code: "other-day",
    replace: 'events:\n  - id: strike\n    at: "2024-01-16"',
    by: 'context: [{ id: eve, at: "2024-01-10T23:00-05:00", what: A threat, cite: press }]\nevents:\n  - id: strike\n    at: "2024-01-16T12:00+03:30"',
    under: '"2024-01-10T23:00-05:00"',
    severity: "warning",
  },
  { code: "empty-window", replace: 'to: "2024-02-15"', by: 'to: "2023-02-15"', under: '"2023-02-15"' },
  {
    code: "no-relation",
    replace: "sources:",
    by: "relations: [{ between: [IRN, IRN] }]\nsources:",
    under: "[IRN, IRN]",
  },
  {
    code: "no-group",
    replace: "sources:",
    by: "groups: { pair: [IRN, PAK], both: [IRN, PAK] }\nsources:",
    under: "both",
  },
  { code: "two-parties", replace: "  PAK: { name: Pakistan, cow: 770 }\n", by: "", under: "parties" },
  { code: "actor-cannot", replace: "from: PAK", by: "from: JAA", under: "JAA" },
  { code: "actor-cannot", replace: "act: strike\n", by: "act: mediate\n", under: "IRN", suggestion: "negotiate" },
  {
    code: "actor-cannot",
    replace: "act: strike\n",
    by: "act: storm-mission\n",
    under: "IRN",
    suggestion: "breach-mission",
  },
  { code: "clock-act", replace: "act: recall-ambassador", by: "act: crisis-faded", under: "crisis-faded" },
  { code: "clock-act", replace: "with: strike", by: "with: commitment-lapsed", under: "commitment-lapsed" },
  { code: "unknown-act", replace: "with: strike", by: "with: strik", under: "strik", suggestion: "strike" },
  { code: "unknown-key", replace: "count: {", by: "cuont: {", under: "cuont", suggestion: "count" },
  { code: "unknown-key", replace: "after: 1d", by: "after: { triangulr: [1d, 2d, 3d] }, x: 1d", under: "triangulr" },
  { code: "unknown-key", replace: "- drop: strike", by: "- { drop: strike, to: x }", under: "to" },
  { code: "unknown-key", replace: "- drop: strike", by: "- dorp: strike", under: "dorp", suggestion: "drop" },
  { code: "missing", replace: "- drop: strike", by: "- {}", under: "{}" },
  { code: "missing", replace: "- drop: strike", by: "- move: strike", under: "move" },
  {
    code: "missing",
    replace: "- drop: strike",
    by: "- add: { id: x, act: warn, from: IRN, cite: press }",
    under: "add",
  },
  {
    code: "unknown-word",
    replace: "missions: { PAK: recalled }",
    by: "missions: { PAK: [recaled, barred] }",
    under: "recaled",
    suggestion: "recalled",
  },
  { code: "wrong-type", replace: "    to: PAK", by: "    to:", under: "" },
  { code: "wrong-type", replace: "then: prune", by: "then: [prune]", under: "[" },
  { code: "out-of-range", replace: "cite: [press]", by: "cite: []", under: "[" },
  { code: "bad-value", replace: "count: { class: force }", by: "count: {}", under: "{" },
  { code: "bad-value", replace: "  PAK: { name: Pakistan", by: "  pak: { name: Pakistan", under: "pak" },
  { code: "bad-value", replace: "purpose: teaching", by: "purpose: teaching\nquiet: 0d", under: "0d" },
  {
    code: "not-a-situation",
    replace: "events:",
    by: "opening: { relations: severed, missions: { IRN: recalled } }\nevents:",
    under: "opening",
  },
  {
    code: "edited-twice",
    replace: "      - drop: strike",
    by: '      - drop: strike\n      - { move: strike, to: "2024-01-18" }',
    under: "{",
  },
  {
    code: "missing",
    replace: "      - drop: strike",
    by: "      - { replace: recall, with: { act: issue-ultimatum } }",
    under: "with",
  },
  { code: "range-without-value", replace: "range: [0.3, 0.9]", by: "range: [0.7, 0.9]", under: "[" },
  { code: "no-basis", replace: ", basis: judgement", by: "", under: "resolve", severity: "warning" },
  { code: "no-basis", replace: ", basis: the record", by: "", under: "{ answer: strike", severity: "warning" },
  {
    code: "no-basis",
    replace: "resolve, after: 1d..4d, basis: the record",
    by: "0.5",
    under: "{ answer: strike",
    severity: "warning",
  },
  {
    code: "no-basis",
    replace: RULES,
    by: "PAK: { use: tit-for-tat, answers: 0.6 }",
    under: "PAK",
    severity: "warning",
  },
  {
    code: "unknown-assumption",
    replace: "chance: resolve",
    by: "chance: resolv",
    under: "resolv",
    suggestion: "resolve",
  },
  {
    code: "unused-assumption",
    replace: "chance: resolve, ",
    by: "",
    under: "resolve",
    severity: "warning",
  },
  {
    code: "unused-assumption",
    replace: "  resolve: {",
    by: "  default.keep: { value: 0.5, basis: judgement }\n  resolve: {",
    under: "default.keep",
    severity: "warning",
  },
  {
    code: "out-of-range",
    replace: "  resolve: {",
    by: "  default.keeps: { value: 0.5, range: [0.5, 1.5], basis: judgement }\n  resolve: {",
    under: "default.keeps",
  },
  {
    code: "unknown-word",
    replace: RULES,
    by: "PAK: { use: tit-for-tatt }",
    under: "tit-for",
    suggestion: "tit-for-tat",
  },
  {
    code: "unknown-parameter",
    replace: RULES,
    by: "PAK: { use: tit-for-tat, medain: 2 }",
    under: "medain",
    suggestion: "median",
  },
  {
    code: "unknown-assumption",
    replace: RULES,
    by: "PAK: { use: tit-for-tat, answers: resolv }",
    under: "resolv",
    suggestion: "resolve",
  },
  { code: "out-of-range", replace: RULES, by: "PAK: { use: tit-for-tat, answers: 1.2 }", under: "1.2" },
  { code: "out-of-range", replace: RULES, by: "PAK: { use: tit-for-tat, median: 0 }", under: "0" },
  { code: "out-of-range", replace: RULES, by: "PAK: { use: proportional, ceiling: resolve }", under: "resolve" },
  { code: "out-of-range", replace: RULES, by: "PAK: { use: grit, period: -1 }", under: "-1" },
  { code: "delay-backwards", replace: RULES, by: "PAK: { use: tit-for-tat, p90: 1 }", under: "1" },
  { code: "delay-backwards", replace: RULES, by: "PAK: { use: tit-for-tat, median: 100 }", under: "100" },
  {
    code: "unusual-parameter",
    replace: RULES,
    by: "PAK: { use: tit-for-tat, answers: 0.95 }",
    under: "0.95",
    severity: "warning",
  },
  { code: "strategy-not-party", replace: RULES, by: "JAA: { use: tit-for-tat }", under: "JAA" },
  {
    code: "answer-to-nobody",
    replace: RULES,
    by: "JAA:\n    - { answer: [force, non-state-attack], with: claim-responsibility }",
    under: "non-state-attack",
    severity: "warning",
  },
  {
    code: "consent-of-nobody",
    replace: RULES,
    by: "PAK:\n    - { answer: strike, with: agree, chance: resolve }\n  IRN:\n    - { answer: agreement, with: visit }",
    under: "agree",
    severity: "warning",
  },
  {
    code: "endless-doctrines",
    replace: RULES,
    by: "PAK:\n    - { answer: force, with: strike }\n  IRN:\n    - { answer: strike, with: strike, after: 1h }",
    under: "{ answer: force",
    severity: "warning",
  },
  { code: "rule-without-occasion", replace: "answer: strike, with", by: "with", under: "{" },
  {
    code: "answer-not-an-option",
    replace: "answer: protest",
    by: "answer: protes",
    under: "protes",
    suggestion: "protest",
  },
  {
    code: "deadline-passed",
    replace: 'before: "2024-01-26"',
    by: 'before: "2023-01-26"',
    under: '"2023-01-26"',
    severity: "warning",
  },
  { code: "empty-pattern", replace: ", course: retaliation.war }", by: " }", under: "{" },
  { code: "empty-pattern", replace: ", course: retaliation.war }", by: ", missions: {} }", under: "{" },
  {
    code: "out-of-range",
    replace: "value: 0.6, range: [0.3, 0.9]",
    by: "value: 0.6, range: [0.3, 1.9]",
    under: "resolve",
  },
  { code: "actor-cannot", replace: "with: strike", by: "with: mediate", under: "mediate" },
  { code: "actor-cannot", replace: "from: [IRN, PAK]", by: "from: [IRN, USA]", under: "[" },
  { code: "unknown-version", replace: "act: strike\n", by: "act: strike\n    version: 7\n", under: "7" },
  {
    code: "impossible-pattern",
    replace: "course: retaliation.war }",
    by: "course: normal.full, ledger: both }",
    under: "{ name: no-war",
    severity: "warning",
  },
  {
    code: "impossible-pattern",
    replace: NEVER,
    by: "leads-to:\n  - { name: x, from: { relations: severed }, to: { relations: severed, missions: { PAK: charge } }, within: 30d }",
    under: "{ relations: severed, missions",
    severity: "warning",
  },
  { code: "empty-pattern", replace: NEVER, by: "always:\n  - { name: x }", under: "{ name: x" },
  {
    code: "empty-pattern",
    replace: ", course: ambassadors-recalled, missions: { PAK: recalled } }",
    by: " }",
    under: "{",
  },
  {
    code: "unknown-event",
    replace: "expect:\n",
    by: "expect:\n  - { verdict: { stroke: noted } }\n",
    under: "stroke",
    suggestion: "strike",
  },
  {
    code: "unknown-event",
    replace: '{ at: "2024-01-17", course',
    by: "{ after: recal, course",
    under: "recal",
    suggestion: "recall",
  },
  {
    code: "empty-pattern",
    replace: ", course: ambassadors-recalled, missions: { PAK: recalled } }",
    by: ", not: {} }",
    under: "{}",
  },
  {
    code: "unknown-actor",
    replace: NEVER,
    by: "never:\n  - { name: x, measures: by-PKA }",
    under: "by-PKA",
  },
  {
    code: "empty-pattern",
    replace: NEVER,
    by: "leads-to:\n  - { name: x, from: { course: strike }, to: {}, within: 30d }",
    under: "{}",
  },
  {
    code: "unknown-actor",
    replace: NEVER,
    by: "leads-to:\n  - { name: x, from: { ledger: by-PKA }, to: { course: normal }, within: 30d }",
    under: "by-PKA",
  },
  {
    code: "unknown-word",
    replace: NEVER,
    by: "always:\n  - { name: x, relations: establishd }",
    under: "establishd",
    suggestion: "established",
  },
  {
    code: "bad-value",
    replace: NEVER,
    by: "leads-to:\n  - { name: x, from: { course: strike }, to: { course: normal }, within: -3d }",
    under: "-3d",
  },
  {
    code: "bad-value",
    replace: NEVER,
    by: "leads-to:\n  - { name: x, from: { course: strike }, to: { course: normal }, within: 0d }",
    under: "0d",
  },
  {
    code: "unknown-key",
    replace: NEVER,
    by: "leads-to:\n  - { name: x, form: { course: strike }, to: { course: normal }, within: 1d }",
    under: "form",
    suggestion: "from",
  },
  {
    code: "duplicate-name",
    replace: NEVER,
    by: `${NEVER}\nalways:\n  - { name: no-war, relations: established }`,
    under: "no-war",
  },
  {
    code: "unknown-contract",
    replace: THEN,
    by: `${THEN}\n    breaks: [no-wra]`,
    under: "no-wra",
    suggestion: "no-war",
  },
  {
    code: "unknown-outcome",
    replace: THEN,
    by: "then: model\n    expect:\n      - { outcome: forse, mean: { at-most: 3 } }",
    under: "forse",
    suggestion: "force",
  },
  {
    code: "no-futures",
    replace: THEN,
    by: `${THEN}\n    expect:\n      - { outcome: force, mean: { at-most: 3 } }`,
    under: "force",
  },
  {
    code: "measure-misfit",
    replace: THEN,
    by: "then: model\n    expect:\n      - { outcome: force, share: { at-most: 0.5 } }",
    under: "share",
  },
  {
    code: "out-of-range",
    replace: THEN,
    by: "then: model\n    expect:\n      - { outcome: force, share: { at-most: 1.5 } }",
    under: "1.5",
  },
  {
    code: "bad-value",
    replace: THEN,
    by: "then: model\n    expect:\n      - { outcome: force, mean: { at-least: 3, at-most: 2 } }",
    under: "{ at-least",
  },
  {
    code: "never-settled",
    replace: "force: { count: { class: force } }",
    by: "war: { reached: { posture: war } }",
    also: { replace: THEN, by: "then: model\n    expect:\n      - { outcome: war, share: { at-most: 0 } }" },
    under: "0",
    severity: "warning",
  },
  { code: "blank", replace: "    to: PAK", by: "  \u00a0 to: PAK", under: "\u00a0" },
  {
    code: "effect-before-declaration",
    replace: RECALL,
    by: 'act: declare-ceasefire\n    effective: "2023-01-17"',
    under: '"2023-01-17"',
    severity: "warning",
  },
  {
    code: "curly-quotes",
    replace: "name: Iran,",
    by: "name: “Iran”,",
    under: "“Iran”",
    suggestion: '"Iran"',
    severity: "warning",
  },
  {
    code: "comment-in-text",
    replace: "name: Iran,",
    by: "name: Iran\n      , full: Decree #19 of 1979\n      ,",
    under: "Decree #",
    severity: "warning",
  },
  {
    code: "inside-window",
    replace: "events:\n",
    by: 'context:\n  - { id: talks, at: "2024-01-20", what: They talked., cite: press }\nevents:\n',
    under: '"2024-01-20"',
    severity: "warning",
  },
  { code: "on-itself", replace: "    to: PAK", by: "    to: IRN", under: "IRN" },
  { code: "named-twice", replace: "cite: [press]", by: "cite: [press, press]", under: "press]", severity: "warning" },
  {
    code: "named-twice",
    replace: "because: strike",
    by: "because: [strike, strike]",
    under: "strike]",
    severity: "warning",
  },
  {
    code: "named-twice",
    replace: "[protest, strike]",
    by: "[protest, strike, strike]",
    under: "strike]",
    severity: "warning",
  },
  {
    code: "unused-actor",
    replace: "sources:",
    by: "  CHN: { name: China, kind: state }\nsources:",
    under: "CHN",
    severity: "warning",
  },
  {
    code: "unused-source",
    replace: "events:\n",
    by: "  other: { title: Another }\nevents:\n",
    under: "other",
    severity: "warning",
  },
  {
    code: "holds-at-start",
    replace: "force: { count: { class: force } }",
    by: "calm: { reached: { channels: open } }",
    under: "{ channels",
    severity: "warning",
  },
  {
    code: "holds-at-start",
    replace: "force: { count: { class: force } }",
    by: "away: { first: { missions: { PAK: recalled } }, since: recall }",
    under: "{ missions",
    severity: "warning",
  },
  {
    code: "outside-window",
    replace: "events:\n",
    by: 'context:\n  - { id: later, at: "2025-01-01", what: A visit, cite: press }\nevents:\n',
    under: '"2025-01-01"',
  },
  {
    code: "edited-twice",
    replace: "      - drop: strike",
    by: "      - drop: strike\n      - swap: strike",
    under: "swap",
  },
  { code: "another-kind", replace: base, by: "day,from,to\n1,IRN,PAK\n2,PAK,IRN\n", under: "day" },
  { code: "name-differs", replace: "scenario: small", by: "scenario: smell", under: "smell", severity: "warning" },
];

describe("each mistake is reported at its place, with the nearest valid word", () => {
  test.each(cases)("$code: $by", ({ code, replace, by, under, suggestion, severity = "error", also }) => {
    const text = base.replace(replace, by).replace(also?.replace ?? "", also?.by ?? "");
    expect(base).toContain(replace);
    const found = read(text).diagnostics.filter((one) => one.code === code);
    const lines = text.split("\n");
    const marked = found.map(({ line, column }) => lines[line - 1]?.slice(column - 1));
    expect(marked.some((text) => text?.startsWith(under))).toBe(true);
    expect(found.map((one) => one.severity)).toContain(severity);
    if (suggestion !== undefined) expect(found.map((one) => one.suggestion)).toContain(suggestion);
  });

  const elsewhere = new Set<DiagnosticCode>([
    "empty",
    "binary",
    "too-large",
    "too-deep",
    "too-many-aliases",
    "directive",
    "complex-key",
    "unknown-anchor",
    "hidden-character",
  ]);

  test("every code but those of YAML itself is in this table", () => {
    const tried = new Set(cases.map(({ code }) => code));
    const untried = Object.keys(diagnosticCodes).filter(
      (code) => !tried.has(code as DiagnosticCode) && !elsewhere.has(code as DiagnosticCode),
    );
    expect(untried).toEqual([]);
  });
});

test("the small scenario itself is right", () => {
  expect(read(base).diagnostics).toEqual([]);
});

test("all problems of a file are reported at once, in order of their place", () => {
  const text = base
    .replace("from: IRN", "from: IRM")
    .replace("act: recall-ambassador", "act: recal")
    .replace("then: prune", "then: prun");
  const { scenario, diagnostics } = read(text);
  expect(scenario).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-actor", "unknown-act", "unknown-word"]);
  expect(diagnostics.map(({ line }) => line)).toEqual([...diagnostics.map(({ line }) => line)].sort((a, b) => a - b));
});

test("text cut in two by a comma in braces is said to need quotes", () => {
  const [problem] = broken("says: a camp", "says: a camp, not a village");
  expect(problem).toMatchObject({ code: "unknown-key", expected: expect.stringContaining("quotes") });
  const [word] = broken("says: a camp", "says: a camp, guarded");
  expect(word).toMatchObject({ code: "unknown-key", expected: expect.stringMatching(/one of .*; or quotes/) });
  const [own] = broken("title: A small crisis", "title: A small crisis\nevnts:");
  expect(own?.expected).not.toContain("quotes");
});

test.each([
  ["2024-01-19~", "2024-01-17"],
  ["2024-01-20/2024-01-21", "2024-01-17"],
  ["2024-01-20", "2024-01-17~"],
])("what is dated %s does not stand above what is dated %s, and neither lies outside the window", (strike, recall) => {
  const dated = (one: string, other: string) =>
    read(base.replace('"2024-01-16"', `"${one}"`).replace('"2024-01-17"\n', `"${other}"\n`)).diagnostics;
  expect(dated(strike, recall)).toContainEqual(
    expect.objectContaining({ code: "out-of-order", expected: `${strike} or later, or the event further up` }),
  );
  expect(dated("2024-01", "2024-01-17~").filter(({ code }) => code === "out-of-order")).toEqual([]);
  expect(dated("2023-11~", "2024-01-17")).toContainEqual(expect.objectContaining({ code: "outside-window" }));
});

test.each(["{ log-normal: { median: 2d, p90: soon } }", "{ triangular: [1d, soon, 3d] }"])(
  "a length of time that is none is told as that, within a delay too: %s",
  (delay) => {
    expect(broken("after: 1d..4d", `after: ${delay}`)).toMatchObject([
      { code: "bad-value", message: expect.stringContaining("soon") },
    ]);
  },
);

test("a warning does not keep the scenario from being read", () => {
  const { scenario, diagnostics } = read(base.replace(", basis: judgement", ""));
  expect(diagnostics.map(({ severity }) => severity)).toEqual(["warning"]);
  expect(scenario?.name).toBe("small");
});

test("an event that is dated to the day may stand below one that is dated to a minute of it", () => {
  const text = base.replace('"2024-01-16"', '"2024-01-17T18:00Z"');
  expect(read(text).diagnostics.filter(({ code }) => code === "out-of-order")).toEqual([]);
});

test.each([
  ["2023-12", "2024-01-16", "outside-window"],
  ["2024-01-10/2024-01-20", "2024-01-16", "outside-window"],
  ["2024-01-16", "2024-03~", "outside-window"],
  ["2024-01-20~", "2024-01-18/2024-01-25", "out-of-order"],
  ["2024-01-17/2024-01-30", "2024-01-16~", "out-of-order"],
])(
  "a date known to the month, about then or lasting is held to the window and the order: %s, then %s",
  (one, other, code) => {
    const text = base.replace('"2024-01-16"', `"${one}"`).replace('"2024-01-17"\n', `"${other}"\n`);
    expect(read(text).diagnostics.map((found) => found.code)).toContain(code);
  },
);

test.each([
  ["2024-01-16", "2024-01"],
  ["2024-01-16T10:00Z", "2024-01-16/2024-01-30"],
  ["2024-01-15/2024-02-20", "2024"],
])("one that covers the date above it stands in order below it: %s, then %s", (one, other) => {
  const text = base.replace('"2024-01-16"', `"${one}"`).replace('"2024-01-17"\n', `"${other}"\n`);
  expect(read(text).diagnostics).toEqual([]);
});

test("an answer names what it can answer, an entry of context, or what the opening says stands", () => {
  const answered = (first: string, second: string, top = "") =>
    read(
      base.replace("act: strike\n", `act: ${first}\n`).replace(RECALL, second).replace("events:\n", `${top}events:\n`),
    ).diagnostics;
  expect(answered("blockade", "act: lift-measure\n    of: strike").map(({ code }) => code)).toEqual([
    "answers-another",
  ]);
  expect(answered("strike", "act: meet-demand\n    of: strike")).toEqual([]);
  expect(answered("suspend-treaty", "act: suspend-treaty\n    of: strike")).toEqual([]);
  const claims = "claims: [{ by: IRN, about: casualties, killed: 1, instead-of: strike }]";
  expect(read(base.replace("because: strike", claims).replace("says: a camp", "killed: 2")).diagnostics).toEqual([]);
  const context = 'context:\n  - { id: pact, at: "1990", what: A pact, cite: press }\n';
  expect(answered("strike", "act: suspend-treaty\n    of: pact", context)).toEqual([]);
  const opening = "opening: { measures: { PAK: sanctions } }\n";
  expect(answered("strike", "act: lift-sanctions\n    of: opening", opening)).toEqual([]);
  expect(answered("strike", "act: lift-sanctions\n    of: opening")).toMatchObject([{ code: "unknown-event" }]);
});

test("a reduction of relations can be lifted by name, though nothing of it stands", () => {
  const event = (id: string, act: string) =>
    `  - { id: ${id}, at: "2024-01-20", act: ${act}, from: IRN, to: PAK, cite: press }\n  - id: accord\n`;
  const text = base.replace("  - id: accord\n", event("less", "reduce-relations"));
  expect(read(text.replace("  - id: accord\n", event("more", "lift-measure, of: less"))).diagnostics).toEqual([]);
});

test("what an edit brings is held to the same: it answers what stands, and its act says what its id tells", () => {
  const added = (event: string) =>
    broken("- drop: strike", `- add: { at: "2024-01-20", from: USA, to: PAK, ${event} }`).map(({ code }) => code);
  expect(added("id: calls-for-calm, act: take-side")).toEqual([]);
  expect(added("id: usa-mediates, act: take-side")).toEqual(["act-of-its-own"]);
  expect(added("id: own, act: lift-measure, of: own")).toEqual(["answers-later"]);
  expect(added("id: own, act: lift-measure, of: strik")).toEqual(["unknown-event"]);
});

test("strategies feed each other where each act brings one more about, by answers or by going on", () => {
  const found = (of: string, to: string) =>
    broken(RULES, `PAK: { use: ${of} }\n  IRN: { use: ${to} }`)
      .filter(({ code }) => code === "endless-doctrines")
      .map(({ message }) => message);
  const sure = "tit-for-tat, answers: 0.6, basis: none";
  expect(found("tit-for-tat", "bullying")).toEqual([]);
  expect(found(sure, "tit-for-tat")).toEqual([]); // 0.45 and the root of 0.6 and 0.5: 0.998
  expect(found(sure, sure)).toEqual([
    "IRN (tit-for-tat) and PAK (tit-for-tat) can feed each other without end: of each act 1.05 more are to be expected.",
  ]);
  expect(found("tit-for-tat, answers: resolve, basis: none", sure)).toHaveLength(1);
  expect(
    found("tit-for-tat, answers: 1, goes-on: 0, basis: none", "tit-for-tat, answers: 1, goes-on: 0, basis: none"),
  ).toEqual([]);
});

test("a word of the first edition that has another name is told which", () => {
  const text = base.replace("expect:\n", "expect:\n  - { verdict: { strike: unlawful } }\n");
  expect(read(text).diagnostics).toMatchObject([
    { code: "unknown-word", message: "unlawful is called void since 0.2.", suggestion: "void" },
  ]);
});

test("times with offsets are ordered as they were, and what is too early is told the minute", () => {
  const at = (strike: string, recall: string) =>
    read(base.replace('"2024-01-16"', `"${strike}"`).replace('"2024-01-17"\n', `"${recall}"\n`)).diagnostics;
  expect(at("2024-01-16T23:00+05:30", "2024-01-16T18:00Z")).toEqual([]);
  expect(at("2024-01-16T23:00-12:00", "2024-01-17T01:00+14:00")).toMatchObject([
    { code: "other-day" },
    { code: "out-of-order", expected: "2024-01-17T11:00 or later, or the event further up" },
  ]);
});

test("rules that answer each other slowly enough, or with any brake, are no endless doctrines", () => {
  const found = (iran: string) =>
    broken(
      RULES,
      `PAK:\n    - { answer: force, with: strike }\n  IRN:\n    - { answer: strike, with: ${iran} }`,
    ).filter(({ code }) => code === "endless-doctrines");
  expect(found("strike")).toMatchObject([
    { message: "These rules answer each other for ever: PAK strike → IRN strike → PAK strike." },
  ]);
  expect(found("strike, after: 10d")).toEqual([]);
  expect(found("strike, at-most: 5")).toEqual([]);
  expect(found("strike, chance: 0.99")).toEqual([]);
  expect(found("strike, if: { course: strike }")).toEqual([]);
  expect(found("recall-ambassador")).toEqual([]);
  expect(found("warn")).toEqual([]);
});

describe("an opening that contradicts itself is told which parts do, and what is nearest", () => {
  const problemsIn = (opening: string) =>
    broken("events:", `opening: ${opening}\nevents:`).filter(({ code }) => code === "not-a-situation");

  test.each([
    [
      "{ relations: severed, missions: { IRN: recalled } }",
      "relations severed with missions.IRN recalled",
      "missions.IRN closed",
    ],
    [
      "{ course: normal.full, missions: { PAK: charge } }",
      "course normal.full with missions.PAK charge",
      "course normal.reduced",
    ],
    ["{ course: normal, relations: severed }", "course can be in one state only", "one state"],
    ["{ course: strike }", "course strike with ledger clear", "ledger by-IRN"],
    [
      "{ course: normal.full, measures: { IRN: [sanctions] } }",
      "course normal.full with measures by-IRN",
      "course strained",
    ],
  ])("%s", (opening, parts, nearest) => {
    expect(problemsIn(opening)).toMatchObject([
      { message: expect.stringContaining(parts), expected: expect.stringContaining(nearest) },
    ]);
  });

  test("and one that completes itself is none", () => {
    expect(problemsIn("{ relations: severed }")).toEqual([]);
    expect(problemsIn("{ missions: { IRN: recalled } }")).toEqual([]);
  });
});

test("what must not be, and verdicts, are expectations by themselves; an empty one says nothing", () => {
  const problemsIn = (expected: string) =>
    broken("expect:\n", `expect:\n  - { at: "2024-01-20", ${expected} }\n`).map(({ code, path }) => [code, path]);
  expect(problemsIn("not: { course: normal }")).toEqual([]);
  expect(problemsIn("verdict: { strike: applied }")).toEqual([]);
  expect(problemsIn("not: {}")).toEqual([["empty-pattern", "expect[0].not"]]);
  expect(problemsIn("verdict: {}")).toEqual([["empty-pattern", "expect[0]"]]);
});

test("a unit that is a word of the language's objects is a wrong unit and no more", () => {
  for (const word of ["constructor", "valueOf", "toString"]) {
    expect(broken("purpose: teaching", `purpose: teaching\nquiet: 5 ${word}`).map(({ code }) => code)).toEqual([
      "bad-value",
    ]);
  }
});

test("where the events can't be read, a what-if that adds one is not told that the others are not there", () => {
  const text = base
    .replace(/^events:[\s\S]*?^expect:/m, "events: none yet\nexpect:")
    .replace(
      "- drop: strike\n",
      '- drop: strike\n      - add: { id: word, at: "2024-01-16", act: warn, from: IRN, to: PAK, because: strike }\n',
    );
  expect(read(text).diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual(["wrong-type events"]);
});
