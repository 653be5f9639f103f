import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COLLECTIONS } from '@congso/domain/collections';
import { createManualClock, type ManualClock } from '@congso/domain/office/clock';
import { newId } from '@congso/domain/office/ids';
import { type OpenOffice, openOffice } from '@congso/domain/open-office';
import { pino } from 'pino';
import { inject } from 'vitest';
// What the run provides is declared there; without this a package that only uses `inject` does not know it.
import type {} from './stores.ts';

/** An office of its own: database, Redis prefix, blob folder and a clock that stands still until moved. */
export type TestOffice = OpenOffice & {
  readonly clock: ManualClock;
  readonly databaseUrl: string;
  readonly blobFolder: string;
};

/** A working Tuesday, 10:00 in Hanoi. */
export const TEST_DAY = new Date('2026-03-10T03:00:00.000Z');

/**
 * Databases with all their indexes that no test uses any more. Making a database costs a second, emptying one a few
 * milliseconds, so a test gets an emptied one of this worker's; while it runs it is its alone.
 */
const spareDatabases: string[] = [];

/** Opens an office on the run's engine and Redis. Close it with `closeTestOffice`. */
export async function openTestOffice(options: { now?: Date } = {}): Promise<TestOffice> {
  const unique = `t${newId().replace(/[^A-Za-z0-9]/g, '')}`;
  const name = spareDatabases.pop() ?? unique;
  const blobFolder = await mkdtemp(join(tmpdir(), 'congso-blobs-'));
  const databaseUrl = `${inject('mongoSocket')}${name}?directConnection=true&w=1&journal=true`;
  const clock = createManualClock(options.now ?? TEST_DAY);
  const office = await openOffice({
    mongoUrl: databaseUrl,
    redisUrl: inject('redisUrl'),
    redisPrefix: unique,
    blobFolder,
    clock,
    log: pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }),
  });
  return Object.assign(office, { clock, databaseUrl, blobFolder });
}

/** Waits for the relay, empties the database for the next test and closes everything. */
export async function closeTestOffice(office: TestOffice): Promise<void> {
  await office.relay.settled();
  await Promise.all(COLLECTIONS.map((collection) => collection.of(office).collection.deleteMany({})));
  spareDatabases.push(office.db.name);
  await office.close();
  await rm(office.blobFolder, { recursive: true, force: true });
}
