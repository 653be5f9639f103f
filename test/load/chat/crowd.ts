import { PROTOCOL_VERSION } from '@congso/contract/protocol';
import { io, type Socket } from 'socket.io-client';
import { type LightDecoder, lightParser } from './light-parser.ts';
import type { Target } from './start-targets.ts';

/** So many members read every message and check its number; the others only get it. */
const OBSERVERS = 5;

/** The connected members of a target. */
export type Crowd = {
  /** Sends from this member's socket; settles with the acknowledgement. */
  say(member: number, text: string): Promise<void>;
  /** Delivery times in milliseconds since the last call, as the observers measured them, and how many messages they got. */
  takeTimes(): { times: number[]; messages: number };
  /** What went wrong: numbers missing, twice or out of order. */
  readonly faults: string[];
  /** Whether every member got the last message of all. */
  hasAll(): boolean;
  close(): void;
};

/** Connects everybody. A text begins with the instant it was sent at, in this process's own clock. */
export async function gather(target: Target): Promise<Crowd> {
  const faults: string[] = [];
  let times: number[] = [];
  let messages = 0;
  const lastSeen = new Map<number, number>();
  const sockets = await Promise.all(
    target.tokens.map((token, index) => connect(target.url, token, index >= OBSERVERS)),
  );

  const observe = (observer: number, payload: unknown) => {
    const now = performance.now();
    for (const { seq, text } of target.read(payload)) {
      const before = lastSeen.get(observer);
      if (before !== undefined && seq !== before + 1) faults.push(`observer ${observer}: ${seq} after ${before}`);
      lastSeen.set(observer, seq);
      times.push(now - Number.parseFloat(text));
      if (observer === 0) messages += 1;
    }
  };
  for (const [observer, socket] of sockets.slice(0, OBSERVERS).entries()) {
    socket.onAny((_event: string, payload: unknown) => observe(observer, payload));
  }

  return {
    faults,
    say: async (member, text) => {
      const socket = sockets[member % sockets.length] as Socket;
      const [event, ...args] = target.say(text);
      const answer = await (socket.emitWithAck(event, ...args) as Promise<{ result?: unknown }>);
      if (!answer.result) faults.push(JSON.stringify(answer));
    },
    takeTimes: () => {
      const taken = { times, messages };
      times = [];
      messages = 0;
      return taken;
    },
    hasAll: () => {
      const last = `"seq":${Math.max(...lastSeen.values())},`;
      const isEven = new Set(lastSeen.values()).size === 1;
      return isEven && sockets.slice(OBSERVERS).every((socket) => lastEventOf(socket).includes(last));
    },
    close: () => {
      for (const socket of sockets) socket.disconnect();
    },
  };
}

const lastEventOf = (socket: Socket) => (socket.io as unknown as { decoder: LightDecoder }).decoder.lastEvent;

function connect(url: string, token: string, isLight: boolean): Promise<Socket> {
  const socket = io(url, {
    forceNew: true,
    transports: ['websocket'],
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION, token },
    ...(isLight && { parser: lightParser }),
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}
