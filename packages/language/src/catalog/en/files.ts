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
  tooLarge: 'The file “{{name}}” is larger than {{limit}}',
} as const satisfies Translated<typeof vi>;
