import { z } from 'zod';
import { query } from './command.ts';
import { idSchema, instantSchema } from './ids.ts';

/**
 * What was found in a file that came from outside, or why it was not looked into. Dangerous: `program`, `shortcut`,
 * `script` and `macros`. Not looked into, and so it may hold anything: `unopened` (a container, as a ZIP or an attached
 * message), `partly-opened`, `encrypted`, `unread` (a picture, a scan or a format whose text is not read).
 */
export const FILE_FINDINGS = [
  'program',
  'shortcut',
  'script',
  'macros',
  'encrypted',
  'unopened',
  'partly-opened',
  'unread',
] as const;
export const fileFindingSchema = z.enum(FILE_FINDINGS);
export type FileFinding = z.infer<typeof fileFindingSchema>;

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
  /** Null for what was not examined, as a colleague's file. */
  findings: z.array(fileFindingSchema).nullable(),
});
export type FileRecord = z.infer<typeof fileSchema>;

export const filesCommands = {
  'files.get': query('Name, type and size of a file', z.object({ fileId: idSchema }), fileSchema),
};
