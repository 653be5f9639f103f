import type { Translated } from '../translated.ts';
import type { files as vi } from '../vi/files.ts';

export const files = {
  action: {
    preview: 'Preview',
    cancel: 'Cancel the upload',
    remove: 'Remove',
  },
  state: {
    waiting: 'Waiting',
    uploading: 'Uploading',
    paused: 'Paused',
    complete: 'Uploaded',
    failed: 'Not uploaded',
  },
  progress: '{{percent}}% of {{size}}',
  dropHere: 'Drop files here',
  finding: {
    program: 'A program: do not open it unless you are sure',
    shortcut: 'A shortcut: opening it starts something else',
    script: 'Contains a script: do not open it unless you are sure',
    macros: 'Contains macros: do not enable them',
    encrypted: 'Locked with a password: not looked into, it may hold anything',
    unopened: 'Not looked into: it may hold anything',
    'partly-opened': 'Only partly looked into: the rest may hold anything',
    unread: 'Its text could not be read',
  },
  tooLarge: 'The file “{{name}}” is larger than {{limit}}',
} as const satisfies Translated<typeof vi>;
