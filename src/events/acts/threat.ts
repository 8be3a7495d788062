/** Threats and displays: what is announced or shown, but not yet used. */
import { act, plover } from "../act.ts";

export const threats = {
  warn: act({
    class: "threat",
    label: "Warning",
    definition: "A party says that a future wrong would be answered, without threatening a particular act.",
    cameo: "130",
    goldstein: -4.4,
    plover: plover("THREATEN", null, null),
  }),
  "threaten-relations": act({
    class: "threat",
    label: "Threat to relations",
    definition: "A party threatens to reduce or break relations.",
    cameo: "1313",
    goldstein: -5.8,
    plover: plover("THREATEN", "relations", -3.5),
  }),
  "threaten-force": act({
    class: "threat",
    label: "Threat of force",
    definition: "A party threatens the other with military force.",
    cameo: "138",
    goldstein: -7,
    plover: plover("THREATEN", "violence", -3.5),
    mid: 1,
    engages: "UN Charter Art. 2(4)",
  }),
  // No MID action: MID counts a threat only where force is threatened, which is then threaten-force. The posture counts it
  // as a threat nevertheless: Hague Convention III calls it a conditional declaration of war.
  "issue-ultimatum": act({
    class: "threat",
    label: "Ultimatum",
    definition: "A party demands something until a deadline and names or implies a consequence.",
    fields: { deadline: "date", demand: "text?" },
    article: "Hague Convention III 1907 Art. 1",
    cameo: "139",
    goldstein: -7,
    plover: plover("THREATEN", "relations", -3.5),
  }),
} as const;

export const displays = {
  "raise-alert": act({
    class: "display",
    label: "Military alert",
    definition: "A party raises the readiness of its forces.",
    cameo: "152",
    goldstein: -7.2,
    plover: plover("MOBILIZE", "weapons", -6.5),
    mid: 8,
  }),
  "show-force": act({
    class: "display",
    label: "Show of force",
    definition: "A party demonstrates military power by an exercise, a test or a patrol meant to be seen.",
    cameo: "150",
    goldstein: -7.2,
    plover: plover("MOBILIZE", null, -5.5),
    mid: 7,
  }),
  mobilize: act({
    class: "display",
    label: "Mobilisation",
    definition: "A party calls up or moves forces towards the other.",
    cameo: "154",
    goldstein: -7.2,
    plover: plover("MOBILIZE", "troops", -6.5),
    mid: 10,
    begins: "readiness",
  }),
  "fortify-border": act({
    class: "display",
    label: "Fortification of a border",
    definition: "A party strengthens positions on the common border.",
    cameo: "154",
    goldstein: -7.2,
    plover: plover("MOBILIZE", "troops", -6.5),
    mid: 11,
    begins: "readiness",
  }),
  "violate-border": act({
    class: "display",
    label: "Border or airspace violation",
    definition: "Forces of a party enter the other's land, waters or airspace without using force.",
    plover: plover("MOBILIZE", "troops", -6.5),
    mid: 12,
    engages: "UN Charter Art. 2(4)",
  }),
} as const;
