import type { PendingMessage } from './conversation-log.ts';

/**
 * What I said and the server has not confirmed, kept on this device until it has: a reload, a closed tab or the end of
 * the session loses no word. Each message is an entry of its own, so that two tabs never write over each other's; both
 * may send it, and the server answers the second with the original. Under the author's id, so that it is shown to, and
 * sent by, nobody else at this computer; signing out leaves what was not sent for the author's return.
 */
const PREFIX = 'congso.queue';
const keyOf = (conversationId: string, { authorId, clientId }: PendingMessage): string =>
  [PREFIX, authorId, conversationId, clientId].join('/');

/** Makes the device hold what is pending in a conversation now. */
export function keepQueue(
  conversationId: string,
  before: readonly PendingMessage[],
  after: readonly PendingMessage[],
): void {
  const left = new Set(after.map(({ clientId }) => clientId));
  for (const message of before) {
    if (!left.has(message.clientId)) localStorage.removeItem(keyOf(conversationId, message));
  }
  for (const message of after) {
    if (before.includes(message)) continue;
    try {
      localStorage.setItem(keyOf(conversationId, message), JSON.stringify(message));
    } catch {
      // The device is full, or keeps nothing in a private window: the message lives as long as the page.
    }
  }
}

/** What a person left unsent on this device, by conversation, in the order in which it was written. */
export function readQueues(personId: string): Map<string, PendingMessage[]> {
  const queues = new Map<string, PendingMessage[]>();
  for (const key of Object.keys(localStorage)) {
    const [prefix, authorId, conversationId] = key.split('/');
    if (prefix !== PREFIX || authorId !== personId || !conversationId) continue;
    const message = read(key);
    if (message) queues.set(conversationId, [...(queues.get(conversationId) ?? []), message]);
  }
  for (const queue of queues.values()) queue.sort((a, b) => a.at.localeCompare(b.at));
  return queues;
}

function read(key: string): PendingMessage | null {
  try {
    const message = JSON.parse(localStorage.getItem(key) ?? '') as PendingMessage;
    // Kept before files had keys of their own.
    const files = message.files.map((file) => ({ ...file, key: file.key ?? file.id ?? '' }));
    // The page that was sending it is gone; whether it arrived is not known.
    return { ...message, files, state: message.state === 'sending' ? 'waiting' : message.state };
  } catch {
    // Nothing that we wrote.
    return null;
  }
}
