/** Replay: a history shown in time. */
export { type Pace, parsePace, type Rhythm, waiting } from "./pace.ts";
export { createPlayer, type Frame, type Player, type PlayerOptions, type Target } from "./player.ts";
