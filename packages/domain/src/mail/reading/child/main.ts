import { FELL_OVER_MESSAGE } from '../run-limited-child.ts';
import { readTask, runTask } from './task.ts';

const OUR_FAULTS = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EMFILE', 'ENFILE', 'ERR_MODULE_NOT_FOUND']);

function end(error: unknown): never {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  process.exit(OUR_FAULTS.has(code) ? 1 : FELL_OVER_MESSAGE);
}

// Started by run-limited-child.ts with the task as its one argument; leaves a file behind and says nothing.
const task = readTask(process.argv[2] ?? '');
// A parser may throw where nobody waits for it.
process.once('uncaughtException', end);
try {
  await runTask(task);
} catch (error) {
  end(error);
}
// pdfjs or a resolver may hold a handle open; all that matters is on disk by now.
process.exit(0);
