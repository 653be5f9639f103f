import { type Connection, mongo } from 'mongoose';
import { readLines } from '../line-file.ts';

const { EJSON } = mongo.BSON;
const BATCH_LINES = 500;
const BATCH_CHARACTERS = 4 * 1024 * 1024;

/** Inserts every line of a dump as the document it was, some hundreds at a time. */
export async function loadCollection(db: Connection, name: string, path: string): Promise<void> {
  let batch: mongo.Document[] = [];
  let characters = 0;
  const insert = async () => {
    if (batch.length > 0) await db.collection(name).insertMany(batch);
    batch = [];
    characters = 0;
  };
  for await (const line of readLines(path)) {
    batch.push(EJSON.parse(line, { relaxed: false }) as mongo.Document);
    characters += line.length;
    if (batch.length >= BATCH_LINES || characters >= BATCH_CHARACTERS) await insert();
  }
  await insert();
}
