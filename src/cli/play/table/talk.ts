/** The conversation at a table: from a typed line to a reply and what to append. Pure; the caller writes to the journal. */

import { parseDuration } from "../../../events/index.ts";

import type { JournalEntry } from "../../../journal/index.ts";
import * as play from "../../../play/index.ts";
import { didYouMean, nearest, visibleLine } from "../../../problem/index.ts";
import { type Block, line, section, span, terminal, wrap } from "../../../render/index.ts";
import type { Diagnostic } from "../../../scenario/index.ts";
import {
  choicesBlock,
  happenedBlock,
  momentText,
  openingBlock,
  proposalLines,
  separateBlocks,
  situationTable,
  standingLines,
} from "../../../views/index.ts";
import { answerQuestion, type PendingAct, questionFor, readAct } from "../act-input.ts";
import { notDoneText, voidBlock } from "../refusals.ts";

export interface TableTalk {
  readonly table: play.GameTable;
  readonly columns: number;
  /** An act that waits for its fields. */
  readonly asked?: PendingAct;
  /** An act that came too late, since the other player was faster: the player is asked whether to do it anyway. */
  readonly late?: PendingAct;
}

/** The reply to a line. */
export interface TableReply {
  readonly talk: TableTalk;
  readonly block: Block;
  /** What to append, and for which act. */
  readonly append?: { readonly entries: readonly JournalEntry[]; readonly meant: PendingAct };
  readonly leave?: boolean;
}

/** The prompt at a table. */
export function promptOf({ table, asked, late }: TableTalk): string {
  if (late !== undefined) return `${late.act} all the same? (yes, or another act)> `;
  const field = asked?.missing[0];
  if (field !== undefined) return `${field} (${questionFor(field)})> `;
  return `${table.player} ${momentText(table.minute, "minute")}> `;
}

export function introBlock(talk: TableTalk, name: string): Block {
  const { table, columns } = talk;
  const { scenario, player, other } = table;
  const paragraph = (text: string): Block => wrap(line(text), columns, 2);
  return separateBlocks(
    [
      line(span(scenario.title, "title")),
      ...paragraph(`You decide for ${player}, someone else for ${other}, both in ${name}. No one acts by a doctrine.`),
      ...paragraph("What is played is recorded there as played: nothing of it happened, and it is no forecast."),
    ],
    openingBlock(table, columns),
    standBlock(table, columns),
    paragraph("Say an act, .acts for those that are valid, .wait 2d to let time pass, or .help."),
  );
}

/** What others did since, and where it stands now. */
export function heardBlock(before: play.GameTable, after: play.GameTable, columns: number): Block {
  const known = new Set(before.history.steps.map(({ event }) => event.id));
  const steps = after.history.steps.filter(({ event }) => !known.has(event.id));
  return separateBlocks(happenedBlock(after, steps, columns), standBlock(after, columns));
}

function standBlock({ history, proposals, player, over }: play.GameTable, columns: number): Block {
  const ending = over ? [line(span("The window is over: nothing more can be done.", "strong"))] : [];
  const { situation, dyad } = history;
  return [...standingLines(situation, dyad, columns), ...proposalLines(proposals, player, columns), ...ending];
}

/** After a conflict: what the others did, and the question whether to do the act anyway. */
export function tooLate(talk: TableTalk, before: play.GameTable, meant: PendingAct): TableReply {
  const { columns, table } = talk;
  const { asked: _, ...rest } = talk;
  const head = wrap(line(span("✗ ", "bad"), `${meant.act} was not done: ${table.other} was first.`), columns, 2);
  return { talk: { ...rest, late: meant }, block: [...head, ...heardBlock(before, table, columns)] };
}

/** Refuses an act after which the scenario could not be read. */
export function unreadable(talk: TableTalk, { act }: PendingAct, errors: readonly Diagnostic[]): TableReply {
  return refuse(talk, `${act}: nothing was done. ${errors.map(({ message }) => message).join(" ")}`);
}

/** Replies to a line. */
export function replyTo(talk: TableTalk, text: string): TableReply {
  const typed = text.trim();
  const { asked, late, ...rest } = talk;
  if (late !== undefined && /^(y|yes)$/i.test(typed)) return attemptAct(rest, late);
  if (late !== undefined && (typed === "" || /^(n|no)$/i.test(typed))) {
    return { talk: rest, block: [line(span(`${late.act} is not done.`, "faint"))] };
  }
  if (typed.startsWith(".")) return runDotCommand(rest, typed);
  if (typed === "") return { talk: rest, block: [] };
  const typist = { session: { game: talk.table }, position: { history: talk.table.history } };
  const read = asked === undefined ? readAct(typed, typist) : answerQuestion(asked, typed, typist);
  if ("problem" in read) return refuse(talk, read.problem);
  return read.missing.length > 0 ? { talk: { ...rest, asked: read }, block: [] } : attemptAct(rest, read);
}

function attemptAct(talk: TableTalk, meant: PendingAct): TableReply {
  const { table, columns } = talk;
  const moved = play.move(table, meant.act, meant.fields);
  switch (moved.kind) {
    case "act":
    case "proposal":
      return { talk, block: [], append: { entries: moved.entries, meant } };
    case "void":
      return { talk, block: voidBlock(meant.act, moved.reasons, columns) };

    default:
      return refuse(talk, notDoneText(meant.act, moved, table));
  }
}

function refuse(talk: TableTalk, text: string): TableReply {
  return { talk, block: wrap(line(span("✗ ", "bad"), text), talk.columns, 2) };
}

const dotCommands: Readonly<Record<string, readonly [args: string, does: string]>> = {
  ".acts": ["", "the acts that are valid now, and what each would change"],
  ".look": ["", "the situation, whole"],
  ".wait": ["TIME", "let so long pass before you act, such as 3d or 12h; the others see nothing of it"],
  ".log": ["", "what happened so far"],
  ".help": ["", "this list"],
  ".quit": ["", "leave; what was played stays in the journal"],
};

function runDotCommand(talk: TableTalk, text: string): TableReply {
  const { table, columns } = talk;
  const [word = "", arg = ""] = text.split(/\s+/);
  const reply = (block: Block): TableReply => ({ talk, block });
  switch (word) {
    case ".acts":
      return reply(
        choicesBlock(play.choicesOf(table, table), table.history.situation, table.other, table.scenario.dyad, columns),
      );
    case ".look":
      return reply(terminal([situationTable({ ...table, until: table.minute }, "")], columns));
    case ".log":
      return reply(happenedBlock(table, table.history.steps.slice(-30), columns));
    case ".wait":
      return waitFor(talk, arg);
    case ".help":
      return reply(
        section(
          "Beside acts, such as strike or expel-diplomats count=5:",
          Object.entries(dotCommands).map(([name, [args, does]]) =>
            line(span(`${name} ${args}`.padEnd(12), "strong"), does),
          ),
        ),
      );
    case ".quit":
      return { talk, block: [], leave: true };
    default:
      return refuse(
        talk,
        `There is no command ${visibleLine(word)}.${didYouMean(nearest(word, Object.keys(dotCommands)))} .help lists them.`,
      );
  }
}

function waitFor(talk: TableTalk, text: string): TableReply {
  const minutes = parseDuration(text);
  if (minutes === undefined || minutes < 1) {
    return refuse(talk, `.wait ${visibleLine(text)}: expected a length of time, such as 3d, 12h or 30min.`);
  }
  const table = play.waited(talk.table, minutes);
  return { talk: { ...talk, table }, block: heardBlock(talk.table, table, talk.columns) };
}
