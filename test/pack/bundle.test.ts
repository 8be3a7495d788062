// @module-tag long
/** The installed package bundles for a browser without a word of configuration, and brings only what is used of it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build as esbuild } from "esbuild";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, test } from "vitest";
import { ofAll } from "../support/enduring.ts";
import { newUser } from "../support/packed.ts";

let folder: string;
beforeAll(async () => {
  ({ folder } = await newUser());
});

/** A bundle, and what the bundler had to say. */
interface Bundled {
  readonly code: string;
  readonly said: readonly string[];
}

const bundlers: Readonly<Record<string, (entry: string) => Promise<Bundled>>> = {
  esbuild: async (entry) => {
    const options = { bundle: true, minify: true, format: "esm", platform: "browser", write: false } as const;
    const { outputFiles, warnings } = await esbuild({ ...options, entryPoints: [entry], logLevel: "silent" });
    return { code: outputFiles[0]?.text ?? "", said: warnings.map(({ text }) => text) };
  },
  rolldown: async (entry) => {
    const said: string[] = [];
    const bundle = await rolldown({ input: entry, platform: "browser", onLog: (_, { message }) => said.push(message) });
    const { output } = await bundle.generate({ format: "esm", minify: true });
    await bundle.close();
    return { code: output[0].code, said };
  },
};

describe.each(Object.entries(bundlers))("with %s", (bundler, bundled) => {
  const bounds: readonly (readonly [name: string, used: string, most: number])[] = [
    ["a fold", "fold", 43],
    ["a fold with a scenario read from data", "fold, judgeScenario", 98],
    ["a fold with a scenario read from its text", "fold, readScenario", 138],
  ];
  test.each(ofAll(bounds, bundler === "esbuild" ? bounds.slice(0, 1) : bounds.slice(1)))(
    "%s, gzipped, stays below its bound: %s, %i thousand bytes",
    async (name, used, most) => {
      const entry = join(folder, `${name.replaceAll(" ", "-")}.js`);
      writeFileSync(entry, `import { ${used} } from "demarche";\nconsole.log(${used});\n`);
      const { code, said } = await bundled(entry);
      expect(said).toEqual([]);
      expect(code).not.toMatch(/\b(?:from|import|require)\s*\(?\s*["']node:/);
      expect(gzipSync(code).length).toBeLessThan(most * 1000);
    },
  );
});
