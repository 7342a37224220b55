// Benchmarks and test programs in TypeScript as modules that Node runs.
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

/** The path of a file beside the one that asks. */
export const beside = (url, name) => fileURLToPath(new URL(name, url));

/**
 * Bundles a program with the sources that it imports, and loads it.
 *
 * @param {string} url of the file that asks, `import.meta.url`
 * @param {string} entry beside it
 * @param {string} name of the bundle, in dist/test
 */
export async function bundled(url, entry, name) {
  const outfile = beside(import.meta.url, `../dist/test/${name}.js`);
  await esbuild.build({
    entryPoints: [beside(url, entry)],
    bundle: true,
    outfile,
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    logLevel: "warning",
    banner: {
      js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
    },
  });
  return import(outfile);
}
