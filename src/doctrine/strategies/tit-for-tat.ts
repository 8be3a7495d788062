/** Tit for tat and its kin: strategies of the repeated prisoner's dilemma, played on the ladder. */
import { numberAt } from "../../problem/index.ts";
import type { Level } from "../ladder.ts";
import { common, SHARE, type Strategy } from "./strategy.ts";

export const titForTat: Strategy = {
  id: "tit-for-tat",
  title: "Tit for tat",
  source: "Rapoport, in Axelrod, The Evolution of Cooperation, 1984",
  definition: "Never begins. Answers what it receives with the same: hostility on its level, conciliation with it.",
  parameters: common,
  memory: 0,
  react: (_memory, _settings, level) => level,
};

export const titForTwoTats: Strategy = {
  id: "tit-for-two-tats",
  title: "Tit for two tats",
  source: "Axelrod, The Evolution of Cooperation, 1984, ch. 2",
  definition: "Lets one hostile act pass. Answers the second in a row on its level, and conciliation with it.",
  parameters: common,
  memory: 1,
  react: (memory, _settings, level) => {
    memory[0] = level > 0 ? numberAt(memory, 0) + 1 : level < 0 ? 0 : numberAt(memory, 0);
    return level > 0 && memory[0] < 2 ? 0 : level;
  },
};

export const generous: Strategy = {
  id: "generous-tit-for-tat",
  title: "Generous tit for tat",
  source:
    "Molander, The optimal level of generosity, Journal of Conflict Resolution 29, 1985; Nowak and Sigmund, Tit for tat in heterogeneous populations, Nature 355, 1992",
  definition: "Tit for tat that leaves a hostile act unanswered with a certain chance, its generosity.",
  parameters: {
    ...common,
    generosity: {
      value: 1 / 3,
      range: [0, 1],
      limits: SHARE,
      meaning: "the chance that a hostile act is forgiven",
      basis: "Nowak and Sigmund 1992: one third, for the usual payoffs 5, 3, 1, 0.",
    },
  },
  memory: 0,
  react: (_memory, { generosity = 0 }, level, share) => (level > 0 && share < generosity ? 0 : level),
};

/** Memory: 0 whether its own standing is bad, 1 whether the other's is. */
export const contrite: Strategy = {
  id: "contrite-tit-for-tat",
  title: "Contrite tit for tat",
  source:
    "Sugden, The Economics of Rights, Co-operation and Welfare, 1986; Boyd, Mistakes allow evolutionary stability, Journal of Theoretical Biology 136, 1989; Wu and Axelrod, How to cope with noise, Journal of Conflict Resolution 39, 1995",
  definition:
    "Tit for tat with standing. Who is hostile to one in good standing loses its own; who conciliates regains it. In bad standing it accepts the answer as deserved and conciliates instead of answering.",
  parameters: common,
  memory: 2,
  react: (memory, _settings, level) => {
    const deserved = memory[0] === 1;
    if (level > 0) {
      if (deserved) return -1;
      memory[1] = 1;
      return level;
    }
    if (level < 0) memory[1] = 0;
    return level;
  },
  own: (memory, _settings, level) => {
    if (level > 0 && memory[1] !== 1) memory[0] = 1;
    if (level < 0) memory[0] = 0;
  },
};

/** Memory: whether the other was ever hostile. */
export const grim: Strategy = {
  id: "grim",
  title: "Grim trigger",
  source: "Friedman, A non-cooperative equilibrium for supergames, Review of Economic Studies 38, 1971",
  definition:
    "Conciliates until the other is hostile once, and never after: it answers hostility on its level, and conciliation with a protest.",
  parameters: common,
  memory: 1,
  react: (memory, _settings, level) => {
    if (level > 0) memory[0] = 1;
    return level < 0 && memory[0] === 1 ? 1 : level;
  },
};

/** Memory: 0 whether its last move was hostile, 1 on which level. */
export const winStayLoseShift: Strategy = {
  id: "win-stay-lose-shift",
  title: "Win-stay, lose-shift",
  source:
    "Kraines and Kraines, Pavlov and the prisoner's dilemma, Theory and Decision 26, 1989; Nowak and Sigmund, Nature 364, 1993",
  definition:
    "Keeps to its last move when the other conciliates, and changes it when the other is hostile: from conciliation to hostility on the level received, from hostility to conciliation.",
  parameters: common,
  memory: 2,
  react: (memory, _settings, level) => {
    const hostile = memory[0] === 1;
    if (level > 0) return hostile ? -1 : level;
    if (level < 0) return hostile ? (numberAt(memory, 1) as Level) : level;
    return 0;
  },
  own: (memory, _settings, level) => {
    if (level === 0) return;
    memory[0] = level > 0 ? 1 : 0;
    memory[1] = Math.max(level, 0);
  },
};
