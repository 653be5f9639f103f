import { z } from 'zod';
import { query } from './command.ts';
import { idSchema, instantSchema } from './ids.ts';

/**
 * A file as people see it. Bytes are sent with the tus protocol to `/files/upload`; the last part of the upload's address
 * is the file's id. They are read from `/files/{id}`, with `?inline` to look at a picture or PDF; access is always
 * through this record, never by content hash.
 */
export const fileSchema = z.object({
  id: idSchema,
  name: z.string(),
  mime: z.string(),
  size: z.number().int(),
  uploadedAt: instantSchema,
});
export type FileRecord = z.infer<typeof fileSchema>;

export const filesCommands = {
  'files.get': query('Name, type and size of a file', z.object({ fileId: idSchema }), fileSchema),
};
