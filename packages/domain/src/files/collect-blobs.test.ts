import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mails } from '../mail/mail-model.ts';
import type { Caller } from '../office/caller.ts';
import { attachFiles } from './attach-files.ts';
import { collectBlobs } from './collect-blobs.ts';
import { createFileFromBlob } from './create-file.ts';
import { files } from './file-model.ts';
import { beginUpload } from './track-upload.ts';

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
  it('counts like what is half sent, until it is attached or collected', async () => {
    for (let n = 0; n < 49; n += 1) await send(`f${n}`, 'the same');
    const begin = () => beginUpload(office, an, { name: 'a', mime: 'text/plain', size: 1 });
    await begin();
    await expect(begin()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    await attachFiles(office, an, ['f0'], { kind: 'task', id: 't' });
    await begin();
    await expect(begin()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    office.clock.advance(8 * DAY);
    await collectBlobs(office);
    await begin();
  });
});
