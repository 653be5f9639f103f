import type { FileFinding } from '@congso/contract/files';
import { defineCollection, embedded } from '../stores/collection.ts';

export const PLACE_KINDS = ['conversation', 'notice', 'task', 'document', 'mail'] as const;

/** Where a file belongs: whoever may read the place may read the file. */
export type FilePlace = { readonly kind: (typeof PLACE_KINDS)[number]; readonly id: string };

/**
 * A file: a name for a blob in one place. The same bytes sent twice are two files with one blob. Immutable but for its
 * place, which is set once.
 */
export type FileDoc = {
  _id: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  /** Null for what came by mail. */
  uploadedById: string | null;
  uploadedAt: Date;
  /** Null until it is attached: then only its uploader reads it. */
  place: FilePlace | null;
  /** What was found in it; null where nobody looked. */
  findings: FileFinding[] | null;
};

export const files = defineCollection<FileDoc>(
  'files',
  {
    _id: String,
    name: String,
    mime: String,
    size: Number,
    sha256: String,
    uploadedById: { type: String, default: null },
    uploadedAt: Date,
    place: { type: embedded, default: null },
    findings: { type: [String], default: null },
  },
  [
    [{ sha256: 1 }],
    [{ 'place.kind': 1, 'place.id': 1 }],
    [{ uploadedById: 1 }, { partialFilterExpression: { place: null } }],
    [{ uploadedAt: 1 }, { partialFilterExpression: { place: null } }],
  ],
);
