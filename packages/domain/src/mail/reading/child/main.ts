import { OUR_FAULT } from '../run-limited-child.ts';
import { readTask, runTask } from './task.ts';

const OUR_FAULTS = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EMFILE', 'ENFILE', 'ERR_MODULE_NOT_FOUND']);

// Started by run-limited-child.ts with the task as its one argument; leaves a file behind and says nothing.
try {
  await runTask(readTask(process.argv[2] ?? ''));
} catch (error) {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  process.exit(OUR_FAULTS.has(code) ? OUR_FAULT : 1);
}
// pdfjs or a resolver may hold a handle open; all that matters is on disk by now.
process.exit(0);
