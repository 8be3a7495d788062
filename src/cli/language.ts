/** The language of pictures and reports. */
import { type Language, languages } from "../pictures/index.ts";
import { badOption, type Options, textOption } from "./command.ts";

/** The language of `--lang`, English by default; the command line allows no other word. */
export function languageIn(options: Options): Language {
  const wanted = textOption(options, "lang");
  return languages.find((language) => language === wanted) ?? "en";
}

/** Refuses a language other than English for a drawing that exists only in English. */
export function refuseLanguage(options: Options, format: string): void {
  const language = languageIn(options);
  if (language === "en") return;
  throw badOption(`--lang ${language}: as ${format} it is in English alone; ask for --as svg, png or text.`);
}
