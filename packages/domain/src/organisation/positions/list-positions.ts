import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { compareTexts } from '@congso/language/compare';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { type PositionDoc, positions } from '../position-model.ts';
import { presentPosition } from '../present-organisation.ts';

/** All positions, the highest rank first, for everyone who is signed in. */
export async function listPositions(
  office: Office,
  _caller: Caller,
  _input: CommandInput<'positions.list'>,
): Promise<CommandOutput<'positions.list'>> {
  const docs = await positions.of(office).find().lean<PositionDoc[]>();
  docs.sort((a, b) => a.rank - b.rank || compareTexts(a.title, b.title));
  return { positions: docs.map(presentPosition) };
}
