import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';

const { EJSON } = mongo.BSON;
const BATCH = 500;

/** Every document of a collection as canonical EJSON, in which a double that happens to be 3 stays a double. */
export async function* dumpCollection(db: Connection, name: string): AsyncIterable<string> {
  const options = { promoteValues: false, promoteLongs: false, promoteBuffers: false, batchSize: BATCH };
  for await (const document of db.collection(name).find({}, options)) {
    yield EJSON.stringify(document, { relaxed: false });
  }
}
