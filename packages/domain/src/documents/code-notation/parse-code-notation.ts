/** A document's number and symbol (số, ký hiệu), taken apart; or, in an irregular form, only its text. */
export type CodeNotation =
  | { form: 'regular'; number: string; year: number | null; notation: string; text: string }
  | { form: 'irregular'; text: string };

/** The forms of Decree 30/2020/NĐ-CP, annex I: "15/QĐ-UBND", "123/UBND-VX", "45/2020/QĐ-UBND", "12a/TB-SNV". */
const REGULAR = /^(\d{1,6}[a-z]?)(?:\/(\d{4}))?\/(\p{L}[\p{L}\d.&]*(?:-[\p{L}\d.&]+)*)$/u;
/** Hyphens, dashes and minus signs that word processors put in place of "-". */
export const DASHES = /[\u2010-\u2015\u2212\u00AD\uFE58\uFE63\uFF0D]/g;

/**
 * Reads a number and symbol. Never refuses: what has not the regular form, as a Party document's "12-NQ/TU", is kept
 * as it was written, because a letter is never turned away for its number.
 */
export function parseCodeNotation(written: string): CodeNotation {
  const text = written.normalize('NFC').replace(DASHES, '-').replace(/\s+/g, ' ').trim();
  const match = REGULAR.exec(text);
  if (match === null) return { form: 'irregular', text };
  const [, digits = '', year, notation = ''] = match;
  const number = digits.replace(/^0+(?=\d)/, '');
  return { form: 'regular', number, year: year === undefined ? null : Number(year), notation, text };
}

/** The number as it is printed: a leading zero under 10 (Decree 30/2020, annex I), so `5` is `05`. */
export function formatCodeNumber(number: string): string {
  return /^\d(?!\d)/.test(number) ? `0${number}` : number;
}

/** The whole code as it is printed: "05/2020/QĐ-UBND"; an irregular one as it was written. */
export function formatCodeNotation(code: CodeNotation): string {
  if (code.form === 'irregular') return code.text;
  return `${formatCodeNumber(code.number)}/${formatNotation(code)}`;
}

/** What follows the number: "QĐ-UBND", or "2020/QĐ-UBND" where the code carries its year. */
export function formatNotation(code: { year: number | null; notation: string }): string {
  return code.year === null ? code.notation : `${code.year}/${code.notation}`;
}
