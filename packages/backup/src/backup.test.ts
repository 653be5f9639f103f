import { mkdtemp, open, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDirect } from '@congso/domain/chat/open-direct';
import { COLLECTIONS } from '@congso/domain/collections';
import { createFileFromBlob } from '@congso/domain/files/create-file';
import { sendMessage } from '@congso/domain/messages/send-message';
import { newId } from '@congso/domain/office/ids';
import { people } from '@congso/domain/people/person-model';
import { hashPassword } from '@congso/domain/sessions/passwords';
import { signIn } from '@congso/domain/sessions/sign-in/sign-in';
import { requestSms } from '@congso/domain/sms/request-sms';
import { sendSms } from '@congso/domain/sms/sending/send-sms';
import { smsMessages } from '@congso/domain/sms/sms-model';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { mongo } from 'mongoose';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { takeBackup } from './backup/take-backup.ts';
import { hashFile, writeLines } from './line-file.ts';
import { backupPaths, FORMAT, type Lines, writeManifest } from './manifest.ts';
import { restoreBackup } from './restore/restore-backup.ts';

const PASSWORD = 'mot-mat-khau-dai';
const PLACE = { address: '192.0.2.1', userAgent: '' };
const LETTER = Buffer.from('Công văn số 123/SNV-VP\n'.repeat(20_000));
/** U+2028 ends a line for some readers of lines, and comes into a message with text pasted from elsewhere. */
const TEXT = 'Trước\u2028sau, "ngoặc" và 😀';

let folder: string;
let backup: string;
let office: TestOffice;
let other: TestOffice;
let conversationId: string;

const say = async (where: TestOffice, text: string) => {
  const head = await callerOf(where, 'planning-head');
  return sendMessage(where, head, { conversationId, clientId: newId(), text, fileIds: [], replyTo: null });
};

/** Every document as the database holds it, types included. */
async function contentOf({ db }: TestOffice): Promise<Record<string, string[]>> {
  const content: Record<string, string[]> = {};
  for (const { name } of COLLECTIONS) {
    const documents = await db.collection(name).find({}, { promoteValues: false }).sort({ _id: 1 }).toArray();
    content[name] = documents.map((document) => mongo.BSON.EJSON.stringify(document, { relaxed: false }));
  }
  return content;
}

async function blobsOf({ blobs }: TestOffice): Promise<string[]> {
  const hashes: string[] = [];
  for await (const sha256 of blobs.list()) hashes.push(sha256);
  return hashes;
}

async function expectEmpty(one: TestOffice): Promise<void> {
  // The secret it made for itself when it was opened is all there is.
  const { secrets: _own, ...content } = await contentOf(one);
  expect(Object.values(content).flat()).toEqual([]);
  expect(await blobsOf(one)).toEqual([]);
}

async function* bytes(content: Buffer): AsyncIterable<Uint8Array> {
  yield content;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'congso-backup-'));
  office = await openTestOffice();
  await buildOffice(office);
  await people.of(office).updateMany({}, { $set: { passwordHash: await hashPassword(PASSWORD) } });
  const direct = await openDirect(office, await callerOf(office, 'planning-head'), { personId: 'clerk' });
  conversationId = direct.id;
  const blob = await office.blobs.put(bytes(LETTER));
  const place = { kind: 'conversation', id: conversationId } as const;
  const letter = { id: 'letter', name: 'công văn.txt', mime: 'text/plain', blob, place, uploadedById: 'clerk' };
  await createFileFromBlob(office, letter);
  await say(office, TEXT);
  await signIn(office, { login: 'planning-head', password: PASSWORD }, PLACE);
  // A double without anything behind its point is still a double.
  await office.db.collection('smsPace').insertOne({ _id: 'double', weight: new mongo.Double(3) } as never);
  await office.relay.settled();
});

afterAll(async () => {
  await closeTestOffice(office);
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  backup = join(folder, newId());
  other = await openTestOffice();
});

afterEach(() => closeTestOffice(other));

test('what is restored elsewhere is the same to the last document and byte, and its people sign in anew', {
  timeout: 60_000,
}, async () => {
  await takeBackup(office, backup);
  await restoreBackup(other, backup);
  const { sessions, ...carried } = await contentOf(office);
  expect(sessions).toHaveLength(1);
  expect(await contentOf(other)).toEqual({ ...carried, sessions: [] });

  const [sha256 = ''] = await blobsOf(other);
  expect(await readFile(other.blobs.path(sha256))).toEqual(LETTER);
  const { me } = await signIn(other, { login: 'planning-head', password: PASSWORD }, PLACE);
  expect(me.person.id).toBe('planning-head');
  const { fact } = await say(other, 'Nói tiếp');
  expect(fact.seq).toBe(2);
});

test('a restored office has the indexes that keep its rules', async () => {
  await takeBackup(office, backup);
  await restoreBackup(other, backup);
  const facts = other.db.collection('facts');
  const { _id, ...twice } = { ...(await facts.findOne({})) };
  await expect(facts.insertOne(twice as never)).rejects.toThrow('E11000');
});

test('a backup in which one byte was changed is refused, wherever it is, and nothing is written', async () => {
  await takeBackup(office, backup);
  const names = await readdir(backup, { recursive: true, withFileTypes: true });
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    const file = await open(path, 'r+');
    const { size } = await file.stat();
    const middle = Math.floor(size / 2);
    if (size > 0) {
      const { buffer } = await file.read(Buffer.alloc(1), 0, 1, middle);
      await file.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, middle);
      await expect(restoreBackup(other, backup), path).rejects.toThrow(/damaged/);
      await file.write(buffer, 0, 1, middle);
    }
    await file.close();
  }
  await expectEmpty(other);
  await restoreBackup(other, backup);
});

test('a backup in which a file is missing is refused, whichever it is, and nothing is written', async () => {
  await takeBackup(office, backup);
  const names = await readdir(backup, { recursive: true, withFileTypes: true });
  for (const entry of names.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    await unlink(path);
    await expect(restoreBackup(other, backup), path).rejects.toThrow(path);
    await writeFile(path, content);
  }
  await expectEmpty(other);
});

test('an office that holds anything is not restored into', async () => {
  await takeBackup(office, backup);
  await other.db.collection('holidays').insertOne({ _id: '2026-01-01' } as never);
  await expect(restoreBackup(other, backup)).rejects.toThrow(/already holds an office.*\(holidays\)/);
  expect(await other.db.collection('people').countDocuments()).toBe(0);
});

test('an office that was started but never founded is restored into, and its founding address founds nothing', async () => {
  await takeBackup(office, backup);
  await other.db.collection('foundings').insertOne({ _id: 'office', tokenHash: 'x', claim: null } as never);
  await restoreBackup(other, backup);
  expect(await other.db.collection('foundings').countDocuments()).toBe(0);
});

test('a folder that exists is not written into', async () => {
  await takeBackup(office, backup);
  await expect(takeBackup(office, backup)).rejects.toThrow(`${backup} exists already`);
});

test('a file of the office whose bytes have rotten is named, and no backup is left that lacks it', async () => {
  const rotten = await other.blobs.put(bytes(LETTER));
  await writeFile(other.blobs.path(rotten.sha256), LETTER.subarray(1));
  await expect(takeBackup(other, backup)).rejects.toThrow(`${other.blobs.path(rotten.sha256)} is damaged`);
  expect((await readdir(folder)).filter((name) => backup.endsWith(name.replace('.partial', '')))).toEqual([]);
});

test('an office whose folder of files is another, or not mounted, is not called backed up', async () => {
  const elsewhere = { db: office.db, blobs: other.blobs };
  await expect(takeBackup(elsewhere, backup)).rejects.toThrow(
    /1 of the office's files are missing, the first is .*BLOB_DIR/,
  );
  expect((await readdir(folder)).filter((name) => backup.endsWith(name.replace('.partial', '')))).toEqual([]);
});

test('a backup that was made without the files its records name is refused, and nothing is written', async () => {
  await takeBackup(office, backup);
  const paths = backupPaths(backup);
  await rm(paths.blobs, { recursive: true });
  await Promise.all([paths.blobList, paths.manifest, paths.manifestHash].map((path) => unlink(path)));
  const collections: Record<string, Lines> = {};
  for (const name of await readdir(paths.collections)) {
    const sha256 = await hashFile(join(paths.collections, name));
    collections[name.replace('.jsonl', '')] = { lines: 0, sha256 };
  }
  const blobs = await writeLines(paths.blobList, (async function* () {})());
  await writeManifest(backup, { format: FORMAT, version: '1', takenAt: '2026-01-01T00:00:00Z', collections, blobs });
  await expect(restoreBackup(other, backup)).rejects.toThrow('it lacks 1 of the files that its records name');
  await expectEmpty(other);
});

test('a letter whose bytes went a moment before their records stops no backup', async () => {
  const gone = 'f'.repeat(64);
  const mail = { _id: 'destroyed', state: 'destroyed', rawSha256: gone };
  await other.db.collection('mails').insertOne(mail as never);
  await other.db
    .collection('files')
    .insertOne({ _id: 'f', sha256: gone, place: { kind: 'mail', id: 'destroyed' } } as never);
  await takeBackup(other, backup);
});

test('an SMS that waited when the backup was taken may have gone out since: it ends unknown and is not sent', async () => {
  const waiting = await openTestOffice();
  await buildOffice(waiting);
  const request = { causeId: 'task', personId: 'clerk', purpose: 'taskAssigned', reference: '12/2026' } as const;
  const { _id } = await requestSms(waiting, { ...request, dueDate: null, isExpress: true, isSecret: false });
  await waiting.relay.settled();
  await takeBackup(waiting, backup);
  await closeTestOffice(waiting);

  await restoreBackup(other, backup);
  await sendSms(other, _id, join(folder, 'sms'));
  expect(await smsMessages.of(other).findOne({ _id }).lean()).toMatchObject({ state: 'unknown', nextAt: null });
});
