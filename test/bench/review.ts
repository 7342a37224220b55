/**
 * How fast a review opens and decides, printed: `npm run bench:review`. The real server as a program of its own, real files:
 * 500 documents with 10,000 decisions.
 */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from "vscode-languageserver/node";
import { analyse } from "../../server/src/analyse.js";
import type { DecideResult, OverviewResult, ReviewDocument } from "../../server/src/lsp/messages.js";
import {
  decisionsPath,
  emptyAnnotations,
  writeAnnotations,
} from "../../server/src/review/annotationsFile.js";
import { entryOf } from "../../server/src/review/changes.js";

const DOCUMENTS = 500;
const DECISIONS = 10_000;
const DECIDED = 200;

/** A folder with documents and decisions; two of the examples make a document. */
async function makeReview(root: string): Promise<string[]> {
  const folder = join(root, "examples");
  const names = (await readdir(folder)).filter((name) => /\.(txt|abstract)$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const review = await mkdtemp(join(tmpdir(), "outcome-lens-bench-"));
  const uris: string[] = [];
  let decisions = 0;
  for (let i = 0; i < DOCUMENTS; i++) {
    const path = `abstracts/study-${String(i).padStart(3, "0")}.txt`;
    const text = `Study ${i}\n\n${texts[i % texts.length] ?? ""}\n\n${texts[(i + 7) % texts.length] ?? ""}`;
    const share = Math.ceil((DECISIONS - decisions) / (DOCUMENTS - i));
    const stamp = { text, at: "2026-01-02T03:04:05Z" };
    const entries = analyse(text)
      .statements.slice(0, share)
      .map(({ explain: _explain, ...statement }) => entryOf(statement.id, "accepted", statement, stamp));
    decisions += entries.length;
    const sha256 = createHash("sha256").update(text).digest("hex");
    const file = { ...emptyAnnotations("bench", { path, sha256 }), entries };
    await put(join(review, path), text);
    await put(join(review, decisionsPath("bench", path)), writeAnnotations(file));
    uris.push(pathToFileURL(join(review, path)).href);
  }
  console.log(`${DOCUMENTS} documents, ${decisions} decisions`);
  return uris;
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** The packaged server, ready to be asked. */
async function start(
  server: string,
  { folder, storage }: { readonly folder: string; readonly storage: string },
): Promise<{ client: MessageConnection; pid: number; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const client = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  client.onRequest("workspace/configuration", () => [{ reviewer: "bench" }]);
  client.onRequest("client/registerCapability", () => null);
  client.listen();
  await client.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: folder, name: "review" }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
    initializationOptions: { storage },
  });
  await client.sendNotification("initialized", {});
  return {
    client,
    pid: child.pid ?? 0,
    stop: async () => {
      await client.sendRequest("shutdown");
      client.dispose();
      child.kill();
    },
  };
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [result: T, milliseconds: number]> {
  const begun = performance.now();
  return [await work(), performance.now() - begun];
}

function report(what: string, milliseconds: number, bar: number): void {
  const verdict = milliseconds <= bar ? "ok" : "TOO SLOW";
  console.log(`${what.padEnd(62)} ${milliseconds.toFixed(0).padStart(6)} ms   ≤ ${bar} ms  ${verdict}`);
}

/** Processor time of a program so far, which a busy machine does not lengthen as it does the time by the clock. Linux only. */
async function processorMilliseconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number);
  return (user + system) * 10;
}

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? Number.NaN;

/** @param root the checkout, with dist/ built */
export async function benchReview(root: string): Promise<void> {
  const uris = await makeReview(root);
  const [first = ""] = uris;
  const folder = first.replace(/\/abstracts\/.*$/, "");
  const storage = `${folder}-storage`;
  const server = join(root, "dist/server.js");
  try {
    const once = await opened(server, { folder, storage }, uris);
    report("never opened before: the list of documents", once.listed, 1500);
    report("  with all figures", once.filled, 60_000);
    console.log(`  of which the server's processor ${once.processor} ms`);
    const again = await opened(server, { folder, storage }, uris, async (client) => {
      report("the same server: all figures again", (await timed(() => overviewOf(client, uris)))[1], 1500);
      await decide(client, first);
    });
    report("restarted: the list with all figures", again.filled, 1500);
    console.log(`  of which the server's processor ${again.processor} ms`);
  } finally {
    await rm(new URL(folder), { recursive: true, force: true });
    await rm(new URL(storage), { recursive: true, force: true });
  }
}

interface Opened {
  /** Milliseconds from the server's start, by the clock. */
  readonly listed: number;
  readonly filled: number;
  /** Milliseconds of the server's processor until then. */
  readonly processor: number;
}

/** Starts a server and asks as the Review view does. @param then what is done with it before it is stopped */
async function opened(
  server: string,
  places: { readonly folder: string; readonly storage: string },
  uris: readonly string[],
  then?: (client: MessageConnection) => Promise<void>,
): Promise<Opened> {
  const begun = performance.now();
  const { client, pid, stop } = await start(server, places);
  try {
    const { documents, pending } = await overviewOf(client, uris, true);
    const listed = performance.now() - begun;
    const rest = await overviewOf(
      client,
      pending.map(({ uri }) => uri),
    );
    const filled = performance.now() - begun;
    const processor = await processorMilliseconds(pid);
    const all = [...documents, ...rest.documents];
    const decided = all.reduce((sum, { counts }) => sum + counts.accepted, 0);
    if (all.length !== DOCUMENTS || decided !== DECISIONS)
      throw new Error(`the overview has ${all.length} documents and ${decided} decisions`);
    await then?.(client);
    return { listed, filled, processor };
  } finally {
    await stop();
  }
}

function overviewOf(
  client: MessageConnection,
  uris: readonly string[],
  knownOnly = false,
): Promise<OverviewResult> {
  return client.sendRequest<OverviewResult>("outcomeLens/review/overview", { uris, knownOnly });
}

/** Decisions one after the other on an open document; each is on disk, and its answer is what the editor marks. */
async function decide(client: MessageConnection, uri: string): Promise<void> {
  const text = await readFile(new URL(uri), "utf8");
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "plaintext", version: 1, text },
  });
  const { statements } = await client.sendRequest<ReviewDocument>("outcomeLens/review/document", { uri });
  const taken: number[] = [];
  for (let i = 0; i < DECIDED; i++) {
    const { id } = statements[i % statements.length]!;
    const action = { do: i % 3 === 2 ? "accept" : i % 3 === 1 ? "undo" : "reject", on: { ids: [id] } };
    const [{ document }, milliseconds] = await timed(() =>
      client.sendRequest<DecideResult>("outcomeLens/review/decide", { uri, action }),
    );
    if (document.statements.length !== statements.length) throw new Error("a statement was lost");
    taken.push(milliseconds);
  }
  report(`a decision on disk and back, median of ${DECIDED}`, quantile(taken, 0.5), 100);
  report(`a decision on disk and back, 95 of 100`, quantile(taken, 0.95), 250);
}
