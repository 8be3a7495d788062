/** The language of pictures and reports. */
import { type Language, languages } from "../pictures/index.ts";
import { badOption, type Options, textOption } from "./command.ts";

/** The language that was asked for, English by default; the command has refused what is none. */
export function languageIn(options: Options): Language {
  const asked = textOption(options, "lang");
  return languages.find((language) => language === asked) ?? "en";
}

/** Refuses another language than English of a drawing that has only English. */
export function refuseLanguage(options: Options, format: string): void {
  const language = languageIn(options);
  if (language === "en") return;
  throw badOption(`--lang ${language}: as ${format} it is in English alone; ask for --as svg, png or text.`);
}
