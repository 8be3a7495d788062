/** Play: one party is somebody's, the rest act by their doctrines, and everything can be taken back and kept. */

export { type Choice, choicesOf, judgedFor, playable } from "./choices.ts";
export { consentActs, type Joint, jointAct, type Proposal } from "./consent.ts";
export { type Course, type CourseEntry, courseOf, historyAt, type Turn } from "./course.ts";
export { type Departure, type Game, gameOf, type Seat } from "./game.ts";
export { type KeptGame, keptGame } from "./kept-game.ts";
export { aimsOf } from "./move.ts";
export {
  act,
  back,
  forkLine,
  goTo,
  lineOf,
  MAIN,
  type PlayLine,
  type Position,
  positionOf,
  type Session,
  sessionOf,
  switchTo,
  type Tried,
  wait,
} from "./session.ts";
export { type GameTable, heard, type Moved, move, tableOf, waited } from "./table.ts";
