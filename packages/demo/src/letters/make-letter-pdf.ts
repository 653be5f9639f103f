import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { unpackWoff } from './unpack-woff.ts';

/** A letter as an office prints it (Decree 30/2020, annex I). */
export interface LetterContent {
  /** The issuing agency: "SỞ NỘI VỤ". */
  agency: string;
  /** The agency above it: "UBND TỈNH LẠNG SƠN"; none for the highest. */
  superior?: string;
  /** Number and symbol: "123/SNV-VP". */
  code: string;
  place: string;
  /** YYYY-MM-DD */
  date: string;
  /** "Công văn" puts the subject under the number; any other type stands as a title with the subject below. */
  type: string;
  subject: string;
  /** "Kính gửi": for dispatches. */
  recipient?: string;
  paragraphs: readonly string[];
  signer: { title: string; name: string };
  /** A stamp under the number: "KHẨN", "HỎA TỐC", "MẬT". */
  stamp?: string;
}

const MARGIN = { left: 85, right: 57, top: 57, bottom: 57 };
const SIZE = 13;
const LINE = SIZE * 1.35;
const SUBSETS = ['latin', 'latin-ext', 'vietnamese'] as const;
const WEIGHTS = { regular: '400-normal', bold: '700-normal', italic: '400-italic' } as const;
type Weight = keyof typeof WEIGHTS;
type Align = 'left' | 'center';

/** Makes the PDF of a letter: A4, with a text layer. The same content gives the same bytes. */
export async function makeLetterPdf(letter: LetterContent): Promise<Buffer> {
  const info = {
    Title: letter.subject,
    Author: letter.agency,
    CreationDate: new Date(`${letter.date}T01:00:00Z`),
  };
  // No font to begin with: the standard ones are files that a bundle does not have beside it.
  const pdf = new PDFDocument({ size: 'A4', margins: MARGIN, font: '', info });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.on('end', resolve));
  const typesetter = new Typesetter(pdf);
  drawLetter(typesetter, letter);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawLetter(typesetter: Typesetter, letter: LetterContent): void {
  const isDispatch = letter.type.toLowerCase() === 'công văn';
  const width = typesetter.pageWidth - MARGIN.left - MARGIN.right;
  const left = { x: MARGIN.left - 20, width: width * 0.42 };
  const right = { x: MARGIN.left + width * 0.42, width: width * 0.6 };

  let y = MARGIN.top;
  if (letter.superior !== undefined) y = typesetter.text(letter.superior, { ...left, y, size: 12, align: 'center' });
  y = typesetter.text(letter.agency, { ...left, y, size: 12, align: 'center', weight: 'bold' });
  y = typesetter.text(`Số: ${letter.code}`, { ...left, y: y + 8, align: 'center' });
  if (isDispatch) y = typesetter.text(`V/v ${letter.subject}`, { ...left, y, size: 12, align: 'center' });
  if (letter.stamp !== undefined)
    y = typesetter.text(letter.stamp, { ...left, y: y + 12, align: 'center', weight: 'bold' });

  let rightY = MARGIN.top;
  const motto = { ...right, size: 12, align: 'center', weight: 'bold' } as const;
  rightY = typesetter.text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...motto, y: rightY });
  rightY = typesetter.text('Độc lập - Tự do - Hạnh phúc', { ...motto, y: rightY });
  const [year, month, day] = letter.date.split('-').map(Number);
  const date = `${letter.place}, ngày ${padded(day)} tháng ${Number(month) > 2 ? month : padded(month)} năm ${year}`;
  rightY = typesetter.text(date, { ...right, y: rightY + 8, align: 'center', weight: 'italic' });

  y = Math.max(y, rightY) + LINE;
  const across = { x: MARGIN.left, width };
  if (!isDispatch) {
    y = typesetter.text(letter.type.toUpperCase(), { ...across, y, size: 14, align: 'center', weight: 'bold' });
    y = typesetter.text(letter.subject, { ...across, y, align: 'center', weight: 'bold' }) + LINE;
  }
  if (letter.recipient !== undefined)
    y = typesetter.text(`Kính gửi: ${letter.recipient}`, { ...across, y, align: 'center' }) + 8;
  for (const paragraph of letter.paragraphs) y = typesetter.text(paragraph, { ...across, y, indent: 28 }) + 6;
  y = typesetter.text(letter.signer.title.toUpperCase(), { ...right, y: y + LINE, align: 'center', weight: 'bold' });
  typesetter.text(letter.signer.name, { ...right, y: y + LINE * 3, align: 'center', weight: 'bold' });
}

/** Days under 10 and the first two months are written with a zero, so that nobody can put a digit before them. */
function padded(number: number | undefined): string {
  return String(number).padStart(2, '0');
}

interface TextBox {
  x: number;
  y: number;
  width: number;
  size?: number;
  align?: Align;
  weight?: Weight;
  indent?: number;
}

/**
 * Sets words whose letters come from several fonts: the family is published in subsets, so that "Số" needs two.
 * pdfkit breaks lines between fonts, hence in the middle of a word; here a word is measured whole.
 */
class Typesetter {
  readonly #pdf: PDFKit.PDFDocument;

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf;
    for (const [name, font] of loadFonts()) pdf.registerFont(name, font);
  }

  get pageWidth(): number {
    return this.#pdf.page.width;
  }

  /** Sets a paragraph and returns the y below it; begins a new page where this one is full. */
  text(text: string, box: TextBox): number {
    const { x, width, size = SIZE, align = 'left', weight = 'regular', indent = 0 } = box;
    let { y } = box;
    const space = this.#width(' ', weight, size);
    let line: string[] = [];
    let used = 0;
    let isFirst = true;
    const flush = () => {
      if (y > this.#pdf.page.height - MARGIN.bottom - LINE) {
        this.#pdf.addPage();
        y = MARGIN.top;
      }
      const start = align === 'center' ? x + (width - used) / 2 : x + (isFirst ? indent : 0);
      this.#draw(line.join(' '), start, y, weight, size);
      y += size * 1.35;
      isFirst = false;
      line = [];
      used = 0;
    };
    for (const word of text.normalize('NFC').split(/\s+/u)) {
      const room = width - (isFirst ? indent : 0);
      const wide = this.#width(word, weight, size);
      if (line.length > 0 && used + space + wide > room) flush();
      used += (line.length > 0 ? space : 0) + wide;
      line.push(word);
    }
    if (line.length > 0) flush();
    return y;
  }

  #draw(text: string, x: number, y: number, weight: Weight, size: number): void {
    let at = x;
    for (const [font, run] of runsOf(text, weight)) {
      this.#pdf.font(font).fontSize(size).text(run, at, y, { lineBreak: false });
      at += this.#pdf.widthOfString(run);
    }
  }

  #width(word: string, weight: Weight, size: number): number {
    const key = `${weight} ${word}`;
    const known = widths.get(key);
    if (known !== undefined) return known * size;
    const width = runsOf(word, weight).reduce(
      (sum, [font, run]) => sum + this.#pdf.font(font).fontSize(1).widthOfString(run),
      0,
    );
    widths.set(key, width);
    return width * size;
  }
}

/** How wide a word is in type of one point, by weight and word: official letters say the same words, and measuring is most of the work. */
const widths = new Map<string, number>();

let fonts: Map<string, Buffer> | null = null;

/** The family's files, each under "weight:subset"; read once. */
function loadFonts(): Map<string, Buffer> {
  if (fonts) return fonts;
  fonts = new Map();
  const require = createRequire(import.meta.url);
  for (const [weight, file] of Object.entries(WEIGHTS)) {
    for (const subset of SUBSETS) {
      const path = require.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${file}.woff`);
      fonts.set(`${weight}:${subset}`, unpackWoff(readFileSync(path)));
    }
  }
  return fonts;
}

/** A text cut where the subset changes, each run with its font's name. */
function runsOf(text: string, weight: Weight): [font: string, run: string][] {
  const runs: [string, string][] = [];
  for (const letter of text) {
    const font = `${weight}:${subsetOf(letter.codePointAt(0) ?? 0)}`;
    const last = runs.at(-1);
    if (last?.[0] === font) last[1] += letter;
    else runs.push([font, letter]);
  }
  return runs;
}

/** The ranges of the published subsets. */
function subsetOf(point: number): (typeof SUBSETS)[number] {
  const isVietnamese = [0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1a0, 0x1a1, 0x1af, 0x1b0].includes(
    point,
  );
  if (isVietnamese || (point >= 0x1ea0 && point <= 0x1ef9)) return 'vietnamese';
  return point <= 0xff || (point >= 0x2000 && point <= 0x206f) ? 'latin' : 'latin-ext';
}
