import { defineCollection } from '../../stores/collection.ts';

/** An upload nobody continued for so long is thrown away. */
export const UPLOAD_LIFE_MS = 24 * 60 * 60 * 1_000;

/** An upload that is under way; its bytes wait in a folder of the server. `_id` becomes the file's id. */
export type UploadDoc = { _id: string; personId: string; name: string; mime: string; size: number; expiresAt: Date };

export const uploads = defineCollection<UploadDoc>(
  'uploads',
  { _id: String, personId: String, name: String, mime: String, size: Number, expiresAt: Date },
  [[{ personId: 1 }], [{ expiresAt: 1 }]],
);
