// Bundles the cluster test and runs it: npm run test:cluster (Debian: openssh-server, openssh-client, parallel)
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const outfile = here("../../../dist/test/cluster.js");

await esbuild.build({
  entryPoints: [here("cluster.ts")],
  bundle: true,
  outfile,
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "warning",
});
const { cluster } = await import(outfile);
await cluster(here("../../../dist/cli.js"));
