import { claimDue } from '../../jobs/due-work.ts';
import type { Office } from '../../office/office.ts';
import { createOneByOne, type OneByOne } from '../../stores/one-by-one.ts';
import { type MailDoc, mails } from '../mail-model.ts';
import type { MailDuty } from './mail-duties.ts';

/** From the widest: a network has one turn however many senders it names, a domain one however many addresses. */
const LEVELS = ['network', 'domain', 'sender'] as const;
type Level = (typeof LEVELS)[number];

/** Two of three turns are of what goes first; the third is of the rest, which is never left to the end. */
const TURNS = 3;
/** Another process took each of so many: it is at work, and this one need not be. */
const MOST_TRIES = 5;
const MOST_REMEMBERED = 10_000;

/** The last part of the index `duty, line, nextAt` of mails. */
const IN_LINE = { 'line.network': 1, 'line.domain': 1, 'line.sender': 1, nextAt: 1 } as const;

type Waiting = Pick<MailDoc, '_id' | 'line'>;
type Turns = { count: number; readonly served: Map<string, string>; readonly oneByOne: OneByOne };
const turnsOf = new WeakMap<Office, Map<string, Turns>>();

/**
 * Claims the letter whose turn it is: of those that go first or of the rest, the next network, of that the next domain, of
 * that the next sender, of theirs the oldest. So a sender with a thousand letters delays those of others by one at a
 * time. The line stands in the database and is asked in its index, one question for each level, however long it is; who
 * was served last is remembered by each worker for itself. A letter without a turn (from before there were any, or put
 * ahead by a wrong clock) is claimed when nothing else waits, by the id of the job that woke this worker.
 */
export async function claimTurn(office: Office, duty: MailDuty, wokenFor: string): Promise<MailDoc | null> {
  const turns = turnsFor(office, duty.select.duty);
  return turns.oneByOne(async () => {
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      turns.count += 1;
      const isFirst = turns.count % TURNS !== 0;
      const id = (await findTurn(office, duty, turns, isFirst)) ?? (await findTurn(office, duty, turns, !isFirst));
      if (id === null) break;
      const claimed = await claimDue(office, mails, id, duty.leaseMs, duty);
      if (claimed) return claimed;
    }
    return claimDue(office, mails, wokenFor, duty.leaseMs, duty);
  });
}

function turnsFor(office: Office, duty: string): Turns {
  const ofOffice = turnsOf.get(office) ?? new Map<string, Turns>();
  turnsOf.set(office, ofOffice);
  const turns = ofOffice.get(duty) ?? { count: 0, served: new Map(), oneByOne: createOneByOne() };
  ofOffice.set(duty, turns);
  return turns;
}

async function findTurn(office: Office, duty: MailDuty, { served }: Turns, isFirst: boolean): Promise<string | null> {
  if (served.size > MOST_REMEMBERED) served.clear();
  const path: Partial<Record<Level, string>> = {};
  let found: Waiting | null = null;
  for (const level of LEVELS) {
    const key = JSON.stringify([isFirst, path]);
    const last = served.get(key);
    if (last !== undefined) found = (await findFirst(office, duty, isFirst, path, [level, last])) ?? null;
    if (last === undefined || found === null) found = await findFirst(office, duty, isFirst, path);
    if (found === null) return null;
    path[level] = found.line?.[level] ?? '';
    served.set(key, path[level]);
  }
  return found?._id ?? null;
}

/** The first in the index under a path; of those behind one value of the next level, where that is given. */
async function findFirst(
  office: Office,
  { select }: MailDuty,
  isFirst: boolean,
  path: Partial<Record<Level, string>>,
  behind?: readonly [Level, string],
): Promise<Waiting | null> {
  const where: Record<string, unknown> = { ...select, 'line.isFirst': isFirst };
  for (const [level, value] of Object.entries(path)) where[`line.${level}`] = value;
  if (behind) where[`line.${behind[0]}`] = { $gt: behind[1] };
  const [first] = await mails
    .of(office)
    .find({ ...where, nextAt: { $type: 'date', $lte: office.clock.now() } }, { line: 1 })
    .sort(IN_LINE)
    // By the index of what is due by its instant alone, all of it would be read and sorted.
    .hint({ duty: 1, 'line.isFirst': 1, ...IN_LINE })
    .limit(1)
    .lean<Waiting[]>();
  return first ?? null;
}
