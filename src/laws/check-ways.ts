/** How each kind of law is checked, and where: one text for the command, its JSON and the reference. */
import { frozen } from "../problem/index.ts";
import { isExhaustible } from "./check-exhaustive.ts";
import { isDrawable } from "./check-random.ts";
import type { Law } from "./law.ts";

/** The ways in which a law is checked. */
export type CheckingWay = "everywhere" | "at random" | "in scenarios";

/** What each way comes to. */
export const ways: Readonly<Record<CheckingWay, string>> = {
  everywhere: "in every situation that can be reached, and for every act by everyone in each",
  "at random": "against random cases; one that breaks it is made as small as can be",
  "in scenarios": "in the records and the what-ifs of all shipped scenarios",
};
frozen(ways);

/** The ways in which a law is checked. */
export function waysOf(law: Law): readonly CheckingWay[] {
  return [
    ...(isExhaustible(law) ? (["everywhere"] as const) : []),
    ...(isDrawable(law) ? (["at random"] as const) : []),
    ...(law.of === "chart" ? [] : (["in scenarios"] as const)),
  ];
}

/** The tests of this project in which a law is checked, by file and name; the last one sees it fail. */
export function testsOf(law: Law): readonly string[] {
  const [file, broken] = ["test/laws/laws.test.ts", "test/laws/broken.test.ts"];
  return [
    ...(isExhaustible(law) ? [`${file}: ${law.name} holds everywhere`] : []),
    ...(isDrawable(law) ? [`${file}: ${law.name} holds at random`] : []),
    `${broken}: ${law.name}, broken on purpose`,
  ];
}
