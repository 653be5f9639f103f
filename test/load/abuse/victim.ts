import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROTOCOL_VERSION } from '@congso/contract/protocol';
import { io, type Socket } from 'socket.io-client';
import type { CrowdedOffice } from './crowded-office.ts';

/** How long a message took from its sending to its acknowledgement, in milliseconds. */
export type Times = { readonly p50: number; readonly p99: number; readonly count: number };

/** Somebody who says something at a steady pace, and three who read it. */
export type Victim = {
  /** Says something at a steady pace while `isGoing`, and waits for every acknowledgement. */
  speak(isGoing: () => boolean): Promise<Times>;
  /** What went wrong so far: refused, lost, twice, out of order. */
  readonly faults: string[];
  /** Whether each reader got everything that was acknowledged. */
  hasAll(): boolean;
  close(): void;
};

const PAUSE_MS = 40;
const ANSWER_MS = 30_000;
const MOST_FAULTS = 200;
/** Who waits so long for so many answers writes no more until one comes. */
const MOST_UNDER_WAY = 60;

export async function openVictim({ url, victim: { tokens, conversationId } }: CrowdedOffice): Promise<Victim> {
  const [speaker, ...readers] = await Promise.all(tokens.map((token) => connect(url, token)));
  // A server remembers what was said under an id.
  const name = randomUUID();
  const faults: string[] = [];
  /** The last numbers each reader got, and the last that was given out. */
  const heard = new Map<number, number>();
  let last = 0;
  let said = 0;
  for (const [reader, socket] of readers.entries()) {
    socket.on('disconnect', (reason) => faults.push(`reader ${reader} lost the line: ${reason}`));
    socket.on('conversation.facts', (told: { conversationId: string; facts: { seq: number }[] }) => {
      if (told.conversationId !== conversationId) return;
      for (const { seq } of told.facts) {
        const before = heard.get(reader);
        if (before !== undefined && seq !== before + 1) faults.push(`reader ${reader}: ${seq} after ${before}`);
        heard.set(reader, seq);
      }
    });
  }
  speaker?.on('disconnect', (reason) => faults.push(`the speaker lost the line: ${reason}`));

  const say = async (): Promise<number> => {
    said += 1;
    const input = { conversationId, clientId: `${name}-${said}`, text: `Kính gửi anh chị em, lần thứ ${said}` };
    const start = performance.now();
    // Without an answer it asks the same once more, as a page does: by its client id it is said once.
    for (let isDone = false; !isDone && faults.length < MOST_FAULTS; ) {
      const answer = await askOnce(speaker as Socket, input);
      isDone = answer.result !== undefined;
      last = Math.max(last, answer.result?.fact.seq ?? 0);
      if (!isDone) faults.push(`not sent yet: ${JSON.stringify(answer)}`);
    }
    return performance.now() - start;
  };

  return {
    faults,
    hasAll: () => readers.every((_, reader) => heard.get(reader) === last),
    speak: async (isGoing) => {
      const times: number[] = [];
      const underWay = new Set<Promise<void>>();
      while (isGoing()) {
        if (underWay.size < MOST_UNDER_WAY) {
          const one: Promise<void> = say().then((ms) => {
            times.push(ms);
            underWay.delete(one);
          });
          underWay.add(one);
        }
        await sleep(PAUSE_MS);
      }
      await Promise.all(underWay);
      times.sort((a, b) => a - b);
      const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
      return { p50: at(0.5), p99: at(0.99), count: times.length };
    },
    close: () => {
      for (const socket of [speaker, ...readers]) socket?.off('disconnect').disconnect();
    },
  };
}

type Answer = { result?: { fact: { seq: number } } };

async function askOnce(socket: Socket, input: object): Promise<Answer> {
  try {
    return (await socket.timeout(ANSWER_MS).emitWithAck('request', { name: 'messages.send', input })) as Answer;
  } catch {
    return {}; // timed out or disconnected, which is all that emitWithAck rejects with
  }
}

function connect(url: string, token: string): Promise<Socket> {
  const auth = { protocol: PROTOCOL_VERSION, token };
  const socket = io(url, { forceNew: true, transports: ['websocket'], reconnectionDelay: 100, auth });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}
