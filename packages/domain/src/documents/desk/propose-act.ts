import type { OpenedDocument } from '@congso/contract/documents';
import { civilDateOf } from '@congso/language/dates';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { loadUnitTree } from '../../organisation/unit-tree.ts';
import { listByRole, listHeadedUnitIds } from '../../people/find-people.ts';
import { hasRole } from '../../people/require-role.ts';
import { type DocumentDoc, documents, INCOMING_REGISTER, rowsOf } from '../document-model.ts';
import type { StepValue } from '../slip/slip-step.ts';

/** So many letters back it is looked whom people give theirs to. */
const LETTERS_BACK = 200;
const MOST_UNITS = 6;

/**
 * What is known before the caller acts: the unit a rule named, those they mostly direct to, the day the letter asks for,
 * and the leader the clerks submitted to last. A proposal is no decision: all of it is the caller's to change.
 */
export async function proposeAct(
  office: Office,
  caller: Caller,
  doc: DocumentDoc,
  ruledUnitId: string | null,
): Promise<OpenedDocument['proposed']> {
  const today = civilDateOf(office.clock.now());
  const dueInLetter = doc.dueInLetter ?? null;
  const isClerks = hasRole(caller, 'clerk') && hasActive(doc, 'submit');
  const isLeaders = hasRole(caller, 'leader') && hasActive(doc, 'direct');
  const recent = isClerks || isLeaders ? await listRecentSteps(office) : [];
  const tree = await loadUnitTree(office);
  const isOpen = (unitId: string) => tree.find(unitId)?.isClosed === false;
  const usual = isLeaders
    ? rank(recent.filter((step) => isMine(step, 'assign', caller)).map((step) => step.unitId))
    : [];
  const known = [
    ...(ruledUnitId === null ? [] : [ruledUnitId]),
    ...usual,
    ...(isLeaders ? await listGivable(office, tree.all) : []),
  ];
  return {
    unitId: ruledUnitId !== null && isOpen(ruledUnitId) ? ruledUnitId : null,
    unitIds: [...new Set(known.filter(isOpen))].slice(0, MOST_UNITS),
    dueDate: dueInLetter !== null && dueInLetter >= today ? dueInLetter : null,
    leaderId: isClerks ? await findLastLeader(office, caller, recent) : null,
  };
}

const hasActive = ({ slip }: DocumentDoc, kind: StepValue['kind']): boolean =>
  slip?.steps.some((step) => step.status === 'active' && step.kind === kind) ?? false;

const isMine = (step: StepValue, kind: StepValue['kind'], { personId }: Caller): boolean =>
  step.kind === kind && step.givenById === personId;

/** The steps of the last letters of the register, the newest letter first. */
async function listRecentSteps(office: Office): Promise<StepValue[]> {
  const found = await documents
    .of(office)
    .find(rowsOf(INCOMING_REGISTER), { 'slip.steps': 1 })
    .sort({ year: -1, arrivalNumber: -1 })
    .limit(LETTERS_BACK)
    .lean<Pick<DocumentDoc, 'slip'>[]>();
  return found.flatMap(({ slip }) => slip?.steps ?? []);
}

/** Units that somebody heads, in the order of the tree; last the one above them all, which is mostly the leaders' own. */
async function listGivable(
  office: Office,
  all: readonly { _id: string; parentId: string | null }[],
): Promise<string[]> {
  const headed = new Set(await listHeadedUnitIds(office));
  const givable = all.filter((unit) => headed.has(unit._id));
  const isBelow = (unit: { parentId: string | null }) => unit.parentId !== null;
  return [...givable.filter(isBelow), ...givable.filter((unit) => !isBelow(unit))].map((unit) => unit._id);
}

/** The most frequent first; of as many, the one met first. */
function rank(ids: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
}

/** My own last one, else any clerk's; the only leader where there is one. */
async function findLastLeader(office: Office, caller: Caller, recent: readonly StepValue[]): Promise<string | null> {
  const leaders = (await listByRole(office, 'leader')).map((person) => person._id);
  const [only, ...others] = leaders;
  if (others.length === 0) return only ?? null;
  const submitted = recent.filter((step) => step.kind === 'direct' && leaders.includes(step.assigneeId));
  const last = submitted.find((step) => isMine(step, 'direct', caller)) ?? submitted[0];
  return last?.assigneeId ?? null;
}
