/** The picture of the README: the record of the flagship. */
import { readFileSync } from "node:fs";
import { crisisOf } from "../../src/crisis/index.ts";
import { recordPicture } from "../../src/pictures/index.ts";
import { readScenario } from "../../src/scenario/index.ts";

/** The picture as SVG: light or dark as the page around it. */
export function flagshipPicture(): string {
  const file = "scenarios/iran-pakistan-2024.yaml";
  const { scenario } = readScenario(readFileSync(file, "utf8"), { file });
  if (scenario === undefined) throw new Error(`${file} can't be read.`);
  return `${recordPicture(crisisOf(scenario), { theme: "auto", width: 1100 }).svg}\n`;
}
