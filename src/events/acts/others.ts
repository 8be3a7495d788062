/** Acts of and towards others: third parties, non-state groups, and the clock. */
import { act, plover } from "../act.ts";

export const thirdParties = {
  "appeal-restraint": act({
    class: "third-party",
    label: "Appeal for restraint",
    definition: "A third party calls on the parties to de-escalate.",
    by: ["third"],
    cameo: "0256",
    goldstein: -0.3,
    plover: plover("REQUEST", "yield", -1),
  }),
  "offer-mediation": act({
    class: "third-party",
    label: "Offer of mediation",
    definition: "A third party offers good offices or mediation.",
    by: ["third"],
    cameo: "039",
    goldstein: 5,
    plover: plover("AGREE", null, 2.5),
    article: "UN Charter Art. 33",
  }),
  mediate: act({
    class: "third-party",
    label: "Mediation",
    definition: "A third party carries messages or hosts talks between the parties.",
    by: ["third"],
    cameo: "045",
    goldstein: 5,
    plover: plover("CONSULT", "third-party", 1),
    article: "UN Charter Art. 33",
  }),
  "give-ruling": act({
    class: "third-party",
    label: "Ruling of a court or council",
    definition:
      "A court, a tribunal or the Security Council decides what the parties have to do, which each then does or not.",
    by: ["third"],
    article: "UN Charter Art. 25, 94",
  }),
  "take-side": act({
    class: "third-party",
    label: "Side taken by a third state",
    definition:
      "A third state declares for one party against the other; what it does besides has its own act, such as break-relations.",
    by: ["third"],
  }),
  realign: act({
    class: "third-party",
    label: "Realignment towards a third state",
    definition: "A party deepens or restores ties with a third state in answer to the crisis.",
  }),
} as const;

export const nonStates = {
  "non-state-attack": act({
    class: "non-state",
    label: "Attack by a non-state group",
    definition: "An armed group that is no state attacks people or places of a party, or takes hostages.",
    by: ["non-state", "unknown"],
    cameo: "180",
    goldstein: -9,
    plover: plover("ASSAULT", null, -9),
  }),
  "counter-terror-operation": act({
    class: "non-state",
    label: "Operation against a non-state group",
    definition: "A party uses force against an armed group and not against the other party.",
    cameo: "190",
    goldstein: -10,
    plover: plover("ASSAULT", null, -9),
  }),
  "storm-mission": act({
    class: "non-state",
    label: "Storming of a mission",
    definition: "A crowd or group breaks into or attacks a party's diplomatic premises.",
    by: ["non-state", "unknown"],
    fields: { mission: "mission?" },
    engages: "Vienna Convention Art. 22",
  }),
  incident: act({
    class: "non-state",
    label: "Incident without a known author",
    definition:
      "An explosion, a shot or a wreck of which it is not established who caused it; claims say who is accused.",
    by: ["unknown", "non-state", "party", "both", "third"],
  }),
  "claim-responsibility": act({
    class: "non-state",
    label: "Claim of responsibility",
    definition: "A non-state group says that it carried out an attack.",
    by: ["non-state"],
    cameo: "010",
    goldstein: 0,
  }),
} as const;

export const clocks = {
  "commitment-kept": act({
    class: "clock",
    label: "Commitment kept",
    definition: "What was agreed has been carried out, in time or late.",
    by: ["clock"],
    fields: { commitment: "id", outstanding: "count", late: "late?" },
  }),
  "commitment-lapsed": act({
    class: "clock",
    label: "Commitment lapsed",
    definition: "The deadline of something agreed has passed and it was not carried out.",
    by: ["clock"],
    fields: { commitment: "id", outstanding: "count" },
  }),
  "terms-suspended": act({
    class: "clock",
    label: "Terms suspended",
    definition: "What an agreement leaves to be done is not owed while a party has suspended it.",
    by: ["clock"],
    fields: { agreement: "id", outstanding: "count" },
  }),
  "terms-resumed": act({
    class: "clock",
    label: "Terms resumed",
    definition: "What an agreement leaves to be done is owed again.",
    by: ["clock"],
    fields: { agreement: "id", outstanding: "count" },
  }),
  "measure-ended": act({
    class: "clock",
    label: "Measure ended",
    definition:
      "What stood has ended without an act of its own: its last day has passed, an agreement ended the war, or relations are severed and no staff is left to cap.",
    by: ["clock"],
    fields: { of: "id" },
  }),
  "deadline-passed": act({
    class: "clock",
    label: "Deadline passed",
    definition: "The deadline of an ultimatum, an expulsion or a cap has passed.",
    by: ["clock"],
    fields: { of: "id" },
  }),
  "crisis-faded": act({
    class: "clock",
    label: "Crisis faded",
    definition: "The quiet period has passed without a hostile act and the crisis ends by itself.",
    by: ["clock"],
    requires: ["crisis-open", "no-terms-pending"],
  }),
} as const;
