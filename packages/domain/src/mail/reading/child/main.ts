import { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { askOver } from './ask-over.ts';
import { watchLeftBehind } from './left-behind.ts';
import { cutLines, FELL_OVER_MESSAGE, LINE_DESCRIPTOR, parseSaidToChild, type SaidByChild, SERVE } from './line.ts';
import { loadAll, readTask, runTask } from './task.ts';

const OUR_FAULTS = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EMFILE', 'ENFILE', 'ERR_MODULE_NOT_FOUND']);

function end(error: unknown): never {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  process.exit(OUR_FAULTS.has(code) ? 1 : FELL_OVER_MESSAGE);
}

// A parser may throw where nobody waits for it.
process.once('uncaughtException', end);

// Started with its one task as its argument, or to serve; leaves files behind and says nothing else.
const line = new Socket({ fd: LINE_DESCRIPTOR, readable: true, writable: true });
const say = (said: SaidByChild) => void line.write(`${JSON.stringify(said)}\n`);
const { resolve, hear } = askOver(say);
const argument = process.argv[2] ?? '';
const isServing = argument === SERVE;

let isClean: (() => boolean) | null = null;
async function serve(task: Parameters<typeof runTask>[0]): Promise<void> {
  await runTask(task, resolve);
  // What ends with the task ends in this turn.
  await nextTurn();
  say({ kind: 'done', isFit: isClean?.() ?? false });
}

line.on(
  'data',
  cutLines(Number.POSITIVE_INFINITY, (text) => {
    const said = parseSaidToChild(text);
    if (said.kind === 'answer') hear(said);
    else serve(said.task).catch(end);
  }),
);
// Whoever started it has gone.
line.on('close', () => process.exit(0));
line.on('error', () => process.exit(0));

try {
  if (isServing) {
    // Before the first letter: what is loaded while one is read would look as if it had left it behind.
    await loadAll();
    isClean = watchLeftBehind();
    say({ kind: 'done', isFit: true });
  } else {
    await runTask(readTask(argument), resolve);
    // pdfjs or a resolver may hold a handle open; all that matters is on disk by now.
    process.exit(0);
  }
} catch (error) {
  end(error);
}
