/** The columns of GDELT's files, which have no header, in their order. */

const ACTOR = [
  ["code", "name", "countrycode", "knowngroupcode", "ethniccode", "religion1code", "religion2code"],
  ["type1code", "type2code", "type3code"],
].flat();
const PLACE = ["type", "fullname", "countrycode", "adm1code", "lat", "long", "featureid"];
const PLACE_2 = PLACE.flatMap((name) => (name === "adm1code" ? [name, "adm2code"] : [name]));
const EVENT = [
  ["isrootevent", "eventcode", "eventbasecode", "eventrootcode", "quadclass", "goldsteinscale"],
  ["nummentions", "numsources", "numarticles", "avgtone"],
].flat();

/** The columns of a file, by how many it has: 57 or 58 of version 1.0, 61 of 2.0. */
export function gdeltColumns(width: number): readonly string[] {
  const place = width > 58 ? PLACE_2 : PLACE;
  const all = [
    ["globaleventid", "sqldate", "monthyear", "year", "fractiondate"],
    ...["actor1", "actor2"].map((who) => ACTOR.map((name) => `${who}${name}`)),
    EVENT,
    ...["actor1geo_", "actor2geo_", "actiongeo_"].map((where) => place.map((name) => `${where}${name}`)),
    ["dateadded", "sourceurl"],
  ].flat();
  return all.slice(0, width);
}
