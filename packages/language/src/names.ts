import { normalizeLine } from './normalize.ts';

/** A Vietnamese name: the family and middle names, and the given name by which a person is called and listed. */
export interface PersonName {
  familyMiddle: string;
  given: string;
}

/** Splits a name as it is written: the given name is the last word ("Nguyễn Thị An" -> "Nguyễn Thị", "An"). */
export function splitName(written: string): PersonName {
  const name = normalizeLine(written);
  const at = name.lastIndexOf(' ');
  return at === -1 ? { familyMiddle: '', given: name } : { familyMiddle: name.slice(0, at), given: name.slice(at + 1) };
}

/** The whole name as it is written on paper: family and middle names first. */
export function fullName(name: PersonName): string {
  return normalizeLine(`${name.familyMiddle} ${name.given}`);
}

/** How colleagues call a person: by the given name alone. */
export function shortName(name: PersonName): string {
  return name.given === '' ? name.familyMiddle : name.given;
}

/** The letter an avatar shows: the first of the given name, marks kept ("Ánh" -> "Á"). */
export function initialOf(name: PersonName): string {
  const [first] = shortName(name).normalize('NFC');
  return (first ?? '').toLocaleUpperCase('vi');
}

const collator = new Intl.Collator('vi');

/** Orders people as an office lists them: by given name, then by the rest. */
export function compareNames(a: PersonName, b: PersonName): number {
  return collator.compare(a.given, b.given) || collator.compare(a.familyMiddle, b.familyMiddle);
}

const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const LETTER_SHAPE = /[\u0306\u0302\u031B]/;
// ICU orders Vietnamese tones: level, huyền, hỏi, ngã, sắc, nặng.
const TONES: Record<string, string> = { '\u0300': '1', '\u0309': '2', '\u0303': '3', '\u0301': '4', '\u0323': '5' };
const OTHER_MARK = '6';

/**
 * A key whose plain byte order is that of {@link compareNames}, case apart, for a database that sorts and pages by
 * an index and knows no Vietnamese collation. Not for people's eyes.
 */
export function sortKeyOf(name: PersonName): string {
  return `${collationKey(name.given)}!${collationKey(name.familyMiddle)}`;
}

/** Letters first, tones after them: "ma" < "mà" < "man", because tones count only between equal letters. */
function collationKey(text: string): string {
  let letters = '';
  let tones = '';
  for (const [cluster] of normalizeLine(text)
    .toLowerCase()
    .normalize('NFD')
    .matchAll(/\P{M}\p{M}*/gu)) {
    const [base = '', ...marks] = cluster;
    const shape = marks.find((mark) => LETTER_SHAPE.test(mark)) ?? '';
    const shaped = (base + shape).normalize('NFC');
    const letter = LETTERS.includes(shaped) ? shaped : base;
    letters += weight(letter);
    const rest = marks.filter((mark) => letter === base || mark !== shape);
    tones += rest.map((mark) => TONES[mark] ?? OTHER_MARK).join('') || '0';
  }
  return `${letters}!${tones}`;
}

/** One byte per letter above '!', the separator; anything that is neither letter, digit nor space keeps its own code. */
function weight(letter: string): string {
  if (letter === ' ') return '"';
  const place = LETTERS.indexOf(letter);
  if (place !== -1) return String.fromCharCode(0x41 + place);
  return /[0-9]/.test(letter) ? letter : letter > '~' ? letter : '#';
}

/** The marks of the five tones. Those that make another letter, as of Đ, Ư and Ô, are not among them. */
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** Words that no abbreviation has a letter for. */
const JOINING = /(?<!\p{L})(?:và|của|các|về)(?!\p{L})/giu;
/** Where a department is: every department of the province would end in the same letters. */
const PROVINCE = /(?<=\p{L}.*)\s(?:tỉnh|thành phố|TP\.?)\s.+$/iu;

/**
 * An agency's name as offices abbreviate it: "Sở Nông nghiệp và Môi trường tỉnh Lạng Sơn" -> "SNNMT", "Ủy ban nhân dân xã
 * Tân Hòa" -> "UBNDXTH". Empty for a name without letters.
 */
export function initialsOfAgency(name: string): string {
  const said = name.normalize('NFC').replace(PROVINCE, '').replace(JOINING, '');
  const toneless = said.normalize('NFD').replace(TONE_MARKS, '').normalize('NFC');
  return (toneless.match(/(?<!\p{L})\p{L}/gu)?.join('') ?? '').toLocaleUpperCase('vi');
}
