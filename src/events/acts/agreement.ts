/** Agreements: what only both parties together can do. */
import { act, plover } from "../act.ts";

const FORM = { form: "text?", place: "text?" } as const;

export const agreements = {
  agree: act({
    class: "agreement",
    label: "Agreement on terms",
    definition: "Both parties agree on things that are still to be carried out.",
    requires: ["mutual-consent"],
    fields: { terms: "terms", kind: "agreement-kind?", ...FORM },
    cameo: "057",
    goldstein: 8,
    plover: plover("SUPPORT", null, 5),
  }),
  "sign-agreement": act({
    class: "agreement",
    label: "Signing of an agreement",
    definition: "Both parties sign a formal agreement or treaty that leaves nothing dated to be carried out.",
    requires: ["mutual-consent"],
    fields: FORM,
    cameo: "057",
    goldstein: 8,
    plover: plover("SUPPORT", null, 5),
  }),
  "restore-relations": act({
    class: "agreement",
    label: "Restoration of relations",
    definition: "Both parties establish diplomatic relations again after a severance; embassies reopen later.",
    requires: ["mutual-consent", "relations-severed"],
    fields: { terms: "terms?", ...FORM },
    cameo: "054",
    goldstein: 6,
    plover: plover("SUPPORT", null, 5),
    article: "Vienna Convention Art. 2",
  }),
} as const;
