import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mails } from '../mail/mail-model.ts';
import type { Caller } from '../office/caller.ts';
import type { Refusal } from '../office/refusal.ts';
import { attachFiles } from './attach-files.ts';
import { collectBlobs } from './collect-blobs.ts';
import { createFileFromBlob } from './create-file.ts';
import { files } from './file-model.ts';
import { takeBackFile } from './remove-files.ts';
import { MAX_LOOSE } from './uploads/make-way.ts';
import { beginUpload, continueUpload, findUpload, listExpiredUploads } from './uploads/track-upload.ts';

const DAY = 24 * 60 * 60 * 1_000;
const an: Caller = { personId: 'an', sessionId: 's', roles: new Set(), appointments: [], language: 'vi' };

let office: TestOffice;
beforeEach(async () => {
  // The age of a content is told by the disk, which knows only today.
  office = await openTestOffice({ now: new Date() });
});
afterEach(() => closeTestOffice(office));

const put = (text: string) => office.blobs.put(Readable.from([Buffer.from(text)]));
const send = async (id: string, text = id) =>
  createFileFromBlob(office, {
    ...{ id, name: `${id}.txt`, mime: 'text/plain', blob: await put(text), place: null, uploadedById: 'an' },
  });
const isKept = (text: string) => office.blobs.has(createHash('sha256').update(text).digest('hex'));

describe('collecting', () => {
  it('removes after seven days what nobody attached and what nobody refers to, and nothing else', async () => {
    await send('forgotten');
    await send('attached');
    await send('twice-1', 'twice');
    await send('twice-2', 'twice');
    await attachFiles(office, an, ['attached', 'twice-2'], { kind: 'task', id: 't' });
    await put('left behind');
    const { sha256 } = await put('a letter');
    await mails.of(office).collection.insertOne({ _id: 'm' as never, rawSha256: sha256, state: 'registered' });

    office.clock.advance(7 * DAY - 60_000);
    expect(await collectBlobs(office)).toBe(0);
    office.clock.advance(120_000);
    expect(await collectBlobs(office)).toBe(2);
    expect(await collectBlobs(office)).toBe(0);

    const left = await files.of(office).find().sort({ _id: 1 }).lean();
    expect(left.map(({ _id }) => _id)).toEqual(['attached', 'twice-2']);
    const contents = ['forgotten', 'attached', 'twice', 'left behind', 'a letter'];
    expect(await Promise.all(contents.map(isKept))).toEqual([false, true, true, false, true]);
  });
});

describe('what one person sent and attached to nothing', () => {
  const begin = () => beginUpload(office, an, { name: 'a', mime: 'text/plain', size: 1 });

  it('keeps nobody from sending more: the oldest give way, half sent or whole, and never what is attached', async () => {
    await send('attached');
    await attachFiles(office, an, ['attached'], { kind: 'task', id: 't' });
    await send('oldest');
    office.clock.advance(1_000);
    const given = await begin();
    office.clock.advance(1_000);
    const continued = await begin();
    for (let n = 3; n < MAX_LOOSE; n += 1) await send(`f${n}`, 'the same');
    office.clock.advance(1_000);
    await continueUpload(office, 'an', continued._id);

    await begin();
    await begin();
    await begin();
    const left = await files.of(office).find().lean();
    const ids = left.map(({ _id }) => _id);
    expect(ids).toContain('attached');
    expect(ids).not.toContain('oldest');
    expect(ids.filter((id) => id.startsWith('f'))).toHaveLength(MAX_LOOSE - 3 - 1);
    expect(await findUpload(office, 'an', given._id)).toBeNull();
    expect((await listExpiredUploads(office)).map(({ _id }) => _id)).toEqual([given._id]);
    expect(await findUpload(office, 'an', continued._id)).not.toBeNull();
  });

  it('and somebody else’s stays', async () => {
    await createFileFromBlob(office, {
      ...{ id: 'of-binh', name: 'b', mime: 'text/plain', blob: await put('b'), place: null, uploadedById: 'binh' },
    });
    for (let n = 0; n <= MAX_LOOSE; n += 1) await begin();
    expect(await files.of(office).countDocuments({ uploadedById: 'binh' })).toBe(1);
  });
});

describe('a file that is named where it cannot be', () => {
  it('is pointed at, whether it gave way, is another’s, is elsewhere or never was', async () => {
    for (const id of ['here', 'elsewhere', 'gone']) await send(id);
    await attachFiles(office, an, ['elsewhere'], { kind: 'task', id: 'other' });
    await createFileFromBlob(office, {
      ...{ id: 'of-binh', name: 'b', mime: 'text/plain', blob: await put('b'), place: null, uploadedById: 'binh' },
    });
    await takeBackFile(office, an, 'gone');
    const halfSent = await begin();
    const refused = async (id: string) =>
      attachFiles(office, an, ['here', 'here', id], { kind: 'task', id: 't' }).catch(
        ({ code, field }: Refusal) => `${code} ${field}`,
      );
    const said = await Promise.all(['gone', 'elsewhere', 'of-binh', 'never', halfSent._id].map(refused));
    expect(said).toEqual([...Array(4).fill('FILE_GONE fileIds.2'), 'FILE_INCOMPLETE fileIds.2']);
  });
  const begin = () => beginUpload(office, an, { name: 'a', mime: 'text/plain', size: 1 });
});
