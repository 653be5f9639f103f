import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createFileFromBlob } from '@congso/domain/files/create-file';
import { endSessions } from '@congso/domain/sessions/end-sessions';
import { openSession } from '@congso/domain/sessions/open-session';
import { buildOffice } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesRouter } from './files-router.ts';

/** More than the kernel holds for a client that does not read. */
const LARGE = 16 * 1024 * 1024;
const STALLED_MS = 1_000;
/** A machine that has other work. */
const PATIENT = { timeout: 15_000 };
let office: TestOffice;
let http: Server;
let port: number;
const lines: Socket[] = [];

beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(async () => {
  for (const line of lines.splice(0)) line.destroy();
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await closeTestOffice(office);
});

async function open(stalledMs: number): Promise<void> {
  const app = express();
  const downloads = { atOnce: 3, mostWaiting: 5, stalledMs };
  app.use('/files', await filesRouter(office, join(office.blobFolder, 'uploads'), [], downloads));
  http = createServer(app);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  port = (http.address() as AddressInfo).port;
}

async function store(uploadedById: string, size: number): Promise<string> {
  const blob = await office.blobs.put(Readable.from([Buffer.alloc(size, uploadedById)]));
  const file = { id: `of-${uploadedById}`, name: 'a.bin', mime: 'text/plain', blob, place: null, uploadedById };
  return (await createFileFromBlob(office, file))._id;
}
const tokenOf = async (who: string) => (await openSession(office, who, 'token', 'test')).secret;

/** Asks for a file and reads no more than the first bytes of it. */
function askAndStall(fileId: string, token: string): { status: string; line: Socket } {
  const line = connect(port, '127.0.0.1');
  const asked = { status: '', line };
  lines.push(line);
  line.once('data', (first: Buffer) => {
    asked.status = first.toString('latin1').slice(9, 12);
    line.pause();
  });
  line.on('error', () => undefined);
  line.write(`GET /files/${fileId} HTTP/1.1\r\nHost: office\r\nAuthorization: Bearer ${token}\r\n\r\n`);
  return asked;
}
const statusesOf = (asked: readonly { status: string }[]) => asked.map(({ status }) => status).filter(Boolean);

describe('downloads that nobody reads', () => {
  it('are a few of one person at once, and keep neither his next one waiting for ever nor a colleague', async () => {
    await open(60_000);
    const [mine, token] = [await store('planning-officer', LARGE), await tokenOf('planning-officer')];
    const asked = Array.from({ length: 10 }, () => askAndStall(mine, token));
    await expect.poll(() => statusesOf(asked).sort(), PATIENT).toEqual(['200', '200', '200', '429', '429']);

    const headers = { authorization: `Bearer ${await tokenOf('finance-officer')}` };
    const theirs = await fetch(`http://127.0.0.1:${port}/files/${await store('finance-officer', 1_000)}`, { headers });
    expect([theirs.status, (await theirs.arrayBuffer()).byteLength]).toEqual([200, 1_000]);

    for (const { status, line } of asked) if (status === '200') line.destroy();
    await expect.poll(() => statusesOf(asked).filter((status) => status === '200'), PATIENT).toHaveLength(6);
  });

  it('are cut off after a while', async () => {
    await open(STALLED_MS);
    const asked = askAndStall(await store('planning-officer', LARGE), await tokenOf('planning-officer'));
    await expect.poll(() => asked.status, PATIENT).toBe('200');
    await expect
      .poll(() => new Promise((resolve) => http.getConnections((_, count) => resolve(count))), {
        timeout: 10 * STALLED_MS,
      })
      .toBe(0);
  });

  it('and wait are not begun for somebody who was signed out meanwhile', async () => {
    await open(60_000);
    const [mine, token] = [await store('planning-officer', LARGE), await tokenOf('planning-officer')];
    const asked = Array.from({ length: 6 }, () => askAndStall(mine, token));
    await expect.poll(() => statusesOf(asked), PATIENT).toHaveLength(3);
    await endSessions(office, 'planning-officer', null);
    for (const { status, line } of asked) if (status !== '') line.destroy();
    await expect.poll(() => statusesOf(asked).sort(), PATIENT).toEqual(['200', '200', '200', '401', '401', '401']);
  });
});
