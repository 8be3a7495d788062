/** The what-ifs of the file: one is chosen, drawn beside the record, and followed by the futures computed for it. */
import type { Store } from "./store.ts";

/** A choice of what-ifs, and what was computed of the chosen one. */
export function Branches({ store }: { readonly store: Store }) {
  const { branch, whole, words, data } = store;
  const names = Object.entries(whole.scenario.whatIfs);
  if (names.length === 0) return null;
  const name = branch.value;
  const chosen = name === undefined ? undefined : whole.scenario.whatIfs[name];
  const futures = name === undefined ? undefined : data.futures[name];
  return (
    <section class="branches" aria-label={words.report.whatIfs}>
      <label>
        {words.report.whatIfs}{" "}
        <select
          value={name ?? ""}
          onChange={({ currentTarget: { value } }) => store.suppose(value === "" ? undefined : value)}
        >
          <option value="">{words.report.record}</option>
          {names.map(([one]) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      {chosen?.because === undefined ? null : <p>{chosen.because}</p>}
      {futures === undefined ? null : (
        <div class="futures">
          {futures.pictures.map((svg) => (
            <figure class="picture" key={svg.length} dangerouslySetInnerHTML={{ __html: svg }} />
          ))}
          <details>
            <summary>{words.report.assumptions}</summary>
            <div class="output" dangerouslySetInnerHTML={{ __html: futures.assumptions }} />
          </details>
        </div>
      )}
    </section>
  );
}
