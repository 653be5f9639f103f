import type { CommandDefinition } from '@congso/contract/command';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';

/**
 * Lets nothing be saved any more when the disk is nearly full, so that what is there can still be read: a database
 * without room ends. To sign in and out is part of reading.
 *
 * @throws Refusal DISK_FULL
 */
export async function requireRoom(office: Office, definition: CommandDefinition, name: string): Promise<void> {
  if (definition.kind === 'query' || name.startsWith('session.')) return;
  if (await office.room.isShort()) throw new Refusal('DISK_FULL');
}
