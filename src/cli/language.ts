/** The language of pictures and reports. */
import { type Language, languages } from "../pictures/index.ts";
import { type Options, textOption } from "./command.ts";

/** The language that was asked for, English by default; the command has refused what is none. */
export function languageIn(options: Options): Language {
  const asked = textOption(options, "lang");
  return languages.find((language) => language === asked) ?? "en";
}
