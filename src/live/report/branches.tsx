/** The what-ifs of the file: one is chosen, drawn beside the record, and followed by the futures computed for it. */
import type { Store } from "./store.ts";

/** A choice of what-ifs. */
export function Choice({ store: { branch, whole, words, suppose } }: { readonly store: Store }) {
  const names = Object.keys(whole.scenario.whatIfs);
  if (names.length === 0) return null;
  return (
    <label>
      {words.report.whatIfs}{" "}
      <select
        value={branch.value ?? ""}
        onChange={({ currentTarget: { value } }) => suppose(value === "" ? undefined : value)}
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

/** What was computed of the chosen what-if. */
export function Supposed({ store: { branch, whole, words, data } }: { readonly store: Store }) {
  const name = branch.value;
  if (name === undefined) return null;
  const chosen = whole.scenario.whatIfs[name];
  const futures = data.futures[name];
  return (
    <section class="branches" aria-label={words.report.whatIfs}>
      {chosen?.because === undefined ? null : <p>{chosen.because}</p>}
      {futures === undefined ? null : (
        <>
          <figure class="picture wide" dangerouslySetInnerHTML={{ __html: futures.wide }} />
          <figure class="picture narrow" dangerouslySetInnerHTML={{ __html: futures.narrow }} />
        </>
      )}
    </section>
  );
}
