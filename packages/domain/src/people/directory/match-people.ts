import { fold } from '@congso/language/fold';
import type { Office } from '../../office/office.ts';
import { getPositionTitles } from '../../organisation/get-position-titles.ts';
import { loadUnitTree } from '../../organisation/unit-tree.ts';
import { literal } from '../../stores/match-words.ts';

/** More words than this say no more. */
const MAX_WORDS = 8;

/**
 * The conditions a person in the directory must meet: every word typed begins a word of the name, the phone, the title
 * or the unit, marks ignored. A phone may be typed with spaces, and with +84.
 *
 * @param byLogin also the login, for those who see it; for others it must not be guessed letter by letter.
 */
export async function matchPeople(office: Office, text: string, byLogin: boolean): Promise<object[]> {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const [tree, titles] = await Promise.all([loadUnitTree(office), getPositionTitles(office)]);
  const unitNames = new Map(tree.all.map((unit) => [unit._id, unit.name]));
  return words.map((word) => ({
    $or: [
      { searchKey: beginningOf(word) },
      ...(byLogin ? [{ login: beginningOf(word) }] : []),
      { appointments: { $elemMatch: { to: null, unitId: { $in: idsWith(unitNames, word) } } } },
      { appointments: { $elemMatch: { to: null, positionId: { $in: idsWith(titles, word) } } } },
    ],
  }));
}

function wordsOf(text: string): string[] {
  const folded = fold(text).trim();
  const digits = folded.replace(/[\s.()-]/g, '').replace(/^\+84/, '0');
  if (/^\d{3,}$/.test(digits)) return [digits];
  return folded
    .split(/[^\p{L}\p{N}._-]+/u)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
}

function beginningOf(word: string): RegExp {
  return new RegExp(`(^|[^\\p{L}\\p{N}])${literal(word)}`, 'u');
}

function idsWith(names: ReadonlyMap<string, string>, word: string): string[] {
  const pattern = beginningOf(word);
  return [...names].filter(([, name]) => pattern.test(fold(name))).map(([id]) => id);
}
