import { AskError, isRefusedFor } from '../../../lib/ask-error.ts';
import { newRequestId } from '../../../lib/request-id.ts';
import { ask } from '../../../realtime/ask.ts';
import { waitForLine } from '../../../realtime/connection.ts';
import { type PendingMessage, withFacts, withoutPending, withPending, withPendingState } from './conversation-log.ts';
import { changeLog, logStoreOf } from './log-stores.ts';

/** Between two tries while the line seems to be up and yet no answer comes. */
const PAUSE_MS = 3_000;
const sending = new Set<string>();

/** Shows a message at once and sends it; it waits while there is no line and keeps its id, so it arrives once. */
export function sendMessage(
  conversationId: string,
  { text, files, replyTo }: Pick<PendingMessage, 'text' | 'files' | 'replyTo'>,
): void {
  const message: PendingMessage = {
    clientId: newRequestId(),
    text,
    files,
    replyTo,
    at: new Date().toISOString(),
    state: 'sending',
    reason: null,
  };
  changeLog(conversationId, (log) => withPending(log, message));
  void drain(conversationId);
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
    changeLog(conversationId, (log) => withFacts(log, [fact]));
  } catch (error) {
    if (isRefusedFor(error, 'UNREACHABLE') || isRefusedFor(error, 'UNAVAILABLE')) {
      changeLog(conversationId, (log) => withPendingState(log, clientId, 'waiting'));
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      await waitForLine();
      return;
    }
    const code = error instanceof AskError ? error.code : 'INTERNAL';
    changeLog(conversationId, (log) => withPendingState(log, clientId, 'failed', code));
  }
}
