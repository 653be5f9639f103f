import { COMMANDS } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { parseInput } from './parse-input.ts';

const many = (count: number, value: unknown) => Array.from({ length: count }, () => value);

it('an input that is larger or deeper than any command is refused before its mistakes are looked for', () => {
  const schema = z.unknown();
  const parse = vi.spyOn(schema, 'safeParse');
  let deep: unknown = [];
  for (let depth = 0; depth < 10_000; depth += 1) deep = [deep];
  const wide = Object.fromEntries(many(60_000, 1).map((value, index) => [`k${index}`, value]));
  for (const hostile of [many(60_000, 1), { a: many(300, many(300, '')) }, wide, deep]) {
    expect(() => parseInput(schema, hostile)).toThrow('BAD_INPUT');
  }
  expect(parse).not.toHaveBeenCalled();
});

it('the first mistake is named', () => {
  const input = { requestId: 'request-1', name: 'Nhóm', memberIds: ['a', 1, 2] };
  expect(() => parseInput(COMMANDS['conversations.createGroup'].input, input)).toThrow('BAD_INPUT (memberIds.1)');
});

it('the largest input there is passes', () => {
  const memberIds = many(LIMITS.groupMembers, 'person-1');
  const input = { requestId: 'request-1', name: 'Nhóm', memberIds };
  expect(parseInput(COMMANDS['conversations.createGroup'].input, input).memberIds).toHaveLength(LIMITS.groupMembers);
  expect(() =>
    parseInput(z.unknown(), { unitIds: many(500, 'unit-1'), personIds: many(2_000, 'person-1') }),
  ).not.toThrow();
});
