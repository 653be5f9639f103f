import type { UseStore } from 'idb-keyval';

/** A copy of more fills the disk of an old machine for the few who close a tab half way; those choose it again. */
const MOST_BYTES = 100 * 1024 * 1024;

let opened: UseStore | null = null;

/** The store of a browser, and what can be done with it; loaded by whoever sends a file. */
async function open() {
  const { createStore, del, get, keys, set } = await import('idb-keyval');
  opened ??= createStore('congso', 'files');
  return { files: opened, del, get, keys, set };
}

/** Keeps what was chosen until it has arrived, so that a closed tab does not lose it. */
export async function keepBytes(key: string, file: Blob): Promise<void> {
  if (file.size <= MOST_BYTES)
    await tried(async () => {
      const { files, set } = await open();
      await set(key, file, files);
    }, undefined);
}

export async function readBytes(key: string): Promise<Blob | null> {
  return tried(async () => {
    const { files, get } = await open();
    return (await get<Blob>(key, files)) ?? null;
  }, null);
}

export async function forgetBytes(key: string): Promise<void> {
  await tried(async () => {
    const { files, del } = await open();
    await del(key, files);
  }, undefined);
}

/** Forgets what belongs to no upload that is known, as a tab leaves it that was closed in the wrong moment. */
export async function forgetOtherBytes(listKnown: () => readonly string[]): Promise<void> {
  const kept = await tried(async () => {
    const { files, keys } = await open();
    return keys<string>(files);
  }, []);
  // Asked afterwards: what was chosen meanwhile in another tab is known before its bytes are kept.
  const known = listKnown();
  for (const key of kept) if (!known.includes(key)) await forgetBytes(key);
}

/** A private window, or a device that is full, keeps nothing: then the file is chosen again, and nobody need hear of it. */
async function tried<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}
