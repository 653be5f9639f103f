import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { OfficialDocument } from '@congso/contract/documents';
import { LIMITS } from '@congso/contract/limits';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { listUnitsHeaded } from '../../organisation/list-units-led.ts';
import { listClosedIds, listHeadedUnitIds, listIdsByRole } from '../../people/find-people.ts';
import { hasRole } from '../../people/require-role.ts';
import { matchWords } from '../../stores/match-words.ts';
import { findWhole, listNearestFirst } from '../../stores/nearest-first.ts';
import { readableBy } from '../access.ts';
import { type DocumentDoc, documents, INCOMING_REGISTER, OPEN_STATES, rowsOf } from '../document-model.ts';
import { presentDocument } from '../present-document.ts';

type Wanted = CommandInput<'documents.list'>;

const DEFAULT_LIMIT = 50;

/**
 * The incoming register, the latest number first, as far as the caller may read it: all of it, what waits for the
 * caller, or what the caller has had a part in.
 */
export async function listDocuments(
  office: Office,
  caller: Caller,
  input: Wanted,
): Promise<CommandOutput<'documents.list'>> {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const found = await documents
    .of(office)
    .find({
      $and: [
        rowsOf(INCOMING_REGISTER),
        await readableBy(office, caller),
        await inBox(office, caller, input.box),
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

/** What waits for the caller as Today shows it: what is due first, then what has no day, the oldest number first. */
export async function listDesk(office: Office, caller: Caller, limit: number): Promise<OfficialDocument[]> {
  const waiting = { $and: [await readableBy(office, caller), await waitingFor(office, caller)] };
  const found = await listNearestFirst(
    findWhole(office, documents),
    waiting,
    'dueAt',
    { year: 1, arrivalNumber: 1 },
    limit,
  );
  return found.map(presentDocument);
}

/**
 * What waits for the caller: the query's side of `holdsStep`, which decides; and what lies with nobody any more, because
 * whoever had it has left, or does not lead any more, for those who may give it to another.
 */
async function waitingFor(office: Office, caller: Caller): Promise<object> {
  const { personId } = caller;
  const waiting: object[] = [{ kind: 'process', assigneeId: personId }];
  if (hasRole(caller, 'clerk')) {
    waiting.push({ kind: 'submit' }, { kind: 'direct', assigneeId: { $nin: await listIdsByRole(office, ['leader']) } });
  }
  if (hasRole(caller, 'leader')) {
    waiting.push({ kind: 'direct', assigneeId: personId });
    waiting.push({ kind: 'assign', unitId: { $nin: await listHeadedUnitIds(office) } });
  }
  const headed = listUnitsHeaded(caller);
  if (headed.length > 0) {
    waiting.push({ kind: 'assign', unitId: { $in: headed } });
    waiting.push({ kind: 'process', unitId: { $in: headed }, assigneeId: { $in: await listClosedIds(office) } });
  }
  return { state: { $in: OPEN_STATES }, 'slip.steps': { $elemMatch: { status: 'active', $or: waiting } } };
}

async function inBox(office: Office, caller: Caller, box: Wanted['box']): Promise<object> {
  if (box === 'desk') return waitingFor(office, caller);
  if (box === 'register') return {};
  const mine = [{ assigneeId: caller.personId }, { givenById: caller.personId }];
  return { 'slip.steps': { $elemMatch: { status: { $ne: 'reassigned' }, $or: mine } } };
}

function matching(wanted: Wanted, now: Date): object[] {
  const { year, from, to, text, state, urgency, unitId, isOverdue } = wanted;
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
