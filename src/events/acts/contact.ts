/** Contacts: the parties meet or speak, which opens channels but concedes nothing. */
import { act, plover } from "../act.ts";

export const contacts = {
  "consult-by-phone": act({
    class: "contact",
    label: "Telephone call",
    definition: "Officials of the parties speak by telephone or over a hotline.",
    fields: { place: "text?", on: "date?" },
    cameo: "041",
    goldstein: 1,
    plover: plover("CONSULT", "phone", 1.5),
  }),
  meet: act({
    class: "contact",
    label: "Meeting",
    definition: "Officials of the parties meet at a third place or in the margins of another event.",
    fields: { place: "text?", on: "date?" },
    cameo: "044",
    goldstein: 2.5,
    plover: plover("CONSULT", "third-party", 1),
  }),
  visit: act({
    class: "contact",
    label: "Visit",
    definition: "An official of one party visits the other.",
    fields: { place: "text?", on: "date?" },
    cameo: "042",
    goldstein: 1.9,
    plover: plover("CONSULT", "visit", 4),
  }),
  invite: act({
    class: "contact",
    label: "Invitation",
    definition: "A party invites an official of the other to visit.",
    fields: { place: "text?", on: "date?" },
    cameo: "036",
    goldstein: 4,
    plover: plover("AGREE", null, 2.5),
  }),
} as const;
