import type { Translated } from '../translated.ts';
import type { files as vi } from '../vi/files.ts';

export const files = {
  action: {
    preview: 'Preview',
    cancel: 'Cancel the upload',
    remove: 'Remove',
    chooseAgain: 'Choose again',
  },
  state: {
    queued: 'Waiting for its turn',
    uploading: 'Uploading',
    waiting: 'Waiting for the network, goes on by itself',
    complete: 'Uploaded',
    refused: 'Not uploaded',
    unreadable:
      'Cannot be read on this computer: it was deleted or moved, or is a folder. Take it out and choose again.',
    lost: 'The tab was closed before it was sent. Choose this file again to go on.',
  },
  waitingBecause: 'Will be tried again by itself. {{reason}}',
  elsewhere: 'Being uploaded in another tab',
  progress: '{{percent}}% of {{size}}',
  chosen: 'Attached files',
  dropHere: 'or drop or paste files here',
  dropInto: 'Drop to attach',
  dropNowhere: 'This page takes no files.',
  emptyFolder: 'The folder “{{name}}” has no file that can be read.',
  tooLarge: 'The file “{{name}}” was not added: it is larger than {{limit}}.',
  tooMany: 'At most {{most}} files can be sent at once. Not added, {{count}}: {{names}}',
  onTheirWay: 'It can be sent when all files are uploaded.',
  stuck: 'A file was not uploaded. Try it again or take it out, then it can be sent.',
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
} as const satisfies Translated<typeof vi>;
