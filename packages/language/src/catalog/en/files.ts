import type { Translated } from '../translated.ts';
import type { files as vi } from '../vi/files.ts';

export const files = {
  file: 'File',
  files: 'Files',
  name: 'File name',
  size: 'Size',
  action: {
    upload: 'Upload',
    download: 'Download',
    preview: 'Preview',
    pause: 'Pause',
    resume: 'Resume',
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
  count: '{{count}} files',
  count_one: '{{count}} file',
} as const satisfies Translated<typeof vi>;
