import type { Translated } from '../translated.ts';
import type { mail as vi } from '../vi/mail.ts';

export const mail = {
  mail: 'Official mail',
  queue: 'Mail to register',
  from: 'From',
  to: 'To',
  subject: 'Subject',
  receivedAt: 'Received',
  attachments: 'Attachments',
  original: 'Original',
  noSubject: '(no subject)',
  status: {
    received: 'Received',
    scanned: 'Scanned',
    quarantined: 'Quarantined',
    suggested: 'Suggested',
    originalOnly: 'Original only',
    registered: 'Registered',
    attachedAsReply: 'Attached as a reply',
    refused: 'Refused',
    ignored: 'Set aside',
  },
  authentication: {
    pass: 'Sender verified',
    fail: 'Sender not genuine',
    none: 'Sender cannot be verified',
    temporaryError: 'Not verified yet, will be tried again',
    pending: 'Being verified',
  },
  originalOnlyHint: 'The mail could not be read. Its original is kept and can be downloaded.',
  action: {
    register: 'Register',
    refuse: 'Refuse',
    setAside: 'Set aside',
    attachToDocument: 'Attach to a document',
    showOriginal: 'Show the original',
    destroy: 'Destroy',
  },
  empty: 'No mail waits to be registered',
} as const satisfies Translated<typeof vi>;
