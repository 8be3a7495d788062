/** The data sets that can be imported: whose they are, where they are described, and on what terms they may be used. */
import type { DataSet } from "./case.ts";

export const mieData: DataSet = {
  title: "Militarized Interstate Events 1.0",
  author: "Douglas M. Gibler and Steven V. Miller",
  publisher: "Conflict Management and Peace Science",
  url: "https://internationalconflict.ua.edu/data-download/",
  terms: "cite the authors; no open licence is known, so don't pass rows on.",
};

export const midData: DataSet = {
  title: "Militarized Interstate Disputes 5.0",
  author: "Glenn Palmer and others",
  publisher: "Correlates of War",
  url: "https://correlatesofwar.org/data-sets/mids/",
  terms: "cite the authors.",
};

export const icbData: DataSet = {
  title: "International Crisis Behavior 14, actor level",
  author: "Michael Brecher, Jonathan Wilkenfeld and others",
  publisher: "ICB Project",
  url: "https://sites.duke.edu/icbdata/",
  terms: "cite the authors.",
};

export function gdeltData(version: string): DataSet {
  return {
    title: `GDELT ${version}`,
    author: "Kalev Leetaru",
    publisher: "The GDELT Project",
    url: "https://www.gdeltproject.org/",
    terms: "free to use and to pass on; cite the GDELT Project with a link.",
  };
}

export const icewsData: DataSet = {
  title: "ICEWS Coded Event Data",
  author: "Elizabeth Boschee and others",
  publisher: "Harvard Dataverse",
  url: "https://doi.org/10.7910/DVN/28075",
  terms: "as the Dataverse says; cite the authors.",
};

export const polecatData: DataSet = {
  title: "POLECAT Weekly Data",
  author: "Grace Scarborough and others",
  publisher: "Harvard Dataverse",
  url: "https://doi.org/10.7910/DVN/AJGVIT",
  terms: "as the Dataverse says; cite the authors.",
};
