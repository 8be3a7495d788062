/** Sanctions: coercion without arms, beside the diplomatic ruptures. */
import { act, plover } from "../act.ts";

const discontinued = plover("SANCTION", "discontinue", -6);

export const sanctions = {
  "reduce-relations": act({
    class: "sanction",
    label: "Reduction of relations",
    definition: "A party suspends visas, flights, trade or co-operation in general with the other.",
    cameo: "160",
    goldstein: -4,
    plover: discontinued,
  }),
  "impose-sanctions": act({
    class: "sanction",
    label: "Sanctions",
    definition: "A party imposes an embargo, a boycott, a punitive duty or listings on the other.",
    cameo: "163",
    goldstein: -8,
    plover: discontinued,
  }),
  "close-border": act({
    class: "sanction",
    label: "Closing of a border",
    definition: "A party closes its own land or sea border to the other's people or goods.",
    cameo: "160",
    goldstein: -4,
    plover: discontinued,
  }),
  "close-airspace": act({
    class: "sanction",
    label: "Closing of airspace",
    definition: "A party closes its own airspace to the other's aircraft.",
    cameo: "160",
    goldstein: -4,
    plover: discontinued,
    article: "Chicago Convention Art. 9",
  }),
  "suspend-treaty": act({
    class: "sanction",
    label: "Suspension of a treaty",
    definition: "A party declares a treaty with the other suspended or in abeyance.",
    cameo: "160",
    goldstein: -4,
    plover: discontinued,
    article: "Vienna Convention on the Law of Treaties Art. 57, 60",
  }),
  "cyber-attack": act({
    class: "sanction",
    label: "Cyber attack",
    definition: "An actor breaks into or disables the other's computer systems.",
    by: ["party", "both", "third", "non-state"],
    plover: plover("COERCE", "cyber", -7),
  }),
} as const;
