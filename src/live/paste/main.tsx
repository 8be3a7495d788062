/** The script of the page for pasting a scenario. The scenario is read in the page and never leaves it. */

import { useState } from "preact/hooks";
import { checkSource, readingOf } from "../../crisis/index.ts";
import { plainPalette, render } from "../../render/index.ts";
import type { ReportData } from "../../report/index.ts";
import { diagnosticsBlock, framesOf } from "../../views/index.ts";
import { drawApp } from "../app.ts";
import { Report } from "../report/report.tsx";

/** The place to paste, and the answer to what was pasted. */
function Paste() {
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const [file, setFile] = useState(PASTED);
  const [round, setRound] = useState(0);

  const read = (pasted: string, name: string): void => {
    setText(pasted);
    setFile(name);
    // The address still names a place in the previous report.
    history.replaceState(null, "", location.pathname);
    setAnswer(answerTo(pasted, name));
    // Each report starts anew, whatever the previous one showed.
    setRound(round + 1);
  };
  const readFile = async (from: File | undefined): Promise<void> => {
    if (from !== undefined) read(await from.text(), from.name);
  };

  return (
    <>
      <section
        class="paste"
        aria-label="A scenario of your own"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          readFile(event.dataTransfer?.files[0]);
        }}
      >
        <h1>A scenario of your own</h1>
        <label for="text">Paste a scenario here, or drop its file. It is read in this page and sent to nobody.</label>
        <textarea
          id="text"
          rows={14}
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            // It no longer matches the file.
            setFile(PASTED);
          }}
        />
        <p>
          <button type="button" class="main" onClick={() => read(text, file)}>
            Read it
          </button>{" "}
          <label>
            or choose a file:{" "}
            <input
              type="file"
              accept=".yaml,.yml,.json"
              onChange={({ currentTarget }) => readFile(currentTarget.files?.[0])}
            />
          </label>
        </p>
        <div role="status">{answer === undefined ? null : <pre>{answer.messages}</pre>}</div>
      </section>
      {answer?.data === undefined ? null : <Report key={round} data={answer.data} paper={null} />}
    </>
  );
}

/** What messages call a text without a file. It is no file name, since a scenario must have the name of its file. */
const PASTED = "pasted text";

/** The answer to a text. */
interface Answer {
  /** Each problem with its line and column, and what is expected there. */
  readonly messages: string;
  /** Absent where the text is no scenario. */
  readonly data?: ReportData;
}

const COLUMNS = 100;

function answerTo(text: string, file: string): Answer {
  const reading = readingOf({ file, text });
  const { remarks } = checkSource({ file, text });
  const messages = render(diagnosticsBlock(remarks, framesOf(text), COLUMNS), plainPalette);
  if (reading.file === undefined) return { messages };
  return { messages, data: { file: reading.file, language: "en", guess: false, futures: {} } };
}

drawApp(() => <Paste />);
