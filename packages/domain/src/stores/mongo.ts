import mongoose, { type Connection } from 'mongoose';

/**
 * Connects so that an acknowledged write is a journaled write (G1). Indexes are made by `open-office.ts`, not
 * by mongoose behind our back, so that no command races its own unique index.
 */
export async function connectMongo(url: string): Promise<Connection> {
  // An address may name its own write concern: the embedded engine's must, because it answers 'majority' too early.
  const namesWriteConcern = /[?&]w=/.test(url);
  const connection = mongoose.createConnection(url, {
    ...(namesWriteConcern ? {} : { w: 'majority' }),
    journal: true,
    retryWrites: false,
    serverSelectionTimeoutMS: 4_000,
    connectTimeoutMS: 4_000,
    socketTimeoutMS: 20_000,
    maxPoolSize: 40,
    // While all lines hang, whoever waits for one is told so instead of queueing without end.
    waitQueueTimeoutMS: 10_000,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
  });
  return connection.asPromise();
}

/** Whether an error is a violation of a unique index; `index` names a field of it when one is asked for. */
export function isDuplicateKey(error: unknown, field?: string): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, keyPattern, writeErrors } = error as {
    code?: unknown;
    keyPattern?: Record<string, unknown>;
    writeErrors?: unknown;
  };
  if (code !== 11000) return Array.isArray(writeErrors) && writeErrors.some((one) => isDuplicateKey(one, field));
  return field === undefined || (keyPattern !== undefined && field in keyPattern);
}

const AWAY = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoWaitQueueTimeoutError',
  'MongooseServerSelectionError',
  'MongoTopologyClosedError',
  'MongoClientClosedError',
  'PoolClearedOnNetworkError',
]);
/** The driver hands on bare what the system says when a line breaks in the middle of a write. */
const BROKEN_LINE = new Set(['EPIPE', 'ECONNRESET', 'ECONNREFUSED']);

/** Whether an error says that the database cannot be reached just now: doors answer "try again", never "no". */
export function isStoreAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (AWAY.has(error.name)) return true;
  const { code, errorResponse } = error as { code?: unknown; errorResponse?: unknown };
  if (typeof code === 'string' && BROKEN_LINE.has(code)) return true;
  // A bulk write wraps whatever ended it.
  if (error.name === 'MongoBulkWriteError' && errorResponse !== error && isStoreAway(errorResponse)) return true;
  // With bufferCommands off mongoose refuses in words while it is disconnected.
  return error.name === 'MongooseError' && /initial connection|bufferCommands|not connected/i.test(error.message);
}
