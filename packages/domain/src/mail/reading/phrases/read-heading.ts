import { type FoundCode, findLabelledCode, unifyDashes } from '../../../documents/code-notation/find-code-notation.ts';
import type { DocumentType } from '../../../documents/document-types.ts';
import type { PdfText, PlacedText } from '../child/child-result.ts';
import { type FoundDate, findDate } from './find-date.ts';
import { agenciesOfHeading } from './find-issuer.ts';
import { asSubject, findTypeAtStart } from './find-subject.ts';

/** What the head of a printed letter says. */
export interface LetterHeading {
  /** Superior agencies first, the issuing one last. */
  agencies: string[];
  code: FoundCode['code'] | null;
  date: string | null;
  type: DocumentType | null;
  subject: string | null;
}

const MOTTO = /CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐỘC LẬP\s?[-–]\s?TỰ DO|ĐẢNG CỘNG SẢN VIỆT NAM/iu;
const NUMBER_LINE = /^số\s?:?(?:\s|\d|$|\/|\.)/iu;
/** Lines after a type's name that no longer belong to the subject. */
const BODY_BEGINS = /^(?:kính gửi|căn cứ|theo đề nghị|thực hiện|điều \d|phần \p{Lu}|[ivx]{1,4}\.|\d{1,2}\.)/iu;

/**
 * Reads the heading of a letter laid out by Decree 30/2020, annex I: two columns, agency and number on the left, motto,
 * place and date on the right; a dispatch's "V/v" under its number, another type's name in capitals below both columns
 * with the subject under it.
 */
export function readHeading(pdf: PdfText): LetterHeading {
  const pieces = splitColumns(pdf.firstPage.map((piece) => ({ ...piece, text: unifyDashes(piece.text) })));
  const middle = pdf.pageWidth * 0.5;
  // Of a piece that begins on the left the centre decides: titles stand across both columns.
  const left = pieces.filter((piece) => piece.x + piece.width / 2 < middle * 0.95);
  const numberAt = left.findIndex((piece) => NUMBER_LINE.test(piece.text));
  const number = left[numberAt];
  const headingEnd = number === undefined ? 0 : number.y + number.size * 8;

  const above = left.slice(0, Math.max(numberAt, 0)).filter((piece) => !MOTTO.test(piece.text));
  const right = pieces.filter((piece) => piece.x + piece.width / 2 >= middle * 0.95 && piece.y <= headingEnd);
  const code = number === undefined ? null : (findLabelledCode(number.text)?.code ?? null);
  const titled = readTitle(pieces, number);
  const about = number === undefined ? null : readAbout(left.slice(numberAt + 1), number);
  return {
    agencies: agenciesOfHeading(above.map((piece) => piece.text)),
    code,
    date: firstDate(right),
    type: titled?.type ?? null,
    subject: about ?? titled?.subject ?? null,
  };
}

/** The place with the date, at the height of the number. */
const PLACE = /\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3},\s?ngày\s/u;

/**
 * A long name of an agency ends so near to the motto beside it that both were taken for one line, and the number with the
 * place and date: down to the number, lines are cut where the right column begins.
 */
function splitColumns(pieces: readonly PlacedText[]): PlacedText[] {
  const end = pieces.find((piece) => NUMBER_LINE.test(piece.text))?.y ?? 0;
  return pieces.flatMap((piece) => {
    const at = piece.y > end ? 0 : ((MOTTO.exec(piece.text) ?? PLACE.exec(piece.text))?.index ?? 0);
    const left = piece.text.slice(0, at).trim();
    if (left === '') return [piece];
    const width = (piece.width * at) / piece.text.length;
    const right = { ...piece, text: piece.text.slice(at).trim(), x: piece.x + width, width: piece.width - width };
    return [{ ...piece, text: left, width }, right];
  });
}

/** "V/v ..." in the left column right under the number, and the lines that go on with it. */
function readAbout(below: readonly PlacedText[], number: PlacedText): string | null {
  const first = below[0];
  if (first === undefined || first.y - number.y > number.size * 4 || !/^(?:v\s?\/\s?v|về việc)/iu.test(first.text))
    return null;
  return asSubject(paragraphFrom(below).join(' '));
}

/** A type's name standing alone in capitals ("QUYẾT ĐỊNH"), and the lines under it. */
function readTitle(pieces: readonly PlacedText[], number: PlacedText | undefined) {
  const at = pieces.findIndex((piece) => {
    if (number !== undefined && piece.y <= number.y) return false;
    const type = findTypeAtStart(piece.text);
    return type !== null && piece.text === piece.text.toUpperCase() && piece.text.length <= type.nameVi.length + 2;
  });
  const title = pieces[at];
  const type = title === undefined ? null : findTypeAtStart(title.text);
  if (title === undefined || type === null) return null;
  const below = pieces.slice(at + 1);
  const isNear = below[0] !== undefined && below[0].y - title.y < title.size * 4;
  return { type, subject: isNear ? asSubject(paragraphFrom(below).join(' ')) : null };
}

/** Lines from the first on, until a wider gap, a rule, capitals (the authority) or the body's first words; six at most. */
function paragraphFrom(pieces: readonly PlacedText[]): string[] {
  const lines: string[] = [];
  let last = pieces[0];
  for (const piece of pieces.slice(0, 6)) {
    const isApart = last !== undefined && piece.y - last.y > Math.max(last.size, piece.size) * 1.9;
    const isCapital = piece.text === piece.text.toUpperCase() && /\p{Lu}{2}/u.test(piece.text);
    if (isApart || isCapital || BODY_BEGINS.test(piece.text) || !/[\p{L}\d]/u.test(piece.text)) break;
    lines.push(piece.text);
    last = piece;
  }
  return lines;
}

function firstDate(pieces: readonly PlacedText[]): string | null {
  for (const piece of pieces) {
    const found: FoundDate | null = findDate(piece.text);
    if (found !== null) return found.date;
  }
  return null;
}
