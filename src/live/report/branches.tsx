/** The what-ifs of the file: one is chosen, drawn beside the record, and followed by the futures computed for it. */
import { useMemo } from "preact/hooks";
import { type Picture as Drawn, type Look, type WhatIfData, whatIfPicture } from "../../pictures/index.ts";
import { Picture } from "./picture.tsx";
import type { Store } from "./store.ts";

export function Choice({ store: { branch, whole, words, chooseWhatIf } }: { readonly store: Store }) {
  const names = Object.keys(whole.scenario.whatIfs);
  if (names.length === 0) return null;
  return (
    <label>
      {words.report.whatIfs}{" "}
      <select
        value={branch.value ?? ""}
        onChange={({ currentTarget: { value } }) => chooseWhatIf(value === "" ? undefined : value)}
      >
        <option value="">{words.report.record}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {name.replaceAll("-", " ")}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What may follow the chosen what-if, where that was computed. */
export function ChosenWhatIf({ store, width }: { readonly store: Store; readonly width: number }) {
  const name = store.branch.value;
  if (name === undefined) return null;
  const { scenario } = store.whole;
  const futures = store.data.futures[name];
  if (futures === undefined) return null;
  return (
    <section class="branches" aria-label={store.words.report.whatIfs} key={name}>
      <WhatIfFutures data={{ ...futures, scenario, name }} width={width - 34} store={store} />
    </section>
  );
}

interface FuturesProps {
  readonly data: WhatIfData;
  readonly width: number;
  readonly store: Store;
}

function WhatIfFutures({ data, width, store }: FuturesProps) {
  const { words } = store;
  const draw = (look: Look): Drawn => whatIfPicture(data, { width, ...look });
  const drawn = useMemo(() => draw({ theme: "auto", words, prefix: "futures" }), [width]);
  const again = words.futures.again(data.command);
  return <Picture of={drawn} store={store} name={`${data.name}-futures`} again={again} draw={draw} />;
}
