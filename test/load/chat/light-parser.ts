import { EventEmitter } from 'node:events';

/** What socket.io calls its packets (protocol 5). */
const CONNECT = 0;
const EVENT = '2';
const ACK = '3';

type Packet = { type: number; id?: number; nsp: string; data?: unknown };

class Encoder {
  encode({ type, id, data }: Packet): string[] {
    return [`${type}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}

/**
 * Reads what a member's socket gets without unpacking the messages: a hundred members that each parse every message
 * would measure the crowd and not the server. The last event is kept as it came (`lastEvent`).
 */
export class LightDecoder extends EventEmitter {
  lastEvent = '';

  add(text: string): void {
    const kind = text[0] ?? '';
    if (kind === EVENT) this.lastEvent = text;
    else this.emit('decoded', kind === ACK ? readAck(text) : readOther(text));
  }

  destroy(): void {
    this.removeAllListeners('decoded');
  }
}

function readAck(text: string): Packet {
  const start = text.indexOf('[');
  return { type: 3, nsp: '/', id: Number(text.slice(1, start)), data: JSON.parse(text.slice(start)) };
}

function readOther(text: string): Packet {
  const type = Number(text[0]);
  const data = text.length > 1 ? JSON.parse(text.slice(1)) : undefined;
  return { type, nsp: '/', data: type === CONNECT ? (data ?? {}) : data };
}

/** For socket.io-client's `parser` option. */
export const lightParser = { Encoder, Decoder: LightDecoder };
