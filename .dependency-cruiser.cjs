/** Imports go one way; each folder is entered through its index; special packages live in their own folders. */
const layers = [
  ["problem"],
  ["render"],
  ["schema"],
  ["events"],
  ["calibrated"],
  ["page"],
  ["machine"],
  ["dossier"],
  ["history"],
  ["journal", "doctrine"],
  // Above doctrine: a scenario file describes doctrines, as it describes edits, in the words of what carries them out.
  ["scenario"],
  ["futures", "search", "evidence", "replay"],
  ["play"],
  ["testing"],
  // Above testing: a law is held to what its generators draw.
  ["laws"],
  ["views"],
  ["pictures"],
  ["crisis"],
  ["notebook"],
  ["lesson", "report", "server"],
  // What pages do once they are open: bundled for a browser, and imported by nothing.
  ["live"],
  ["cli", "studio"],
];

const upward = layers.flatMap((folders, k) => {
  const above = layers.slice(k + 1).flat();
  const beside = (folder) => folders.filter((other) => other !== folder);
  return folders.map((folder) => ({
    name: `${folder}-imports-downwards-only`,
    severity: "error",
    from: { path: `^src/${folder}/` },
    to: { path: `^src/(${[...above, ...beside(folder)].join("|") || "none"})/` },
  }));
});

const only = (name, packages, folders) => ({
  name,
  severity: "error",
  from: { path: "^src/", pathNot: `^src/(${folders.join("|")})/` },
  to: { path: `^node_modules/(${packages.join("|")})/` },
});

module.exports = {
  forbidden: [
    ...upward,
    {
      name: "folder-in-a-layer",
      comment: "A new folder first gets its place in the table above.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(index\\.ts$|doors/|(${layers.flat().join("|")})/)` },
      to: {},
    },
    {
      name: "not-through-the-root",
      comment: "src/index.ts and src/doors are for users; inside, each folder is entered by its own index.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^src/(index\\.ts$|doors/)" },
    },
    {
      name: "server-only-lazily",
      comment: "What nobody asks of a server loads none: commands import it when they need it.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(server|doors)/" },
      to: { path: "^src/server/", dependencyTypesNot: ["dynamic-import", "type-only"] },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "through-the-index",
      comment: "A folder's inside is its own business.",
      severity: "error",
      from: { path: "^src/([^/]+)/" },
      to: {
        path: "^src/([^/]+)/",
        pathNot: [
          "^src/$1/",
          "^src/[^/]+/index\\.ts$",
          "^src/journal/(sqlite|live)\\.ts$",
          // The data of each answer is a door of its own: who asks for one as JSON loads no other's schema.
          "^src/crisis/data/[^/]+\\.ts$",
        ],
      },
    },
    {
      name: "node-only-in-cli-and-server",
      comment: "Everything below the command line runs in a browser too, except files named for what they need.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: ["^src/(cli|server)/", "^src/notebook/files\\.ts$", "^src/journal/sqlite(/|\\.ts$)"],
      },
      to: { dependencyTypes: ["core"] },
    },
    only("xstate-in-machine", ["xstate"], ["machine"]),
    only("rxjs-in-replay", ["rxjs"], ["replay", "journal"]),
    only("immer-in-dossier-and-history", ["immer"], ["dossier", "history"]),
    only("fast-check-in-testing-and-laws", ["fast-check"], ["testing", "laws"]),
    only("servers-in-server", ["pg", "pg-boss", "@opentelemetry"], ["server"]),
    only("jstat-in-doctrine", ["jstat"], ["doctrine"]),
    only("piscina-in-futures", ["piscina"], ["futures"]),
    only("parquet-in-cli", ["hyparquet", "hyparquet-writer"], ["cli"]),
    only("csv-parse-in-evidence", ["csv-parse"], ["cli", "evidence"]),
    only("png-in-cli", ["@resvg/resvg-wasm"], ["cli"]),
    only("csv-in-futures", ["csv-stringify"], ["futures", "cli"]),
    only("markdown-in-lesson", ["markdown-it"], ["lesson"]),
    only("fflate-in-page", ["fflate"], ["page"]),
    only("preact-in-live", ["preact", "@preact"], ["live"]),
    only("acorn-in-cli", ["acorn"], ["cli"]),
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
      exportsFields: ["exports"],
      conditionNames: ["import", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
