import type { Upload } from '../../../components/files/sending/upload.ts';
import { AskError, type AskErrorCode, isWithheld } from '../../../lib/ask-error.ts';
import { newRequestId } from '../../../lib/requests/request-id.ts';
import { officeNow } from '../../../lib/time/office-clock.ts';
import { ask } from '../../../realtime/ask.ts';
import { waitForLine } from '../../../realtime/connection.ts';
import {
  type PendingMessage,
  withoutPending,
  withPending,
  withPendingChange,
  withPendingState,
} from './conversation-log.ts';
import { readQueues } from './kept-queue.ts';
import { receiveFacts } from './load-log.ts';
import { changeLog, logStoreOf } from './log-stores.ts';
import { followFiles, freeFiles, isComplete, resumeFiles, takeFiles } from './pending-files.ts';

/** Between two tries while the line seems to be up and yet no answer comes. */
const PAUSE_MS = 3_000;
/** What says nothing against the message: it is sent again, after a new sign-in if need be. */
const WORTH_WAITING: readonly AskErrorCode[] = [
  'UNREACHABLE',
  'UNAVAILABLE',
  'DISK_FULL',
  'TOO_MANY_REQUESTS',
  'NOT_SIGNED_IN',
];
const sending = new Set<string>();

/**
 * Shows a message at once and sends it; it waits while there is no line, or a file of its own is not there, and keeps its
 * id, so it arrives once.
 */
export function sendMessage(
  conversationId: string,
  { authorId, text, replyTo }: Pick<PendingMessage, 'authorId' | 'text' | 'replyTo'>,
  uploads: readonly Upload[] = [],
): void {
  const clientId = newRequestId();
  const message: PendingMessage = {
    clientId,
    authorId,
    text,
    files: takeFiles(uploads, conversationId, clientId),
    replyTo,
    at: new Date(officeNow()).toISOString(),
    state: 'sending',
    reason: null,
  };
  changeLog(conversationId, (log) => withPending(log, message));
  void drain(conversationId);
}

/**
 * Sends what a person said on this device before the page was loaded, and the server has not confirmed; from now on also
 * what waits for its files. Returns how to stop that.
 */
export function resumeQueues(personId: string): () => void {
  const queues = readQueues(personId);
  for (const [conversationId, messages] of queues) {
    const here = new Set(
      logStoreOf(conversationId)
        .getState()
        .log.pending.map(({ clientId }) => clientId),
    );
    for (const message of messages) {
      if (!here.has(message.clientId)) changeLog(conversationId, (log) => withPending(log, message));
    }
    void drain(conversationId);
    if (messages.some(({ reason }) => reason === 'NOT_FOUND')) void discardIfGone(conversationId);
  }
  const stop = followFiles((conversationId) => void drain(conversationId));
  void resumeFiles([...queues.keys()]);
  return stop;
}

/** What was refused stays until its author throws it away; where I was taken out of the conversation, nobody ever could. */
async function discardIfGone(conversationId: string): Promise<void> {
  try {
    await ask('conversations.get', { conversationId });
  } catch (error) {
    if (!isWithheld(error)) return;
    const { pending } = logStoreOf(conversationId).getState().log;
    for (const { clientId, state } of pending) if (state === 'failed') discardMessage(conversationId, clientId);
  }
}

/** Sends a refused message again, as the same message. */
export function sendAgain(conversationId: string, clientId: string): void {
  changeLog(conversationId, (log) => withPendingState(log, clientId, 'sending'));
  void drain(conversationId);
}

/** Throws a message away that was refused or waits for its files; those are taken back. */
export function discardMessage(conversationId: string, clientId: string): void {
  const { pending } = logStoreOf(conversationId).getState().log;
  freeFiles(pending.find((message) => message.clientId === clientId)?.files ?? []);
  changeLog(conversationId, (log) => withoutPending(log, clientId));
}

/**
 * One message after the other, so that they arrive in the order in which they were written; but none waits for the files
 * of another.
 */
async function drain(conversationId: string): Promise<void> {
  if (sending.has(conversationId)) return;
  sending.add(conversationId);
  try {
    for (let next = findNext(conversationId); next; next = findNext(conversationId)) await send(conversationId, next);
  } finally {
    sending.delete(conversationId);
  }
}

function findNext(conversationId: string): PendingMessage | undefined {
  return logStoreOf(conversationId)
    .getState()
    .log.pending.find((message) => message.state !== 'failed' && isComplete(message));
}

async function send(conversationId: string, message: PendingMessage): Promise<void> {
  const { clientId, text, files, replyTo } = message;
  try {
    const fileIds = files.flatMap(({ id }) => id ?? []);
    const { fact } = await ask('messages.send', { conversationId, clientId, text, fileIds, replyTo });
    receiveFacts(conversationId, [fact]);
  } catch (error) {
    const code = error instanceof AskError ? error.code : 'INTERNAL';
    const state = WORTH_WAITING.includes(code) ? 'waiting' : 'failed';
    changeLog(conversationId, (log) => withPendingState(log, clientId, state, state === 'failed' ? code : null));
    if (state === 'failed') return markRefusedFile(conversationId, clientId, error);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    await waitForLine();
  }
}

/** The office says which of the files it was (`fileIds.2`): that one can be taken out, and the message sent again. */
function markRefusedFile(conversationId: string, clientId: string, error: unknown): void {
  const field = error instanceof AskError ? error.field : null;
  const [name, index] = field?.split('.') ?? [];
  if (name !== 'fileIds' || index === undefined) return;
  changeLog(conversationId, (log) =>
    withPendingChange(log, clientId, ({ files }) => ({
      files: files.map((file, at) => (at === Number(index) ? { ...file, isRefused: true } : file)),
    })),
  );
}
