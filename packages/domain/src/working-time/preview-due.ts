import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { resolveDue } from './resolve-due.ts';

/** The day that many working days from today, holidays and swapped days counted. */
export async function previewDue(
  office: Office,
  _caller: Caller,
  input: CommandInput<'tasks.previewDue'>,
): Promise<CommandOutput<'tasks.previewDue'>> {
  const due = await resolveDue(office, { workingDays: input.workingDays });
  if (!due) throw new Refusal('BAD_INPUT', { field: 'workingDays' });
  return { date: due.dueDate };
}
