/** The reference of laws, from the laws themselves. */
import { type Law, laws, ways, waysOf } from "../../src/laws/index.ts";
import { lawHeadings } from "../../src/views/index.ts";

/** docs/reference/laws.md */
export function lawsPage(): string {
  return [
    "# Laws",
    "",
    `What always holds has a name. There are ${laws.length} laws, and each is checked in \`test/laws/laws.test.ts\`, in as many ways as it can be:`,
    "",
    ...Object.entries(ways).map(([way, meaning]) => `- **${way}**: ${meaning};`),
    "- **broken on purpose**: in `test/laws/broken.test.ts` something is broken in the system so that the law is, and it is caught.",
    "",
    "`./demarche laws NAME` says one whole, `./demarche laws --check` holds those of situations, steps and the chart to everything. For the library they are data, `demarche/testing`:",
    "",
    "```ts",
    'import { everywhere, laws } from "demarche/testing";',
    'everywhere(laws.filter(({ of }) => of === "situation")).breaches; // => []',
    "```",
    "",
    ...Object.entries(lawHeadings).flatMap(([of, heading]) =>
      ofKind(
        heading,
        laws.filter((law) => law.of === of),
      ),
    ),
  ].join("\n");
}

function ofKind(heading: string, members: readonly Law[]): readonly string[] {
  return [
    `## ${heading}`,
    "",
    "| law | what always holds | where it comes from | checked |",
    "|---|---|---|---|",
    ...members.map((law) => `| \`${law.name}\` | ${law.sentence} | ${law.basis} | ${waysOf(law).join(", ")} |`),
    "",
  ];
}
