/** For `npm run hunt`: the tests as ever, with a runner that tries one seed after another. */
import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

export default mergeConfig(base, defineConfig({ test: { runner: "test/support/hunter.ts" } }));
