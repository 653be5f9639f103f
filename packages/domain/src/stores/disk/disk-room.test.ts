import { expect, it, vi } from 'vitest';
import { openDiskRoom } from './disk-room.ts';

const MB = 1024 * 1024;

it('is short when the database has only its reserve left, and not when contents have filled a disk of their own', async () => {
  const free: Record<string, number> = { blobs: 0, mongo: 900 * MB };
  const room = openDiskRoom({ contents: 'blobs', database: 'mongo' }, async (folder) => free[folder] ?? 0);
  expect([await room.isShort(), await room.freeBytes()]).toEqual([false, 0]);
  free.blobs = 900 * MB;
  free.mongo = 100 * MB;
  expect(await room.freeBytes()).toBe(100 * MB);
  await vi.waitUntil(() => room.isShort(), { timeout: 10_000 });
  free.mongo = 900 * MB;
  await vi.waitUntil(async () => !(await room.isShort()), { timeout: 10_000 });
  expect(await openDiskRoom({ contents: 'blobs' }, async () => 0).isShort()).toBe(false);
});
