import { AskError, type AskErrorCode, isWithheld } from '../../../lib/ask-error.ts';
import { newRequestId } from '../../../lib/requests/request-id.ts';
import { officeNow } from '../../../lib/time/office-clock.ts';
import { ask } from '../../../realtime/ask.ts';
import { waitForLine } from '../../../realtime/connection.ts';
import { type PendingMessage, withoutPending, withPending, withPendingState } from './conversation-log.ts';
import { readQueues } from './kept-queue.ts';
import { receiveFacts } from './load-log.ts';
import { changeLog, logStoreOf } from './log-stores.ts';

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

/** Shows a message at once and sends it; it waits while there is no line and keeps its id, so it arrives once. */
export function sendMessage(
  conversationId: string,
  { authorId, text, files, replyTo }: Pick<PendingMessage, 'authorId' | 'text' | 'files' | 'replyTo'>,
): void {
  const message: PendingMessage = {
    clientId: newRequestId(),
    authorId,
    text,
    files,
    replyTo,
    at: new Date(officeNow()).toISOString(),
    state: 'sending',
    reason: null,
  };
  changeLog(conversationId, (log) => withPending(log, message));
  void drain(conversationId);
}

/** Sends what a person said on this device before the page was loaded, and the server has not confirmed. */
export function resumeQueues(personId: string): void {
  for (const [conversationId, messages] of readQueues(personId)) {
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

/** Throws a refused message away. */
export function discardMessage(conversationId: string, clientId: string): void {
  changeLog(conversationId, (log) => withoutPending(log, clientId));
}

/** One message after the other, so that they arrive in the order in which they were written. */
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
    .log.pending.find(({ state }) => state !== 'failed');
}

async function send(conversationId: string, message: PendingMessage): Promise<void> {
  const { clientId, text, files, replyTo } = message;
  try {
    const fileIds = files.map(({ id }) => id);
    const { fact } = await ask('messages.send', { conversationId, clientId, text, fileIds, replyTo });
    receiveFacts(conversationId, [fact]);
  } catch (error) {
    const code = error instanceof AskError ? error.code : 'INTERNAL';
    const state = WORTH_WAITING.includes(code) ? 'waiting' : 'failed';
    changeLog(conversationId, (log) => withPendingState(log, clientId, state, state === 'failed' ? code : null));
    if (state === 'failed') return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    await waitForLine();
  }
}
