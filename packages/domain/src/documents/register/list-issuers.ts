import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { requireRole } from '../../people/require-role.ts';
import { type DocumentDoc, documents, INCOMING_REGISTER, rowsOf } from '../document-model.ts';

/** So many letters back: who has not written for so long is typed anew. */
const LETTERS_BACK = 5_000;
const MOST_ISSUERS = 500;
const MOST_NOTATIONS = 8;

/**
 * Who has written to the office, the most frequent first, and under which symbols: what a clerk who types an issuer is
 * offered. The symbols are those of each issuer, the latest first.
 *
 * @throws Refusal FORBIDDEN for whoever registers nothing
 */
export async function listIssuers(
  office: Office,
  caller: Caller,
  _input: CommandInput<'documents.listIssuers'>,
): Promise<CommandOutput<'documents.listIssuers'>> {
  requireRole(caller, 'clerk');
  const found = await documents
    .of(office)
    .find({ ...rowsOf(INCOMING_REGISTER), state: { $ne: 'voided' } }, { issuer: 1, codeNotation: 1 })
    .sort({ year: -1, arrivalNumber: -1 })
    .limit(LETTERS_BACK)
    .lean<Pick<DocumentDoc, 'issuer' | 'codeNotation'>[]>();
  const known = new Map<string, { count: number; notations: Set<string> }>();
  for (const { issuer, codeNotation } of found) {
    const entry = known.get(issuer) ?? { count: 0, notations: new Set<string>() };
    entry.count += 1;
    if (codeNotation !== '' && entry.notations.size < MOST_NOTATIONS) entry.notations.add(codeNotation);
    known.set(issuer, entry);
  }
  const issuers = [...known]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, MOST_ISSUERS)
    .map(([name, { notations }]) => ({ name, notations: [...notations] }));
  return { issuers };
}
