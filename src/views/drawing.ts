/** Drawings as data: a timeline by stretches of the course, and the tree of what-ifs. Mermaid draws them. */
import { actOf } from "../events/index.ts";
import { type History, type Step, stepsUntil } from "../history/index.ts";
import type { BranchesFigure, Commit, FigureEvent, TimelineFigure } from "../render/index.ts";
import type { EvaluatedWhatIf } from "../scenario/index.ts";
import { dayText, momentText, type ReplayView } from "./replay-view.ts";
import { stretchesOf } from "./ribbon.ts";
import { whoText } from "./words.ts";

/** A timeline: a stretch for each of the course, with its events. */
export function timelineFigure({ scenario, history, until }: ReplayView): TimelineFigure {
  const stretches = stretchesOf(history, scenario.window.from, until);
  const steps = history.steps.slice(0, stepsUntil(history, until));
  let next = 0;
  return {
    title: scenario.title,
    stretches: stretches.map(({ course, from }, k) => {
      const first = next;
      const to = stretches[k + 1]?.from ?? Number.POSITIVE_INFINITY;
      while ((steps[next]?.minute ?? to) < to) next += 1;
      return { caption: `${course} from ${momentText(from)}`, events: steps.slice(first, next).map(eventOf) };
    }),
  };
}

function eventOf({ event }: Step): FigureEvent {
  return { day: event.at.slice(0, 10), what: actOf(event.act).label, who: whoText(event) };
}

/** The record and its what-ifs, each from where it parts. What is marked is void. */
export function branchesFigure(record: History, all: readonly EvaluatedWhatIf[]): BranchesFigure {
  return {
    trunk: [{ text: "opening", marked: false }, ...record.steps.map((step) => commitOf(step, ""))],
    branches: all.map(({ name, branch, history }, k) => {
      const after = branch.shared.steps;
      const commits = history.steps.slice(after).map((step) => commitOf(step, ` in ${name}`));
      const none = [{ text: `end of ${name}`, marked: false }];
      return { name: `${k + 1} ${name}`, after, commits: commits.length === 0 ? none : commits };
    }),
  };
}

function commitOf({ event, minute, verdict }: Step, where: string): Commit {
  const text = `${dayText(minute)} ${actOf(event.act).label} (${event.id})${where}`;
  return { text, marked: verdict === "void" };
}
