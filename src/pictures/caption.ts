/** The caption of a saved picture: what it shows, what made it from which text, and how to cite that. */
import type { ReplayView } from "../views/index.ts";
import { english, type Words } from "./words/index.ts";

/** What a work cites; CITATION.cff says the same. */
const CITED = "Démarche: an event-sourced simulator of diplomatic relations";

/** What a picture was made from. */
export interface Origin {
  readonly told: Pick<ReplayView, "scenario" | "history">;
  /** The day or minute whose knowledge it shows. */
  readonly moment: string;
  /** The SHA-256 hash of the scenario's text. */
  readonly hash: string;
}

/**
 * The caption of a picture.
 *
 * @param version of the package
 * @param origin undefined for the chart alone, which comes with the package
 */
export function captionOf(version: string, origin?: Origin, { report }: Words = english): string {
  const cite = report.along.cite(CITED, version);
  if (origin === undefined) return cite;
  const { told: crisis, moment, hash } = origin;
  const { title, name, sources } = crisis.scenario;
  const counted = report.counted(crisis.history.steps.length, Object.keys(sources).length);
  const facts = `${report.known(moment)}, ${counted}`;
  return `${title} (${name}): ${facts}. ${report.made(version, hash)} ${cite}`;
}
