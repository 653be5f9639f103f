import PDFDocument from 'pdfkit';
import { loadFonts, runsOf, type Weight } from './letter-fonts.ts';

/** Of an A4 page, in points. */
export const MARGIN = { left: 85, right: 57, top: 57, bottom: 57 };
const SIZE = 13;
/** From one line to the next, in points. */
export const LINE = SIZE * 1.35;

/** Where a paragraph stands and how it is set; lengths in points. */
interface TextBox {
  x: number;
  y: number;
  width: number;
  size?: number;
  align?: 'left' | 'center';
  weight?: Weight;
  indent?: number;
}

/**
 * Sets words whose letters come from several fonts: the family is published in subsets, so that "Số" needs two.
 * pdfkit breaks lines between fonts, hence in the middle of a word; here a word is measured whole.
 */
export class Typesetter {
  readonly #pdf: PDFKit.PDFDocument;

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = withFonts(pdf);
  }

  get pageWidth(): number {
    return this.#pdf.page.width;
  }

  /** Sets a paragraph and returns the y below it; begins a new page where this one is full. */
  text(text: string, box: TextBox): number {
    const { x, width, size = SIZE, align = 'left', weight = 'regular', indent = 0 } = box;
    let { y } = box;
    const space = widthOf(' ', weight, size);
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
      const wide = widthOf(word, weight, size);
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
}

/** How wide a word is in type of one point, by weight and word: official letters say the same words, and measuring is most of the work. */
const widths = new Map<string, number>();
let ruler: PDFKit.PDFDocument | null = null;

/**
 * Measured in a document of its own, which is never written: a font that was only measured with would else stand in the
 * letter's PDF, or not, as its words were measured before, and the same letter would not have the same bytes.
 */
function widthOf(word: string, weight: Weight, size: number): number {
  const key = `${weight} ${word}`;
  let width = widths.get(key);
  if (width === undefined) {
    ruler ??= withFonts(new PDFDocument({ font: '' }));
    width = 0;
    for (const [font, run] of runsOf(word, weight)) width += ruler.font(font).fontSize(1).widthOfString(run);
    widths.set(key, width);
  }
  return width * size;
}

function withFonts(pdf: PDFKit.PDFDocument): PDFKit.PDFDocument {
  for (const [name, font] of loadFonts()) pdf.registerFont(name, font);
  return pdf;
}
