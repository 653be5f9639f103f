import { EventEmitter } from 'node:events';
import { pino } from 'pino';
import { beforeEach, expect, it } from 'vitest';
import type { Line } from './cut-line.ts';
import { endWhenFlooding, forgivePacket } from './end-when-flooding.ts';

let line: Line;
let isCut: boolean;

beforeEach(() => {
  isCut = false;
  const close = () => {
    isCut = true;
  };
  line = Object.assign(new EventEmitter(), { transport: {}, close, remoteAddress: '' }) as unknown as Line;
  endWhenFlooding(line, pino({ level: 'silent' }));
});

it('a client whose packets ask for nothing that is carried out is cut off', () => {
  for (let n = 0; n < 5_000; n += 1) line.emit('packet');
  expect(isCut).toBe(true);
});

it('a program that asks thousands of things and waits for each answer stays', () => {
  for (let n = 0; n < 5_000; n += 1) {
    line.emit('packet');
    forgivePacket(line);
  }
  expect(isCut).toBe(false);
});
