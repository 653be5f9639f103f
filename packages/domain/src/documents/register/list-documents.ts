import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { matchWords } from '../../stores/match-words.ts';
import { readableBy } from '../access.ts';
import { pageOfDesk } from '../desk/list-desk.ts';
import { openAt } from '../desk/open-at.ts';
import { type DocumentDoc, documents, INCOMING_REGISTER, rowsOf } from '../document-model.ts';
import { presentDocument } from '../present-document.ts';

type Wanted = CommandInput<'documents.list'>;

const DEFAULT_LIMIT = 50;

/**
 * The incoming register as far as the caller may read it: all of it or what the caller has had a part in, the latest
 * number first; or what waits for the caller, the most pressing first.
 */
export async function listDocuments(
  office: Office,
  caller: Caller,
  input: Wanted,
): Promise<CommandOutput<'documents.list'>> {
  const limit = input.limit ?? DEFAULT_LIMIT;
  if (input.box === 'desk') return pageOfDesk(office, caller, matching(input, office.clock.now()), input.cursor, limit);
  const found = await documents
    .of(office)
    .find({
      $and: [
        rowsOf(INCOMING_REGISTER),
        await readableBy(office, caller),
        inBox(caller, input.box),
        ...matching(input, office.clock.now()),
        after(input.cursor),
      ],
    })
    .sort({ year: -1, arrivalNumber: -1 })
    .limit(Math.min(limit, LIMITS.pageSize) + 1)
    .lean<DocumentDoc[]>();
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(presentDocument),
    next: found.length > limit && last ? `${last.year}.${last.arrivalNumber}` : null,
  };
}

function inBox(caller: Caller, box: Exclude<Wanted['box'], 'desk'>): object {
  if (box === 'register') return {};
  const mine = [{ assigneeId: caller.personId }, { givenById: caller.personId }];
  return { 'slip.steps': { $elemMatch: { status: { $ne: 'reassigned' }, $or: mine } } };
}

function matching(wanted: Wanted, now: Date): object[] {
  const { year, from, to, text, state, urgency, unitId, isOverdue, openUnitId, openDue } = wanted;
  const conditions: object[] = [];
  if (year !== undefined) conditions.push({ year });
  if (from !== undefined) conditions.push({ arrivalDate: { $gte: from } });
  if (to !== undefined) conditions.push({ arrivalDate: { $lte: to } });
  if (state !== undefined) conditions.push({ state });
  if (urgency !== undefined) conditions.push({ urgency });
  if (unitId !== undefined) {
    conditions.push({ 'slip.steps': { $elemMatch: { unitId, status: { $in: ['active', 'done'] } } } });
  }
  if (isOverdue !== undefined) {
    // Never stored: a document becomes overdue without anybody writing anything.
    const overdue = { dueAt: { $lt: now }, completedAt: null, state: { $ne: 'voided' } };
    conditions.push(isOverdue ? overdue : { $nor: [overdue] });
  }
  if (openUnitId !== undefined) conditions.push(openAt(openUnitId, openDue ?? null, now));
  conditions.push(...matchWords('searchKey', text ?? ''));
  return conditions;
}

/** The condition for the page after `<year>.<arrivalNumber>`. */
function after(cursor: string | undefined): object {
  if (cursor === undefined) return {};
  const parsed = /^(\d{4})\.(\d{1,9})$/.exec(cursor);
  if (!parsed) throw new Refusal('BAD_INPUT', { field: 'cursor' });
  const year = Number(parsed[1]);
  return { $or: [{ year: { $lt: year } }, { year, arrivalNumber: { $lt: Number(parsed[2]) } }] };
}
