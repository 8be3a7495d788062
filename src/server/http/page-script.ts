/** The script of the page. It is sent to the browser as it stands here, so it uses nothing from outside itself but types. */

/** What every answer may say instead. */
interface Told {
  readonly error?: string;
  readonly code?: string;
}

interface Row {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly said: string;
  readonly entry: { readonly kind: string };
}

interface State extends Told {
  readonly stream?: string;
  readonly title?: string;
  readonly position?: number;
  readonly regions?: readonly { readonly region: string; readonly state: string; readonly meaning: string }[];
}

interface Drawn extends Told {
  readonly stream?: string;
  readonly title?: string;
  readonly svg?: string;
  readonly text?: string;
}

interface Head extends Told {
  readonly position: number;
  readonly streams: readonly { readonly stream: string; readonly version: number }[];
}

interface Appended extends Told {
  readonly positions?: readonly number[];
  readonly found?: number;
  readonly problems?: readonly { readonly message: string }[];
  readonly meanwhile?: readonly { readonly position: number }[];
}

/** Shows the journal and goes on as records come. Whatever a record says becomes text, never an element. */
export function followJournal(): void {
  const SHOWN = 200;
  const token = new URLSearchParams(location.search).get("token");
  const versions = new Map<string, number>();
  /** The version that the writer saw on beginning to write. */
  let seen: number | undefined;
  let later: number | undefined;
  /** The last record that is shown. */
  let last = 0;
  /** Where the journal ended when the page was opened. */
  let opened = 0;

  function byId<E extends HTMLElement>(id: string): E {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`The page has no ${id}.`);
    return found as E;
  }
  function create<K extends keyof HTMLElementTagNameMap>(tag: K, text: string, name = ""): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    element.textContent = text;
    if (name !== "") element.className = name;
    return element;
  }
  function say(id: string, text: string): void {
    const place = byId(id);
    if (place.textContent !== text) place.textContent = text;
  }
  const streamBox = byId<HTMLSelectElement>("stream");
  const eventBox = byId<HTMLTextAreaElement>("event");
  const rows = byId<HTMLOListElement>("records");

  async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
    const headers = token === null ? {} : { Authorization: `Bearer ${token}` };
    const response = await fetch(path, {
      headers: body === undefined ? headers : { ...headers, "Content-Type": "application/json" },
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
    return response.json();
  }
  function noteVersion(stream: string, version: number): void {
    const known = [...streamBox.options].find(({ value }) => value === stream);
    const option = known ?? document.createElement("option");
    if (known === undefined) {
      option.value = stream;
      streamBox.append(option);
    }
    const most = Math.max(version, versions.get(stream) ?? 0);
    versions.set(stream, most);
    option.textContent = `${stream}: ${most} records of its own`;
  }

  function showRecord(row: Row): void {
    last = row.position;
    const item = create("li", "", row.entry.kind);
    item.value = row.position;
    const head = create("p", "");
    const time = create("time", `${row.recordedAt.slice(0, 19).replace("T", " ")} UTC`);
    time.setAttribute("datetime", row.recordedAt);
    head.append(
      create("strong", `${row.position}`),
      " ",
      time,
      " ",
      create("span", `${row.stream}@${row.version}`, "faint"),
    );
    item.append(head, create("p", row.said));
    if (row.position > opened) item.classList.add("new");
    rows.prepend(item);
    while (rows.children.length > SHOWN) rows.lastElementChild?.remove();
    const oldest = (rows.lastElementChild as HTMLLIElement | null)?.value ?? 1;
    say("older", oldest > 1 ? `Those before ${oldest} are among everything, below.` : "");
    noteVersion(row.stream, row.version);
    const news = row.position > opened ? ` The latest: ${row.said}` : "";
    say("status", `Live: ${row.position} records.${news}`);
    clearTimeout(later);
    later = window.setTimeout(() => void showState(), 200);
  }

  async function showPicture(): Promise<void> {
    const width = Math.min(Math.max(document.body.clientWidth - 40, 320), 2000);
    const asked = `picture?branch=${encodeURIComponent(streamBox.value)}&width=${width}`;
    const { stream, title, svg, text } = await ask<Drawn>(asked).catch((): Drawn => ({}));
    if (stream !== undefined && stream !== streamBox.value) return;
    byId("drawn").hidden = svg === undefined;
    if (svg === undefined) return;
    const picture = byId<HTMLImageElement>("picture");
    // As an image, in which nothing can run.
    picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    picture.alt = `${title}: the record as a picture, told in words below`;
    say("picture-text", text ?? "");
  }

  async function showState(): Promise<void> {
    void showPicture();
    const told = await ask<State>(`stand?branch=${encodeURIComponent(streamBox.value)}`).catch((): State => ({}));
    if (told.stream !== undefined && told.stream !== streamBox.value) return;
    const regions = told.regions ?? [];
    const nothing = told.error ?? "It holds no scenario: without its parties nobody can tell where it stands.";
    say("stand-told", regions.length === 0 ? nothing : `${told.title}, up to position ${told.position}.`);
    byId("stand").replaceChildren(
      ...regions.flatMap(({ region, state, meaning }) => [
        create("dt", region),
        create("dd", state),
        create("dd", meaning),
      ]),
    );
  }

  function follow(): void {
    const feed = new EventSource(`live?after=${last}${token === null ? "" : `&token=${encodeURIComponent(token)}`}`);
    feed.onopen = () => say("status", `Live: ${Math.max(last, opened)} records.`);
    feed.onmessage = ({ data }) => showRecord(JSON.parse(data));
    feed.addEventListener("stopped", () => say("status", "The server was stopped. It is looked for again by itself."));
    feed.onerror = () => {
      if (feed.readyState === EventSource.CLOSED) {
        say("status", "The server is not open any more. It is tried again in ten seconds.");
        setTimeout(follow, 10_000);
      } else if (!byId("status").textContent?.startsWith("The server was stopped")) {
        say("status", "The connection was lost. It is looked for again by itself.");
      }
    };
  }

  async function append(): Promise<void> {
    const stream = streamBox.value;
    say("appended", "");
    byId("refused").replaceChildren();
    const told = await ask<Appended>("append", {
      stream,
      entries: [eventBox.value],
      expected: seen ?? versions.get(stream) ?? 0,
    }).catch((): Appended => ({ error: "The server can't be reached. Try again." }));
    if (told.error === undefined) {
      say("appended", `Appended at position ${told.positions?.join(", ")}.`);
      eventBox.value = "";
      seen = undefined;
      return;
    }
    const lines = told.problems?.map(({ message }) => message) ?? [told.error];
    byId("refused").append(...lines.map((line) => create("p", line)));
    if (told.code !== "conflict") return;
    seen = told.found;
    const places = told.meanwhile?.map((record) => record.position).join(", ");
    byId("refused").append(
      create(
        "p",
        `Others appended meanwhile, at position ${places}. Look at it below; Append once more comes after it.`,
      ),
    );
  }

  eventBox.addEventListener("input", () => {
    if (eventBox.value.trim() === "") seen = undefined;
    else seen ??= versions.get(streamBox.value) ?? 0;
  });
  streamBox.addEventListener("change", () => {
    seen = undefined;
    void showState();
  });
  byId("append").addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    void append();
  });

  async function begin(): Promise<void> {
    const head = await ask<Head>("head");
    if (head.error !== undefined) return say("status", head.error);
    for (const { stream, version } of head.streams) noteVersion(stream, version);
    opened = head.position;
    last = Math.max(0, opened - SHOWN);
    await showState();
    follow();
  }
  begin().catch(() => say("status", "The server can't be reached. Open the page again."));
}
