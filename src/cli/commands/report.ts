/** `report`: a crisis as one page that opens from disk. */
import { crisisKnownAt, crisisOf, cutAt, futuresOptions, modelledIn, option } from "../../crisis/index.ts";
import { assumptionsOf } from "../../futures/index.ts";
import { nth, visibleLine } from "../../problem/index.ts";
import { type FuturesShown, reportPage } from "../../report/index.ts";
import { evaluateWhatIf, recordOf } from "../../scenario/index.ts";
import { writeRequested } from "../built-files.ts";
import { type Call, flag, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { languageIn } from "../language.ts";
import { read, type SourcedScenario, withHashAndVersion } from "../load.ts";
import { settingsIn } from "../numbers.ts";
import { fontStyle, pageScript } from "../page-scripts.ts";
import { rerunCommand, runFutures } from "../what-if-futures.ts";

/** Writes the page, for which it computes the futures of each what-if that doctrines decide. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  settingsIn(call, futuresOptions);
  const whole = withHashAndVersion(await read(nth(args, 0), call));
  const { scenario, hash, version } = whole;
  const moment = textOption(options, "until");
  const crisis = crisisOf(scenario);
  const known =
    moment === undefined ? undefined : crisisKnownAt(crisis, whole.file, cutAt(moment, crisis, option("until")));
  const data = {
    file: known?.file ?? whole.file,
    ...(whole.relations.length < 2 ? {} : { between: scenario.dyad }),
    guess: flag(options, "guess"),
    language: languageIn(options),
    futures: known === undefined ? await futuresOf(whole, call) : {},
    made: { version, hash },
  };
  const page = reportPage(known?.crisis ?? crisis, {
    data,
    script: await pageScript("report"),
    font: await fontStyle(),
  });
  const out = textOption(options, "out") ?? `${scenario.name}.html`;
  const outcome = writeRequested(out, page, flag(options, "force"));
  io.write(
    `${visibleLine(out)}: ${outcome}, ${Math.round(page.length / 1000)} kB. Open it in a browser: it needs no network.`,
  );
  return exitCodes.fine;
}

/** The futures of each what-if that doctrines decide. */
async function futuresOf(
  { scenario, input }: SourcedScenario,
  call: Call,
): Promise<Readonly<Record<string, FuturesShown>>> {
  if (Object.keys(scenario.outcomes).length === 0) return {};
  const record = recordOf(scenario);
  const shown: Record<string, FuturesShown> = {};
  for (const name of modelledIn(scenario)) {
    const evaluated = evaluateWhatIf(scenario, name, record);
    const { followed, watched } = await runFutures(scenario, evaluated, call);
    shown[name] = {
      followed,
      watched,
      command: rerunCommand({ scenario, input }, evaluated, call),
      assumptions: assumptionsOf(scenario),
    };
  }
  return shown;
}
