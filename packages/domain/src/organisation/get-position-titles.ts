import type { Office } from '../office/office.ts';
import { type PositionDoc, positions } from './position-model.ts';

/** Titles by position id. */
export async function getPositionTitles(office: Office): Promise<Map<string, string>> {
  const docs = await positions.of(office).find().lean<PositionDoc[]>();
  return new Map(docs.map((position) => [position._id, position.title]));
}
