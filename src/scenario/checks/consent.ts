/** Consent: an act that needs both parties happens when both propose it, so both doctrines must. */
import type { Doctrine, Rule } from "../../doctrine/index.ts";
import { needsConsent } from "../../events/index.ts";
import type { UnplacedProblem } from "../diagnostic.ts";
import type { PartyPattern } from "../schema/pattern.ts";
import type { Parts } from "./parts.ts";

/**
 * Rules of a party whose act waits for a consent that no rule of the other party ever gives. A party without rules may be
 * somebody's to play, so nothing is said of it.
 */
export function consents({ parties, doctrines }: Parts): readonly UnplacedProblem[] {
  const codes = Object.keys(parties ?? {});
  return codes.flatMap((code) => {
    const rules = rulesOf(doctrines?.[code]);
    const other = codes.find((one) => one !== code) ?? "";
    if (rulesOf(doctrines?.[other]).length === 0) return [];
    const joined = new Set<string>(rulesOf(doctrines?.[other]).map((rule) => rule.with));
    return rules.flatMap(({ with: act }, k): readonly UnplacedProblem[] => {
      if (!needsConsent(act) || joined.has(act)) return [];
      return [
        {
          code: "consent-of-nobody",
          severity: "warning",
          path: ["doctrines", code, k, "with"],
          message: `${code} proposes ${act}, which needs both parties, and no rule of ${other} proposes it.`,
          expected: `a rule of ${other} with: ${act}`,
        },
      ];
    });
  });
}

function rulesOf(doctrine: Doctrine<PartyPattern> | undefined): readonly Rule<PartyPattern>[] {
  return doctrine?.kind === "rules" ? doctrine.rules : [];
}
