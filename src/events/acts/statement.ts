/** Statements and protests: words that move no mission and no soldier. */
import { act, plover } from "../act.ts";

export const statements = {
  "make-statement": act({
    class: "statement",
    label: "Public statement",
    definition: "An actor comments in public without accusing, threatening or offering anything.",
    by: ["party", "both", "third", "non-state"],
    cameo: "010",
    goldstein: 0,
  }),
  "deny-responsibility": act({
    class: "statement",
    label: "Denial of responsibility",
    definition: "An actor denies having done, ordered or allowed what it is accused of.",
    by: ["party", "both", "non-state"],
    cameo: "016",
    goldstein: -2,
    plover: plover("REJECT", null, -2),
  }),
  "justify-force": act({
    class: "statement",
    label: "Legal justification of force",
    definition: "A party claims in public that force it used was lawful, for instance as self-defence.",
    cameo: "010",
    goldstein: 0,
    article: "UN Charter Art. 51",
  }),
  "convene-council": act({
    class: "statement",
    label: "Meeting of a security council",
    definition: "A party calls its national security body, or an international one, into session over the crisis.",
    by: ["party", "both", "third"],
    cameo: "014",
    goldstein: 0,
  }),
} as const;

export const protests = {
  accuse: act({
    class: "protest",
    label: "Accusation",
    definition: "A party says that the other has done a wrong or stands behind one.",
    cameo: "112",
    goldstein: -2,
    plover: plover("ACCUSE", "allege", -3.5),
  }),
  condemn: act({
    class: "protest",
    label: "Condemnation",
    definition: "An actor denounces an act in public.",
    by: ["party", "both", "third"],
    cameo: "111",
    goldstein: -2,
    plover: plover("ACCUSE", "disapprove", -2),
  }),
  "lodge-protest": act({
    class: "protest",
    label: "Formal protest",
    definition: "A government complains officially to the other by note or démarche.",
    cameo: "114",
    goldstein: -2,
    plover: plover("ACCUSE", "allege", -3.5),
  }),
  "summon-envoy": act({
    class: "protest",
    label: "Summoning of an envoy",
    definition: "The receiving state calls in the other's head of mission or chargé d'affaires to complain in person.",
    cameo: "114",
    goldstein: -2,
    plover: plover("ACCUSE", "allege", -3.5),
    rung: 1,
  }),
  demand: act({
    class: "protest",
    label: "Demand",
    definition: "A party calls on the other to do or stop something, without naming a consequence.",
    cameo: "100",
    goldstein: -5,
    plover: plover("REQUEST", "change", -1),
  }),
  "reject-proposal": act({
    class: "protest",
    label: "Rejection of a proposal",
    definition: "A party turns down a demand or an offer to meet, negotiate or mediate.",
    cameo: "125",
    goldstein: -5,
    plover: plover("REJECT", "meet", -2),
  }),
} as const;
