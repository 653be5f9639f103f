import { defineCollection } from '../stores/collection.ts';

/**
 * A signed-in browser or a program's token. `_id` is the SHA-256 of the secret, so a copy of the database opens no
 * session. Ending one is deleting it; Redis holds none (protocol "Jobs").
 */
export type SessionDoc = {
  _id: string;
  personId: string;
  kind: 'browser' | 'token';
  label: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  /** The request a token was asked for with; null for a browser. */
  requestId: string | null;
};

export const sessions = defineCollection<SessionDoc>(
  'sessions',
  {
    _id: String,
    personId: String,
    kind: String,
    label: String,
    createdAt: Date,
    lastSeenAt: Date,
    expiresAt: Date,
    requestId: { type: String, default: null },
  },
  [
    [{ personId: 1 }],
    [
      { personId: 1, requestId: 1 },
      { unique: true, partialFilterExpression: { requestId: { $type: 'string' } } },
    ],
  ],
);
