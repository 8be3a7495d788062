/** Claims under an event: who says what about it, both sides of what is disputed. */
import { claimsIn, type Dispute, disputesIn, type FiledClaim, figures } from "../dossier/index.ts";
import type { Claim, DiplomaticEvent } from "../events/index.ts";
import { type Block, type Line, line, type Span, span } from "../render/index.ts";

/** A line for each subject: `≠ target: IRN says …; PAK says …`. */
export function claimNotes(event: DiplomaticEvent): Block {
  const claims = claimsIn(event);
  const disputed = new Set(disputesIn(claims).map(({ about }) => about));
  return [...Map.groupBy(claims, ({ about }) => about)].map(([about, group]) =>
    subjectLine(about, group, disputed.has(about)),
  );
}

/** The sides of a dispute, a line each. */
export function sideLines({ claims }: Dispute): Block {
  return [...Map.groupBy(claims, ({ by }) => by)].map(([by, actorClaims]) => line(...side(by, actorClaims)));
}

/** What a claim says: its words, figures and the group that it names. */
export function claimText(claim: Claim): string {
  const { says, of, group, "of-whom": part, "instead-of": replacedActor } = claim;
  const counts = figures.flatMap((figure) => {
    const value = claim[figure];
    return value === undefined ? [] : [`${rangeText(value)} ${figure}`];
  });
  const who = part === undefined ? of : `of whom ${part}`;
  const countText = counts.join(", ") + (who === undefined ? "" : ` (${who})`);
  const instead = replacedActor === undefined ? "" : ` (instead of what was said of ${replacedActor})`;
  const groupText = group === undefined ? "" : ` [${group}]`;
  return [says ?? "", countText.trim()].filter((text) => text !== "").join(": ") + groupText + instead;
}

/** A number, or `4 to 7`. */
export function rangeText(value: number | readonly [number, number]): string {
  if (typeof value === "number") return String(value);
  const [low, high] = value;
  return low === high ? String(low) : `${low} to ${high}`;
}

function subjectLine(about: string, claims: readonly FiledClaim[], disputed: boolean): Line {
  const sign = disputed ? span("≠ ", "warn") : "  ";
  const sides = [...Map.groupBy(claims, ({ by }) => by)].flatMap(([by, actorClaims], k) => [
    k === 0 ? "" : "; ",
    ...side(by, actorClaims),
  ]);
  return line(sign, span(`${about} — `, disputed ? "warn" : "faint"), ...sides);
}

function side(by: string, claims: readonly FiledClaim[]): readonly (string | Span)[] {
  return [span(by, "strong"), `: ${claims.map(claimText).join(", ")}`];
}
