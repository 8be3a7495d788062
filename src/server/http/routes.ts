/** Routes: what each path of the server answers. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Journal } from "../../journal/index.ts";
import { regionNames } from "../../machine/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { lineState } from "../../scenario/index.ts";
import { mainRelationText, regionName, sentence, situationData, stateText } from "../../views/index.ts";
import { answer } from "./answer.ts";
import { appendFor } from "./append.ts";
import { admit } from "./guard.ts";
import { resumeQuery, sendLive } from "./live.ts";
import { sendPage } from "./page.ts";
import { linePicture, widthIn } from "./picture.ts";
import { LIVE, LOOKING_BACK, queryIn, refuseParameters } from "./query.ts";
import { sendRecords, sendText } from "./records.ts";
import { readAppend } from "./request.ts";
import type { Access, ServingLimits } from "./serve-options.ts";

interface RoutedRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
}

type Route = Readonly<Record<string, (asked: RoutedRequest) => Promise<void> | void>>;
type LineAnswer = (stream: string) => Promise<object>;

export function requestHandler(
  journal: Journal,
  access: Access,
  limits: ServingLimits,
  stopped: AbortSignal,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const routes = routesOf(journal, limits, stopped);
  return async (request, response) => {
    const [, path = "", rest = ""] = /^([^?#]*)\??([^#]*)/.exec(request.url ?? "") ?? [];
    const query = new URLSearchParams(rest);
    admit(request, query, access);
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route === undefined) {
      throw new Problem("unknown-path", `There is nothing here. Paths: ${Object.keys(routes).join(", ")}.`);
    }
    const method = request.method ?? "";
    const carryOut = Object.hasOwn(route, method) ? route[method] : undefined;
    if (carryOut === undefined) {
      const allowed = Object.keys(route).join(", ");
      throw new Problem("wrong-method", `${path} takes ${allowed} only.`, { data: { allowed } });
    }
    await carryOut({ request, response, query });
  };
}

function routesOf(journal: Journal, limits: ServingLimits, stopped: AbortSignal): Readonly<Record<string, Route>> {
  const stateIn = stateCache(journal);
  // One append after another, since each is checked against the state after the previous one.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  let followers = 0;

  const recordsRoute = (send: typeof sendRecords): Route => ({
    GET: async ({ response, query }) => {
      const wanted = await queryIn(query, LOOKING_BACK, journal);
      response.setTimeout(limits.patience, () => response.destroy());
      await send(response, journal, wanted);
    },
  });

  /** A route that answers for a line: the one that is named, else the first. */
  const lineRoute = (known: readonly string[], answerIn: (query: URLSearchParams) => LineAnswer): Route => ({
    GET: async ({ response, query }) => {
      const { branch } = await queryIn(query, ["branch", ...known], journal);
      const answerFor = answerIn(query);
      const stream = branch ?? (await journal.streams())[0]?.stream;
      answer(response, 200, stream === undefined ? {} : await answerFor(stream));
    },
  });

  return {
    "/": {
      GET: ({ response, query }) => {
        refuseParameters(query);
        sendPage(response, journal, query);
      },
    },
    "/records": recordsRoute(sendRecords),
    "/records.txt": recordsRoute(sendText),
    "/head": {
      GET: async ({ response, query }) => {
        refuseParameters(query);
        const [head, streams] = [await journal.head(), await journal.streams()];
        answer(response, 200, { journal: visibleLine(journal.name), ...head, streams });
      },
    },
    "/stand": lineRoute([], () => stateIn),
    "/picture": lineRoute(["width"], (query) => {
      const width = widthIn(query);
      return (stream) => linePicture(journal, stream, width);
    }),
    "/live": {
      GET: async ({ request, response, query }) => {
        const wanted = resumeQuery(request, await queryIn(query, LIVE, journal));
        if (followers >= limits.live || stopped.aborted) throw new Problem("too-many", "Too many follow already.");
        followers += 1;
        try {
          await sendLive(response, journal, wanted, { ...limits, stopped });
        } finally {
          followers -= 1;
        }
      },
    },
    "/append": {
      POST: async ({ request, response, query }) => {
        refuseParameters(query);
        const wanted = await readAppend(request, limits.body);
        answer(response, 200, await inTurn(() => appendFor(journal, wanted)));
      },
    },
  };
}

/** Maximum number of lines whose state is cached. */
const MAX_CACHED = 100;

/** The state of lines, cached by position of the journal: many clients ask at once when a record has come. */
function stateCache(journal: Journal): LineAnswer {
  const cache = new Map<string, { readonly position: number; readonly data: Promise<object> }>();
  return async (stream) => {
    const { position } = await journal.head();
    const cached = cache.get(stream);
    if (cached?.position === position) return cached.data;
    const data = stateData(journal, stream);
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(stream, { position, data });
    data.catch(() => cache.delete(stream));
    return data;
  };
}

/** The state of a line, in words and as data; without its regions if the parties are unknown. */
async function stateData(journal: Journal, stream: string): Promise<object> {
  const { frame, folded } = await lineState(journal, { stream }, undefined);
  if (frame === undefined || folded === undefined) return { stream };
  const { dyad } = frame.beginning;
  const { situation } = folded.history;
  const names = { a: frame.names[dyad.a] ?? dyad.a, b: frame.names[dyad.b] ?? dyad.b };
  return {
    stream,
    title: visibleLine(`${frame.title}${mainRelationText(frame)}`),
    position: folded.position,
    situation: situationData(situation, dyad),
    regions: regionNames.map((region) => ({
      region: regionName(region, dyad),
      state: stateText(region, situation[region], dyad),
      meaning: visibleLine(sentence(region, situation, names)),
    })),
  };
}
