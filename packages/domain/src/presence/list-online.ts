import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { listPresent } from './presence-store.ts';

/** Who of these people is here; colleagues see each other, as in the corridor. */
export async function listOnline(
  office: Office,
  _caller: Caller,
  { personIds }: CommandInput<'presence.list'>,
): Promise<CommandOutput<'presence.list'>> {
  return { online: await listPresent(office, personIds) };
}
