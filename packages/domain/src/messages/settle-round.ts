import type { ConversationFact } from '@congso/contract/chat';
import { noteLatest } from '../chat/note-latest.ts';
import type { Office } from '../office/office.ts';
import type { FactDoc } from './fact-model.ts';
import type { Head } from './insert-numbered.ts';
import { previewMessage } from './preview-message.ts';
import { moveReadPointers } from './reading/read-pointers.ts';

/** A fact as it is stored and as it is told. */
export type WrittenFact = { readonly doc: FactDoc; readonly fact: ConversationFact };

/** A busy conversation settles so often: its senders need the database more than its hints do. */
const SETTLE_EVERY_MS = 250;

/** What is being settled in an office, and how its pause is cut short. */
type Settling = { readonly done: Promise<void>; readonly hurry: () => void };
const settling = new WeakMap<Office, Set<Settling>>();

/** Settles at once what still waits to be: before closing. */
export async function settleAll(office: Office): Promise<void> {
  const underWay = [...(settling.get(office) ?? [])];
  for (const { hurry } of underWay) hurry();
  await Promise.all(underWay.map(({ done }) => done));
}

/**
 * What follows from the facts written to one conversation, without anybody waiting for it: each sender has read up to
 * what he wrote, and the conversation notes its latest. What is written while this is under way, or a moment after it,
 * is settled together. All of it is repaired by what is written next, so a failure is only logged.
 */
export function createSettler(office: Office, conversationId: string): (written: readonly WrittenFact[]) => void {
  let waiting: WrittenFact[] = [];
  let isSettling = false;

  async function settleWaiting(pause: () => Promise<void>): Promise<void> {
    while (waiting.length > 0) {
      const written = waiting;
      waiting = [];
      try {
        await Promise.all([
          moveReadPointers(office, conversationId, listMoves(written)),
          noteNewest(office, conversationId, written),
        ]);
      } catch (error) {
        office.log.warn({ err: error, conversationId }, 'latest and read pointers left as they were');
      }
      await pause();
    }
    isSettling = false;
  }

  return (written) => {
    waiting.push(...written);
    if (isSettling) return;
    isSettling = true;
    const underWay = settling.get(office) ?? new Set();
    settling.set(office, underWay);
    const { pause, hurry } = createPause();
    const done = settleWaiting(pause).then(() => void underWay.delete(one));
    const one: Settling = { done, hurry };
    underWay.add(one);
  };
}

/** A pause that keeps no process alive; hurried, it is over, and so is every one after it. */
function createPause(): Pick<Settling, 'hurry'> & { readonly pause: () => Promise<void> } {
  let isHurried = false;
  let end = () => {};
  return {
    pause: () =>
      new Promise((resolve) => {
        if (isHurried) return resolve();
        end = resolve;
        setTimeout(resolve, SETTLE_EVERY_MS).unref();
      }),
    hurry: () => {
      isHurried = true;
      end();
    },
  };
}

function listMoves(written: readonly WrittenFact[]): { personId: string; to: Head }[] {
  const furthest = new Map<string, Head>();
  for (const { doc } of written) {
    if (doc.kind === 'sent' && (furthest.get(doc.authorId)?.seq ?? 0) < doc.seq) furthest.set(doc.authorId, doc);
  }
  return [...furthest].map(([personId, to]) => ({ personId, to }));
}

/** Notes the newest of these facts, and the newest message among them, on the conversation. */
export async function noteNewest(
  office: Office,
  conversationId: string,
  written: readonly WrittenFact[],
): Promise<void> {
  const newest = written.reduce<FactDoc | null>((most, { doc }) => (most && most.seq > doc.seq ? most : doc), null);
  if (!newest) return;
  const latest = written.reduce<WrittenFact | null>(
    (most, one) => (one.fact.kind === 'sent' && (most?.doc.seq ?? 0) < one.doc.seq ? one : most),
    null,
  );
  await noteLatest(office, conversationId, newest, latest && latestOf(latest));
}

/** A message as the list of conversations shows it. */
export function latestOf({ doc, fact }: WrittenFact) {
  const preview = fact.kind === 'sent' ? previewMessage(fact) : '';
  return { seq: doc.seq, at: doc.at, authorId: doc.authorId, preview };
}
