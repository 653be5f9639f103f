import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createManualClock, type ManualClock } from '@congso/domain/office/clock';
import { newId } from '@congso/domain/office/ids';
import { type OpenOffice, openOffice } from '@congso/domain/open-office';
import { pino } from 'pino';
import { inject } from 'vitest';

/** An office of its own: database, Redis prefix, blob folder and a clock that stands still until moved. */
export type TestOffice = OpenOffice & {
  readonly clock: ManualClock;
  readonly databaseUrl: string;
  readonly blobFolder: string;
};

/** A working Tuesday, 10:00 in Hanoi. */
export const TEST_DAY = new Date('2026-03-10T03:00:00.000Z');

/** Opens an office on the run's engine and Redis. Close it with `closeTestOffice`. */
export async function openTestOffice(options: { now?: Date } = {}): Promise<TestOffice> {
  const name = `t${newId().replace(/[^A-Za-z0-9]/g, '')}`;
  const blobFolder = await mkdtemp(join(tmpdir(), 'congso-blobs-'));
  const databaseUrl = `${inject('mongoSocket')}${name}?directConnection=true&w=1&journal=true`;
  const clock = createManualClock(options.now ?? TEST_DAY);
  const office = await openOffice({
    mongoUrl: databaseUrl,
    redisUrl: inject('redisUrl'),
    redisPrefix: name,
    blobFolder,
    clock,
    log: pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }),
  });
  return Object.assign(office, { clock, databaseUrl, blobFolder });
}

/** Waits for the relay, drops the database and closes everything. */
export async function closeTestOffice(office: TestOffice): Promise<void> {
  await office.relay.settled();
  await office.db.dropDatabase();
  await office.close();
  await rm(office.blobFolder, { recursive: true, force: true });
}
