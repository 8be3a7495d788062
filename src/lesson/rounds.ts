/** Rounds: a lesson cut after each of its bets. What comes after a bet is not shown before the bet is revealed. */
import type { LessonBlock, LessonFile, Predict, Section } from "./lesson.ts";

/** Blocks of one section that belong to one round. */
export interface Stretch {
  /** None for what stands before the first section. */
  readonly section?: Section;
  /** Whether the section begins here; otherwise it goes on after a bet in it. */
  readonly begins: boolean;
  readonly blocks: readonly LessonBlock[];
}

/** What is open at once. */
export type Round = readonly Stretch[];

/** The rounds of a lesson: each but the last ends with a bet. */
export function roundsOf({ opening, sections }: LessonFile): readonly Round[] {
  const whole: readonly Stretch[] = [
    { begins: true, blocks: opening },
    ...sections.map((section) => ({ section, begins: true, blocks: section.blocks })),
  ];
  const rounds: Stretch[][] = [[]];
  for (const stretch of whole) {
    cut(stretch.blocks).forEach((blocks, k, all) => {
      if (k > 0) rounds.push([]);
      const isRest = k > 0 && k === all.length - 1;
      if (!isRest || blocks.length > 0) rounds.at(-1)?.push({ ...stretch, begins: k === 0, blocks });
    });
  }
  return rounds.at(-1)?.length === 0 ? rounds.slice(0, -1) : rounds;
}

/** The bet that a round follows; none for the first. */
export function betBefore(rounds: readonly Round[], index: number): Predict | undefined {
  const last = rounds[index - 1]?.at(-1)?.blocks.at(-1);
  return last?.kind === "predict" ? last : undefined;
}

/** Blocks cut after each bet; what follows the last one, if nothing does, is empty. */
function cut(blocks: readonly LessonBlock[]): readonly (readonly LessonBlock[])[] {
  const parts: LessonBlock[][] = [[]];
  for (const block of blocks) {
    parts.at(-1)?.push(block);
    if (block.kind === "predict") parts.push([]);
  }
  return parts;
}
