import { DISK_FAILED } from '../run-limited-child.ts';
import { readTask, runTask } from './task.ts';

const DISK_ERRORS = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EMFILE', 'ENFILE']);

// Started by run-limited-child.ts with the task as its one argument; leaves a file behind and says nothing.
try {
  await runTask(readTask(process.argv[2] ?? ''));
} catch (error) {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  process.exit(DISK_ERRORS.has(code) ? DISK_FAILED : 1);
}
// pdfjs or a resolver may hold a handle open; all that matters is on disk by now.
process.exit(0);
