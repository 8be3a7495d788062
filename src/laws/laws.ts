/** The list of all laws, in the order in which they are shown. */
import { frozen } from "../problem/index.ts";
import { agreementLaws } from "./kinds/agreement.ts";
import { branchLaws } from "./kinds/branch.ts";
import { chartLaws } from "./kinds/chart.ts";
import { dossierLaws } from "./kinds/dossier.ts";
import { endingLaws } from "./kinds/ending.ts";
import { foldingLaws } from "./kinds/folding.ts";
import { formLaws } from "./kinds/forms.ts";
import { futureLaws, moveLaws } from "./kinds/future.ts";
import { missionLaws } from "./kinds/mission.ts";
import { situationLaws } from "./kinds/situation.ts";
import { measureLaws } from "./kinds/standing-measures.ts";
import { courseLaws } from "./kinds/step.ts";
import { symmetryLaws } from "./kinds/symmetry.ts";
import { webLaws } from "./kinds/web.ts";
import type { Law, LawKind } from "./law.ts";

function ofKind<Kind extends LawKind, L extends object>(of: Kind, list: readonly L[]): readonly ({ of: Kind } & L)[] {
  return list.map((law) => ({ of, ...law }));
}

/** Every law of the system. */
export const laws: readonly Law[] = [
  ...ofKind("situation", situationLaws),
  ...ofKind("step", [...courseLaws, ...agreementLaws, ...endingLaws, ...missionLaws]),
  ...ofKind("chart", chartLaws),
  ...ofKind("history", [...foldingLaws, ...webLaws, ...dossierLaws, ...measureLaws]),
  ...ofKind("history", [...symmetryLaws, ...formLaws, ...moveLaws]),
  ...ofKind("branch", branchLaws),
  ...ofKind("future", futureLaws),
];
frozen(laws);

/**
 * The law of a name.
 *
 * @throws RangeError when there is no such law
 */
export function lawOf(name: string): Law {
  const found = laws.find((law) => law.name === name);
  if (found === undefined) throw new RangeError(`There is no law called ${name}.`);
  return found;
}
