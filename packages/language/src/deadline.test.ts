import { describe, expect, it } from 'vitest';
import { deadlineToneOf } from './deadline.ts';
import { dueInstantOf, type Holidays } from './working-days.ts';

const TET: Holidays = new Map(
  ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((day) => [day, 'off']),
);
const open = (startedAt: string, dueDate: string) => ({ startedAt, dueAt: dueInstantOf(dueDate), closedAt: null });

describe('a deadline', () => {
  const task = open('2026-11-02T02:00:00Z', '2026-11-06');

  it('turns amber a working day before and red after the last minute', () => {
    expect(deadlineToneOf(task, '2026-11-05T09:59:59Z', new Map())).toBe('on-time');
    expect(deadlineToneOf(task, '2026-11-05T10:00:00Z', new Map())).toBe('soon');
    expect(deadlineToneOf(task, '2026-11-06T10:00:00Z', new Map())).toBe('soon');
    expect(deadlineToneOf(task, '2026-11-06T10:00:01Z', new Map())).toBe('late');
  });

  it('over Tết turns amber before the holidays, when there is still a day to work', () => {
    const overTet = open('2026-02-11T02:00:00Z', '2026-02-23');
    expect(deadlineToneOf(overTet, '2026-02-13T10:00:00Z', TET)).toBe('soon');
    expect(deadlineToneOf(overTet, '2026-02-13T10:00:00Z', new Map())).toBe('on-time');
  });

  it('of a long piece of work turns amber when a fifth of the time is left', () => {
    const long = { startedAt: '2026-01-01T00:00:00Z', dueAt: '2026-04-11T00:00:00Z', closedAt: null };
    expect(deadlineToneOf(long, '2026-03-21T23:59:00Z', new Map())).toBe('on-time');
    expect(deadlineToneOf(long, '2026-03-22T00:00:00Z', new Map())).toBe('soon');
  });

  it('keeps what it was once the work is closed', () => {
    const now = '2027-01-01T00:00:00Z';
    expect(deadlineToneOf({ ...task, closedAt: task.dueAt }, now, new Map())).toBe('closed-on-time');
    expect(deadlineToneOf({ ...task, closedAt: '2026-11-06T10:00:01Z' }, now, new Map())).toBe('closed-late');
  });
});
