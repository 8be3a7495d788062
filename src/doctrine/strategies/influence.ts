/** Strategies of influence between states: Leng's, GRIT, proportional answers, restraint. */
import { numberAt } from "../../problem/index.ts";
import type { Level } from "../ladder.ts";
import { answering, ceiling, common, period, type Strategy } from "./strategy.ts";

export const proportional: Strategy = {
  id: "proportional",
  title: "Proportional answer",
  source: "Richardson, Arms and Insecurity, 1960, for the coefficient; the law's proportionality is another thing",
  definition: "Answers hostility with kappa times its level, between whole levels by chance; conciliation with it.",
  parameters: {
    ...common,
    kappa: {
      value: 1,
      range: [0.5, 1.5],
      limits: [0, 5],
      meaning: "how many levels it answers for each level received",
      basis: "Militarized Interstate Events 1.0: a reply mostly matches the level received.",
    },
    ceiling,
  },
  memory: 0,
  react: (_memory, { kappa = 1, ceiling: highest = 4 }, level, share) => {
    if (level <= 0) return level;
    return Math.min(highest, Math.floor(kappa * level + share)) as Level;
  },
};

/** Memory: 0 the highest level that it has played, 1 whether the other has given in, 2 presses without an answer. */
export const bullying: Strategy = {
  id: "bullying",
  title: "Bullying",
  source: "Leng, Interstate Crisis Behavior 1816-1980: Realism versus Reciprocity, 1993, ch. 4",
  definition:
    "Presses ever harder until the other gives in: each refusal, answer or silence brings the level after the one that it played last, or the other's if that is higher. When the other conciliates it stops pressing, and gives nothing. Where nothing at all comes it tires.",
  parameters: {
    ...common,
    period: period(7),
    ceiling: { ...ceiling, value: 5 },
    patience: {
      value: 3,
      range: [1, 10],
      limits: [0, 1000],
      meaning: "how many times it presses without an answer",
      basis:
        "Militarized Interstate Events 1.0, after 1945: of the events of one side in a row between two states alone, nine rows in ten have at most 3. Leng names no number.",
    },
  },
  memory: 3,
  react: (memory, { ceiling: highest = 5 }, level) => {
    if (level !== 0) {
      memory[1] = level < 0 ? 1 : 0;
      memory[2] = 0;
    }
    return level <= 0 ? 0 : (Math.min(highest, Math.max(level, numberAt(memory, 0) + 1)) as Level);
  },
  own: (memory, _settings, level) => {
    memory[0] = Math.max(numberAt(memory, 0), level);
  },
  tick: (memory, { ceiling: highest = 5, patience = 3 }) => {
    if (memory[1] === 1 || memory[0] === 0 || numberAt(memory, 2) >= patience) return 0;
    memory[2] = numberAt(memory, 2) + 1;
    return Math.min(highest, numberAt(memory, 0) + 1) as Level;
  },
};

/** Memory: whether hostility was the last thing received and no step of its own has followed it. */
export const reciprocating: Strategy = {
  id: "reciprocating",
  title: "Reciprocating",
  source:
    "Leng and Wheeler, Influence strategies, success, and war, Journal of Conflict Resolution 23, 1979; Leng 1993",
  definition:
    "Firm but flexible. Answers hostility and conciliation with the same, and after hostility takes one step of conciliation unasked.",
  parameters: { ...common, period: period(14) },
  memory: 1,
  react: (memory, _settings, level) => {
    if (level !== 0) memory[0] = level > 0 ? 1 : 0;
    return level;
  },
  tick: (memory) => {
    if (memory[0] !== 1) return 0;
    memory[0] = 0;
    return -1;
  },
};

export const stonewalling: Strategy = {
  id: "stonewalling",
  title: "Stonewalling",
  source: "Leng, Interstate Crisis Behavior 1816-1980: Realism versus Reciprocity, 1993, ch. 4",
  definition: "Refuses. Protests against every hostile act, answers no conciliation, makes no threat.",
  parameters: answering,
  memory: 0,
  react: (_memory, _settings, level) => (level > 0 ? 1 : 0),
};

/** Memory: 0 steps without answer, 1 whether an exploitation was answered since the last step, 2 whether in a crisis. */
export const grit: Strategy = {
  id: "grit",
  title: "GRIT: graduated and reciprocated initiatives in tension reduction",
  source:
    "Osgood, An Alternative to War or Surrender, 1962; Lindskold, Trust development, the GRIT proposal, and the effects of conciliatory acts, Psychological Bulletin 85, 1978",
  definition:
    "Takes announced steps of conciliation by its own calendar, for a while even unanswered. Answers exploitation once, on its level, and goes on; answers a step of the other with one at least as large.",
  parameters: {
    ...common,
    period: period(7),
    patience: {
      value: 3,
      range: [1, 10],
      limits: [0, 1000],
      meaning: "how many steps it takes without an answer",
      basis: "The authors' judgement; Osgood asks for persistence and names no number.",
    },
  },
  memory: 3,
  react: (memory, _settings, level) => {
    if (level < 0) {
      memory[0] = 0;
      return -2;
    }
    if (level === 0) return 0;
    memory[2] = 1;
    if (memory[1] === 1) return 0;
    memory[1] = 1;
    return level;
  },
  own: (memory, _settings, level) => {
    if (level > 0) memory[2] = 1;
  },
  tick: (memory, { patience = 3 }) => {
    if (memory[2] !== 1 || numberAt(memory, 0) >= patience) return 0;
    memory[0] = numberAt(memory, 0) + 1;
    memory[1] = 0;
    return -1;
  },
};

export const restraint: Strategy = {
  id: "restraint",
  title: "Restraint",
  source: "Practice rather than theory: a state that is struck protests and leaves it at that (Qatar 2017, India 2008)",
  definition: "Protests against hostility, never threatens or strikes, and answers conciliation with it.",
  parameters: answering,
  memory: 0,
  react: (_memory, _settings, level) => (level > 0 ? 1 : level),
};
