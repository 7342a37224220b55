// Bundles the cluster test and runs it: npm run test:cluster
import { beside, bundled } from "../../bundled.js";
import { installMissing } from "../../install.js";

installMissing([
  { check: ["/usr/sbin/sshd", "-V"], packages: ["openssh-server"] },
  { check: ["ssh", "-V"], packages: ["openssh-client"] },
  { check: ["parallel", "--version"], packages: ["parallel"] },
]);
const { cluster } = await bundled(import.meta.url, "cluster.ts", "cluster");
await cluster(beside(import.meta.url, "../../../dist/cli.js"));
