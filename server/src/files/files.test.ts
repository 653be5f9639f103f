import { randomBytes } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createGroup } from '@congso/domain/chat/groups/create-group';
import { removeMember } from '@congso/domain/chat/groups/remove-member';
import { files } from '@congso/domain/files/file-model';
import { MAX_LOOSE } from '@congso/domain/files/uploads/make-way';
import { listMessages } from '@congso/domain/messages/list-messages';
import { sendMessage } from '@congso/domain/messages/send-message';
import { openSession } from '@congso/domain/sessions/open-session';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { filesRouter } from './files-router.ts';
import { openUploadStore } from './upload-store.ts';

let office: TestOffice;
let http: Server;
let url: string;
let folder: string;
const tokens = new Map<string, string>();

beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  folder = join(office.blobFolder, 'uploads');
  tokens.clear();
  for (const who of ['planning-officer', 'finance-officer', 'clerk']) {
    tokens.set(who, (await openSession(office, who, 'token', 'test')).secret);
  }
  const app = express();
  app.use('/files', await filesRouter(office, folder, []));
  http = createServer(app);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(async () => {
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await closeTestOffice(office);
});

type Headers = Record<string, string>;
const ask = (who: string, method: string, path: string, headers: Headers = {}, body?: Uint8Array) =>
  fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${tokens.get(who) ?? ''}`, 'tus-resumable': '1.0.0', ...headers },
    ...(body && { body }),
  });
const base64 = (text: string) => Buffer.from(text).toString('base64');
const begin = (who: string, size: number, name = 'báo cáo.pdf', type = 'application/pdf') =>
  ask(who, 'POST', '/files/upload', {
    'upload-length': String(size),
    'upload-metadata': `filename ${base64(name)},filetype ${base64(type)}`,
  });
const patch = (who: string, path: string, offset: number, body: Uint8Array) =>
  ask(who, 'PATCH', path, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, body);
const locationOf = (response: Response) => response.headers.get('location') ?? '';
const idOf = (path: string) => path.split('/').at(-1) ?? '';

/** Sends a whole file and answers its id. */
async function upload(who: string, content: Uint8Array, name?: string, type?: string): Promise<string> {
  const path = locationOf(await begin(who, content.length, name, type));
  expect((await patch(who, path, 0, content)).status).toBe(204);
  return idOf(path);
}
const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('an upload', () => {
  it('goes on where it stopped and becomes a file under the last part of its address', async () => {
    const content = randomBytes(300_000);
    const path = locationOf(await begin('planning-officer', content.length));
    expect(path).toMatch(/^\/files\/upload\/[\w-]+$/);
    await patch('planning-officer', path, 0, content.subarray(0, 100_000));
    const head = await ask('planning-officer', 'HEAD', path);
    expect([head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual(['100000', '300000']);
    expect((await patch('planning-officer', path, 50_000, content.subarray(50_000))).status).toBe(409);
    expect((await patch('planning-officer', path, 100_000, content.subarray(100_000))).status).toBe(204);
    const got = await ask('planning-officer', 'GET', `/files/${idOf(path)}`);
    expect(Buffer.from(await got.arrayBuffer()).equals(content)).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });

  it('whose last answer was lost is found complete, also when the process died before it became a file', async () => {
    const content = randomBytes(1_000);
    const path = locationOf(await begin('planning-officer', content.length));
    await writeFile(join(folder, idOf(path)), content);
    for (let twice = 0; twice < 2; twice += 1) {
      const head = await ask('planning-officer', 'HEAD', path);
      expect([head.status, head.headers.get('upload-offset')]).toEqual([200, '1000']);
    }
    expect((await ask('planning-officer', 'GET', `/files/${idOf(path)}`)).status).toBe(200);
  });

  it('of another is nobody else’s to see, continue or end', async () => {
    const path = locationOf(await begin('planning-officer', 1_000));
    expect((await ask('clerk', 'HEAD', path)).status).toBe(404);
    expect((await patch('clerk', path, 0, randomBytes(1_000))).status).toBe(404);
    expect((await ask('clerk', 'DELETE', path)).status).toBe(404);
    expect((await patch('planning-officer', path, 0, randomBytes(1_000))).status).toBe(204);
    expect((await ask('clerk', 'GET', `/files/${idOf(path)}`)).status).toBe(404);
  });

  it('that is complete is taken back by its sender alone, and only until it is attached to something', async () => {
    const fileId = await upload('planning-officer', randomBytes(1_000));
    const takeBack = async (who: string) => (await ask(who, 'DELETE', `/files/upload/${fileId}`)).status;
    expect(await takeBack('clerk')).toBe(404);
    const caller = await callerOf(office, 'planning-officer');
    const group = { requestId: 'make-group-1', name: 'Nhóm', memberIds: ['clerk'] };
    const conversationId = (await createGroup(office, caller, group)).id;
    const message = { conversationId, clientId: 'client-id-1', text: '', replyTo: null };
    const loose = await upload('planning-officer', randomBytes(1_000));
    await sendMessage(office, caller, { ...message, fileIds: [fileId] });
    expect(await takeBack('planning-officer')).toBe(404);
    expect((await ask('planning-officer', 'GET', `/files/${fileId}`)).status).toBe(200);
    for (const status of [204, 404]) {
      expect((await ask('planning-officer', 'DELETE', `/files/upload/${loose}`)).status).toBe(status);
    }
    await expect(
      sendMessage(office, caller, { ...message, clientId: 'client-id-2', fileIds: [loose] }),
    ).rejects.toThrow();
  });

  it('needs somebody signed in, from the office’s own pages, and a known address', async () => {
    expect((await begin('nobody', 10)).status).toBe(401);
    const foreign = await ask('clerk', 'POST', '/files/upload', {
      'upload-length': '10',
      origin: 'https://evil.example',
    });
    expect(foreign.status).toBe(403);
    for (const path of ['/files/upload/unknown', '/files/upload/..%2f..%2fmain.ts', '/files/upload/%00']) {
      expect((await ask('clerk', 'HEAD', path)).status, path).toBeGreaterThanOrEqual(400);
    }
  });

  it('that is too large, of unknown length or of no length at all is refused before a byte is taken', async () => {
    const large = await begin('clerk', 513 * 1024 * 1024);
    expect([large.status, await codeOf(large)]).toEqual([413, 'TOO_LARGE']);
    expect((await ask('clerk', 'POST', '/files/upload', { 'upload-defer-length': '1' })).status).toBe(501);
    expect((await ask('clerk', 'POST', '/files/upload')).status).toBe(400);
    const path = locationOf(await begin('clerk', 10));
    expect((await patch('clerk', path, 0, randomBytes(5_000))).status).toBe(413);
    expect(await readdir(join(office.blobFolder, 'incoming'))).toEqual([]);
  });

  it('is begun however many were half sent before: the oldest gives way, its bytes too', async () => {
    const first = locationOf(await begin('clerk', 10));
    await patch('clerk', first, 0, randomBytes(5));
    office.clock.advance(1_000);
    for (let n = 1; n < MAX_LOOSE; n += 1) expect((await begin('clerk', 10)).status).toBe(201);
    expect(await readdir(folder)).toContain(idOf(first));
    const path = locationOf(await begin('clerk', 10));
    expect((await patch('clerk', path, 0, randomBytes(10))).status).toBe(204);
    expect((await ask('clerk', 'HEAD', first)).status).toBe(404);
    expect((await readdir(folder)).filter((name) => name.startsWith(idOf(first)))).toEqual([]);
  });

  it('that was given up leaves nothing', async () => {
    const path = locationOf(await begin('finance-officer', 10));
    expect((await ask('finance-officer', 'DELETE', path)).status).toBe(204);
    expect((await ask('finance-officer', 'HEAD', path)).status).toBe(404);
  });

  it('nobody continued is thrown away after a day', async () => {
    const path = locationOf(await begin('clerk', 10));
    const store = await openUploadStore(office, folder);
    await store.discardExpired();
    expect(await readdir(folder)).toHaveLength(2);
    office.clock.advance(25 * 60 * 60 * 1_000);
    await store.discardExpired();
    expect(await readdir(folder)).toEqual([]);
    expect((await ask('clerk', 'HEAD', path)).status).toBe(404);
  });

  it('that somebody continues every day lives on; one that expired is not continued under the sweep', async () => {
    const day = 23 * 60 * 60 * 1_000;
    const store = await openUploadStore(office, folder);
    const path = locationOf(await begin('clerk', 40));
    for (const offset of [0, 10, 20]) {
      office.clock.advance(day);
      expect((await patch('clerk', path, offset, randomBytes(10))).status).toBe(204);
      await store.discardExpired();
    }
    office.clock.advance(2 * day);
    expect((await patch('clerk', path, 30, randomBytes(10))).status).toBe(404);
    await store.discardExpired();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is cut off when others have filled the disk since it began, keeps what came, and goes on when there is room', async () => {
    const content = randomBytes(600_000);
    const { freeBytes } = office.room;
    const path = locationOf(await begin('clerk', content.length));
    const paths = await Promise.all(Array.from({ length: 3 }, async () => locationOf(await begin('clerk', 10))));
    office.room.freeBytes = async () => 255 * 1024 * 1024;
    for (const small of paths) expect((await patch('clerk', small, 0, randomBytes(10))).status).toBe(503);
    let room = 257 * 1024 * 1024;
    office.room.freeBytes = async () => {
      room -= 1024 * 1024;
      return room;
    };
    const full = await patch('clerk', path, 0, content);
    expect([full.status, await codeOf(full)]).toEqual([503, 'DISK_FULL']);
    office.room.freeBytes = freeBytes;
    const got = Number((await ask('clerk', 'HEAD', path)).headers.get('upload-offset'));
    expect(got).toBeLessThan(content.length);
    expect((await patch('clerk', path, got, content.subarray(got))).status).toBe(204);
    const whole = await ask('clerk', 'GET', `/files/${idOf(path)}`);
    expect(Buffer.from(await whole.arrayBuffer()).equals(content)).toBe(true);
  });

  it('whose server died when its bytes had gone and its record had not is the file it became', async () => {
    const path = `/files/upload/${await upload('clerk', PNG)}`;
    const expiresAt = new Date(office.clock.now().getTime() + 60_000);
    const left = { _id: idOf(path), personId: 'clerk', name: 'a.png', mime: 'image/png', size: PNG.length, expiresAt };
    await office.db.collection('uploads').insertOne(left as never);
    const head = await ask('clerk', 'HEAD', path);
    expect([head.status, head.headers.get('upload-offset')]).toEqual([200, String(PNG.length)]);
  });

  it('whose server died before its bytes had gone leaves none for ever', async () => {
    const end = vi.spyOn(office.db.collection('uploads'), 'deleteOne').mockRejectedValueOnce(new Error('died'));
    const content = randomBytes(1_000);
    const path = locationOf(await begin('clerk', content.length));
    await patch('clerk', path, 0, content);
    expect(end).toHaveBeenCalled();
    expect(await readdir(folder)).toEqual([]);
    expect((await ask('clerk', 'HEAD', path)).status).toBe(200);
  });

  it('whose bytes are gone is none, and no fault of ours', async () => {
    const path = locationOf(await begin('clerk', 10));
    await rm(folder, { recursive: true });
    expect((await ask('clerk', 'HEAD', path)).status).toBe(404);
  });

  it('of nothing is a file of nothing', async () => {
    const id = idOf(locationOf(await begin('clerk', 0, 'trống.txt', 'text/plain')));
    const got = await ask('clerk', 'GET', `/files/${id}`);
    expect([got.status, await got.text()]).toEqual([200, '']);
  });
});

describe('a download', () => {
  it('never runs as a page of the office, whatever it calls itself', async () => {
    const html = Buffer.from('<!doctype html><script>alert(document.cookie)</script>');
    for (const type of ['text/html', 'image/png', 'image/svg+xml', 'application/pdf']) {
      const id = await upload('clerk', html, 'trang.html', type);
      const got = await ask('clerk', 'GET', `/files/${id}?inline`);
      expect(got.headers.get('content-disposition')).toMatch(/^attachment/);
      expect(got.headers.get('content-type')).not.toMatch(/html|svg|png|pdf/);
      expect(got.headers.get('x-content-type-options')).toBe('nosniff');
      expect(got.headers.get('content-security-policy')).toContain('sandbox');
    }
    // Recorded before this was so, or by a door that forgot.
    const old = await upload('clerk', html, 'trang.html');
    await files.of(office).updateOne({ _id: old }, { $set: { mime: 'text/html' } });
    expect((await ask('clerk', 'GET', `/files/${old}`)).headers.get('content-type')).toBe('application/octet-stream');
    const picture = await ask('clerk', 'GET', `/files/${await upload('clerk', PNG, 'ảnh.png', 'text/html')}?inline`);
    expect(picture.headers.get('content-disposition')).toMatch(/^inline/);
    expect(picture.headers.get('content-type')).toBe('image/png');
  });

  it('bears a clean name in UTF-8', async () => {
    const id = await upload('clerk', PNG, '../../etc/Tờ trình "số 1"\r\nSet-Cookie: a=b\u202e.pdf');
    const disposition = (await ask('clerk', 'GET', `/files/${id}`)).headers.get('content-disposition') ?? '';
    const name = decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(disposition)?.[1] ?? '');
    expect(name).toBe('Tờ trình _số 1_ Set-Cookie_ a=b.pdf');
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; /);
  });

  it('gives a part where one is asked for, and says when there is none', async () => {
    const content = randomBytes(10_000);
    const id = await upload('clerk', content);
    const part = await ask('clerk', 'GET', `/files/${id}`, { range: 'bytes=100-199' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 100-199/10000']);
    expect(Buffer.from(await part.arrayBuffer()).equals(content.subarray(100, 200))).toBe(true);
    const end = await ask('clerk', 'GET', `/files/${id}`, { range: 'bytes=-50' });
    expect(Buffer.from(await end.arrayBuffer()).equals(content.subarray(-50))).toBe(true);
    expect((await ask('clerk', 'GET', `/files/${id}`, { range: 'bytes=10000-' })).status).toBe(416);
    const many = await ask('clerk', 'GET', `/files/${id}`, { range: 'bytes=0-1,5-6' });
    expect([many.status, (await many.arrayBuffer()).byteLength]).toEqual([200, 10_000]);
    const again = await ask('clerk', 'GET', `/files/${id}`, {
      'if-none-match': `"${id}"`,
      'cache-control': 'max-age=0',
    });
    expect(again.status).toBe(304);
  });
});

describe('a file sent in a conversation', () => {
  const group = async () => {
    const input = { requestId: 'make-group-1', name: 'Nhóm', memberIds: ['finance-officer'] };
    return (await createGroup(office, await callerOf(office, 'planning-officer'), input)).id;
  };
  const send = async (who: string, conversationId: string, fileIds: string[], clientId = 'client-id-1') =>
    sendMessage(office, await callerOf(office, who), { conversationId, clientId, text: '', fileIds, replyTo: null });

  it('is read by its members, by nobody else, and by no member who was removed', async () => {
    const conversationId = await group();
    const fileId = await upload('planning-officer', PNG, 'ảnh.png');
    const statusFor = async (who: string) => (await ask(who, 'GET', `/files/${fileId}`)).status;
    expect(await statusFor('finance-officer')).toBe(404);
    const { fact } = await send('planning-officer', conversationId, [fileId]);
    expect(fact).toMatchObject({ files: [{ id: fileId, name: 'ảnh.png', mime: 'image/png', size: PNG.length }] });
    expect([await statusFor('finance-officer'), await statusFor('clerk')]).toEqual([200, 404]);
    await removeMember(office, await callerOf(office, 'planning-officer'), {
      conversationId,
      requestId: 'remove-1-1',
      personId: 'finance-officer',
    });
    expect(await statusFor('finance-officer')).toBe(404);
  });

  it('sent twice under one client id is one message; elsewhere the file is not to be had again', async () => {
    const conversationId = await group();
    const fileId = await upload('planning-officer', PNG);
    const first = await send('planning-officer', conversationId, [fileId]);
    expect(await send('planning-officer', conversationId, [fileId])).toEqual(first);
    const { facts } = await listMessages(office, await callerOf(office, 'finance-officer'), { conversationId });
    expect(facts.at(-1)).toEqual(first.fact);
    const other = { requestId: 'make-group-2', name: 'Nhóm hai', memberIds: ['clerk'] };
    const elsewhere = (await createGroup(office, await callerOf(office, 'planning-officer'), other)).id;
    await expect(send('planning-officer', elsewhere, [fileId])).rejects.toMatchObject({
      code: 'FILE_GONE',
      field: 'fileIds.0',
    });
  });

  it('cannot be another’s, an unknown one, one still under way, or put where one may not write', async () => {
    const conversationId = await group();
    const theirs = await upload('finance-officer', PNG);
    await expect(send('planning-officer', conversationId, [theirs])).rejects.toMatchObject({ code: 'FILE_GONE' });
    await expect(send('planning-officer', conversationId, ['unknown'])).rejects.toMatchObject({ code: 'FILE_GONE' });
    const underWay = idOf(locationOf(await begin('planning-officer', 100)));
    await expect(send('planning-officer', conversationId, [underWay])).rejects.toMatchObject({
      code: 'FILE_INCOMPLETE',
    });
    const mine = await upload('clerk', PNG);
    await expect(send('clerk', conversationId, [mine])).rejects.toMatchObject({
      code: 'NOT_FOUND',
      field: 'conversationId',
    });
    expect((await ask('clerk', 'GET', `/files/${mine}`)).status).toBe(200);
  });

  it('whose bytes changed on the disk, or are gone, is said to be lost and never served', async () => {
    const fileId = await upload('clerk', PNG);
    expect((await ask('clerk', 'GET', `/files/${fileId}`)).status).toBe(200);
    const { sha256 } = (await files.of(office).findOne({ _id: fileId }).lean()) ?? {};
    const changed = Buffer.from(PNG);
    changed[changed.length - 1] = 0xff;
    await writeFile(office.blobs.path(sha256 ?? ''), changed);
    for (const headers of [{}, { range: 'bytes=0-3' }]) {
      const damaged = await ask('clerk', 'GET', `/files/${fileId}`, headers);
      expect([damaged.status, await codeOf(damaged)]).toEqual([500, 'CONTENT_LOST']);
    }
    for (const shelf of await readdir(office.blobFolder)) {
      if (shelf.length === 2) await rm(join(office.blobFolder, shelf), { recursive: true });
    }
    const got = await ask('clerk', 'GET', `/files/${fileId}`);
    expect([got.status, await codeOf(got)]).toEqual([500, 'CONTENT_LOST']);
  });
});
