import { searchWords } from '@congso/language/fold';

/**
 * The conditions for a field that holds a folded text to be found by what was typed: the query's side of `isFoundBy`.
 * None where no word was typed.
 */
export function matchWords(field: string, typed: string): object[] {
  return searchWords(typed).map((word) => ({ [field]: { $regex: literal(word) } }));
}

/** A text a person typed, made safe to stand inside a regular expression: it matches only itself. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
