/** A bet on what comes next: per cent for each option, locked before anything is shown, and scored when it is. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { scoresOf } from "../notebook/index.ts";
import { scorePicture, type Words } from "../pictures/index.ts";
import { nth } from "../problem/index.ts";
import { letterScale } from "./letter-scale.ts";
import { round, scaleToHundred, shareRest, sumOf } from "./shares.ts";
import { keep, recall } from "./storage.ts";

/** An option, with the feedback shown afterwards. */
export interface BetOption {
  readonly name: string;
  readonly say: string;
  readonly feedback?: string | undefined;
}

interface BetProps {
  /** The name under which this browser stores the answer. */
  readonly id: string;
  readonly ask: string;
  readonly options: readonly BetOption[];
  /** The option that came true. It is not shown before the bet is locked. */
  readonly happened: string;
  readonly words: Words;
  /** What happened, with its source; made when it is revealed. */
  readonly shown: () => ComponentChildren;
  /** Called when everything is revealed. */
  readonly onRevealed?: () => void;
}

/** The shares in per cent, in the order of the options; and how far the bet has come. */
interface BetState {
  readonly shares: readonly number[];
  readonly because: string;
  readonly beat: Beat;
}

/** 0 open, 1 locked, 2 shows what happened, 3 marks its bar, 4 shows the score. */
type Beat = 0 | 1 | 2 | 3 | 4;

/** Milliseconds between two beats of the reveal. */
const PAUSE = 2000;

/** The form of a bet. It survives a reload. */
export function Bet({ id, ask, options, happened, words, shown, onRevealed }: BetProps) {
  const say = words.bet;
  const [bet, setBet] = useState<BetState>(
    () => parseBet(recall(id), options.length) ?? { shares: options.map(() => 0), because: "", beat: 0 },
  );
  const [message, setMessage] = useState("");
  const after = useRef<HTMLDivElement>(null);
  const ready = useRef<HTMLButtonElement>(null);
  const locking = useRef(false);
  const { shares, beat } = bet;
  const sum = round(sumOf(shares));
  const update = (more: Partial<BetState>): void => {
    const next = { ...bet, ...more };
    keep(id, next);
    setBet(next);
  };
  const setShare = (k: number, value: number): void => {
    const share = Math.min(100, Math.max(0, round(Number.isFinite(value) ? value : 0)));
    update({ shares: shares.map((one, other) => (other === k ? share : one)) });
  };
  const lock = (): void => {
    if (sum !== 100) {
      setMessage(say.unlocked(round(100 - sum)));
      return;
    }
    setMessage("");
    locking.current = true;
    update({ beat: 1 });
  };
  useEffect(() => {
    if (beat === 4) onRevealed?.();
    if (beat < 2 || beat > 3) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const next = setTimeout(() => update({ beat: beat === 2 ? 3 : 4 }), still ? 0 : PAUSE);
    return () => clearTimeout(next);
  }, [beat]);
  useEffect(() => {
    if (beat === 2) after.current?.focus();
    // The button that was pressed is gone, and the focus would go with it.
    if (beat === 1 && locking.current) ready.current?.focus();
  }, [beat]);

  const probabilities = Object.fromEntries(options.map(({ name }, k) => [name, nth(shares, k) / 100]));
  const naive = Object.fromEntries(options.map(({ name }) => [name, 1 / options.length]));
  return (
    <fieldset class="bet" aria-label={ask}>
      <h2>{ask}</h2>
      {options.map(({ name, say: option }, k) => (
        <div class={`option${beat < 3 ? "" : name === happened ? " happened" : " other"}`} key={name}>
          <label for={`${id}-${k}`}>{option}</label>
          <input
            type="range"
            aria-label={option}
            min={0}
            max={100}
            value={nth(shares, k)}
            disabled={beat > 0}
            style={{ "--share": `${nth(shares, k)}%` }}
            onInput={({ currentTarget }) => setShare(k, currentTarget.valueAsNumber)}
          />
          <span>
            <input
              id={`${id}-${k}`}
              type="number"
              inputMode="decimal"
              min={0}
              max={100}
              step="any"
              value={nth(shares, k)}
              disabled={beat > 0}
              onChange={({ currentTarget }) => setShare(k, currentTarget.valueAsNumber)}
            />{" "}
            %
          </span>
        </div>
      ))}
      <p class="sum" role="status">
        {say.sum(sum)} {message}
      </p>
      {beat > 0 ? null : (
        <>
          <label class="because">
            {say.because}
            <textarea
              rows={2}
              value={bet.because}
              onInput={({ currentTarget }) => update({ because: currentTarget.value })}
            />
          </label>
          <p>
            <button type="button" onClick={() => update({ shares: shareRest(shares) })}>
              {say.rest}
            </button>{" "}
            <button type="button" onClick={() => update({ shares: scaleToHundred(shares) })}>
              {say.hundred}
            </button>{" "}
            <button type="button" class="main" onClick={lock}>
              {say.lock}
            </button>
          </p>
        </>
      )}
      {beat !== 1 ? null : (
        <p>
          {say.locked}{" "}
          <button type="button" class="main" ref={ready} onClick={() => update({ beat: 2 })}>
            {say.reveal}
          </button>
        </p>
      )}
      {beat < 2 ? null : (
        <div class="revealed" tabIndex={-1} ref={after}>
          {shown()}
          {beat < 3 ? null : (
            <ul>
              {options.map(({ name, say: option, feedback }) =>
                feedback === undefined ? null : (
                  <li key={name}>
                    <strong>{option}.</strong> {feedback}
                  </li>
                ),
              )}
            </ul>
          )}
          {beat < 4 ? null : (
            <Score
              you={scoresOf(probabilities, happened).brier}
              naive={scoresOf(naive, happened).brier}
              words={words}
            />
          )}
        </div>
      )}
    </fieldset>
  );
}

interface ScoreProps {
  readonly you: number;
  readonly naive: number;
  readonly words: Words;
}

function Score({ you, naive, words }: ScoreProps) {
  const { svg } = scorePicture(
    { you, naive },
    { theme: "auto", width: Math.min(720, innerWidth - 60) / letterScale(), prefix: "score", words },
  );
  return <figure class="picture" dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** The stored bet, if it has this number of options. */
function parseBet(value: unknown, count: number): BetState | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const shares: unknown = Reflect.get(value, "shares");
  const because: unknown = Reflect.get(value, "because");
  const beat: unknown = Reflect.get(value, "beat");
  if (!Array.isArray(shares) || shares.length !== count || !shares.every((one) => typeof one === "number"))
    return undefined;
  const knownBeat = ([0, 1, 2, 3, 4] as const).find((one) => one === beat);
  return knownBeat === undefined ? undefined : { shares, because: String(because ?? ""), beat: knownBeat };
}
