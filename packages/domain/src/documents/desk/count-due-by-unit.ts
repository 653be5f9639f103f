import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { CivilDate } from '@congso/language/dates';
import { listLinesOf } from '../../history/list-lines-of.ts';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { listUnitsLedBy } from '../../organisation/list-units-led.ts';
import { hasRole, requireRole } from '../../people/require-role.ts';
import { readableBy } from '../access.ts';
import { documents, OPEN_STATES } from '../document-model.ts';
import { type DueSpan, isDueIn } from './open-at.ts';

type Given = { stepId: string; kind: string; unitId: string | null; dueDate: CivilDate | null };
type Details = { stepId?: string; given?: Given[] };

const SPANS: readonly DueSpan[] = ['late', 'thisWeek'];

/**
 * How many documents each unit has still to do that are late, and that are due this week: for leaders of every unit, for
 * heads and deputies of theirs. Counted from the history, as every figure is (G6): which steps were given to whom until
 * when, and which have ended since. The store only says which documents are open, so that no closed one is read.
 *
 * @throws Refusal FORBIDDEN for whoever leads nothing
 */
export async function countDueByUnit(
  office: Office,
  caller: Caller,
  _input: CommandInput<'documents.dueByUnit'>,
): Promise<CommandOutput<'documents.dueByUnit'>> {
  requireRole(caller, 'leader', 'head', 'deputy');
  const led = hasRole(caller, 'leader') ? null : new Set(await listUnitsLedBy(office, caller));
  const open = await documents
    .of(office)
    .find({ $and: [await readableBy(office, caller), { state: { $in: OPEN_STATES } }] }, { _id: 1 })
    .lean<{ _id: string }[]>();
  const now = office.clock.now();
  const counts = new Map<string, Record<DueSpan, number>>();
  for (const lines of (
    await listLinesOf(
      office,
      'document',
      open.map(({ _id }) => _id),
    )
  ).values()) {
    for (const span of SPANS) {
      for (const unitId of unitsDue(
        lines.map(({ details }) => details as Details),
        span,
        now,
      )) {
        if (led !== null && !led.has(unitId)) continue;
        const count = counts.get(unitId) ?? { late: 0, thisWeek: 0 };
        count[span] += 1;
        counts.set(unitId, count);
      }
    }
  }
  const units = [...counts].map(([unitId, count]) => ({ unitId, ...count }));
  return { units: units.sort((a, b) => b.late - a.late || b.thisWeek - a.thisWeek) };
}

/** The units that hold, by one document's history, a step due in the span: each once, however many steps. */
function unitsDue(lines: readonly Details[], span: DueSpan, now: Date): Set<string> {
  const held = new Map<string, Given>();
  for (const { stepId, given } of lines) {
    if (stepId !== undefined) held.delete(stepId);
    for (const step of given ?? []) held.set(step.stepId, step);
  }
  const due = [...held.values()].filter(
    ({ kind, dueDate }) => (kind === 'assign' || kind === 'process') && isDueIn(span, dueDate, now),
  );
  return new Set(due.flatMap(({ unitId }) => unitId ?? []));
}
