import { closeTestOffice, openTestOffice } from '@congso/test/support/test-office';
import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { isDuplicateKey, isStoreAway } from './mongo.ts';

it('a line that breaks in the middle of a write is one to a database that is away', () => {
  const broken = (code: string) => Object.assign(new Error(`write ${code}`), { code, syscall: 'write' });
  for (const code of ['EPIPE', 'ECONNRESET', 'ECONNREFUSED']) expect(isStoreAway(broken(code))).toBe(true);
  const network = new mongoose.mongo.MongoNetworkError('connection closed');
  const { MongoBulkWriteError } = mongoose.mongo;
  const bulk = new MongoBulkWriteError(network as never, { insertedCount: 0 } as never);
  expect(isStoreAway(bulk)).toBe(true);
});

it('a refusal by the database is none of that', async () => {
  const office = await openTestOffice();
  const rows = office.db.collection<{ _id: string }>('history');
  await rows.insertOne({ _id: 'a' });
  const twice = await rows.insertMany([{ _id: 'a' }]).catch((error: unknown) => error);
  expect([isDuplicateKey(twice), isStoreAway(twice)]).toEqual([true, false]);
  expect(isStoreAway(new Error('bug'))).toBe(false);
  await closeTestOffice(office);
});
