import { type BlobStore, openBlobStore } from '@congso/domain/stores/blobs';
import { connectMongo } from '@congso/domain/stores/mongo';
import type { Connection } from 'mongoose';
import type { Env } from './env.ts';

/** Where an office's data is. Redis holds none: what waits there is made anew from the database. */
export type Stores = { readonly db: Connection; readonly blobs: BlobStore };

/** Opens the stores for as long as the work takes. */
export async function withStores<T>(env: Env, work: (stores: Stores) => Promise<T>): Promise<T> {
  const db = await connectMongo(env.MONGODB_URL);
  try {
    return await work({ db, blobs: await openBlobStore(env.BLOB_DIR) });
  } finally {
    await db.close();
  }
}
