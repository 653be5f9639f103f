import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfText, PlacedText } from './child-result.ts';

const MOST_PIECES = 2000;
const LONGEST_TEXT = 200_000;

/** What was read of a PDF; `isWhole` where every page gave text and no other file lies in it. */
export type ReadPdf = Omit<PdfText, 'attachment'> & { isWhole: boolean };

/** Not loaded before it is asked for: it costs more than all the rest, and much mail has no PDF. */
export async function loadPdfReader() {
  // Its other half, which it would load over the first PDF: there is no worker here, both run in this process.
  // It has no types, and nothing of it is used here.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string);
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/**
 * Reads the text layer of a PDF's first pages. No script is run, no font or file fetched, nothing drawn.
 * Throws on a damaged or encrypted file; null where there is no text, as in a scan.
 */
export async function readPdfText(bytes: Buffer, pages: number): Promise<ReadPdf | null> {
  const { getDocument, VerbosityLevel } = await loadPdfReader();
  const loading = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    // pdfjs warns on standard output about fonts it may not fetch.
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await loading.promise;
    let pageWidth = 0;
    let firstPage: PlacedText[] = [];
    const texts: string[] = [];
    let isWhole = pdf.numPages <= pages && !(await pdf.getAttachments());
    for (let number = 1; number <= Math.min(pages, pdf.numPages); number += 1) {
      const page = await pdf.getPage(number);
      const pieces = await piecesOf(page);
      if (number === 1) {
        firstPage = pieces;
        pageWidth = page.getViewport({ scale: 1 }).width;
      }
      isWhole &&= pieces.length > 0;
      texts.push(...pieces.map(({ text }) => text));
      page.cleanup();
    }
    const text = texts.join('\n').slice(0, LONGEST_TEXT);
    return text === '' ? null : { pageWidth, firstPage, text, isWhole: isWhole && text.length < LONGEST_TEXT };
  } finally {
    await loading.destroy();
  }
}

/** The pieces of text on a page from top to bottom, those that touch joined: fonts split words between letters. */
async function piecesOf(page: PDFPageProxy): Promise<PlacedText[]> {
  const height = page.getViewport({ scale: 1 }).height;
  const { items } = await page.getTextContent({ disableNormalization: false });
  const pieces: PlacedText[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const [, , skew = 0, scale = 0, x = 0, baseline = 0] = item.transform as number[];
    const size = Math.hypot(skew, scale);
    pieces.push({ text: item.str, x, y: height - baseline, width: item.width, size });
    if (pieces.length >= MOST_PIECES * 5) break;
  }
  const rows = rowsOf(pieces);
  return rows.flatMap(joinTouching).slice(0, MOST_PIECES);
}

/** Pieces on one baseline, left to right; rows from top to bottom. */
function rowsOf(pieces: readonly PlacedText[]): PlacedText[][] {
  const rows: PlacedText[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && Math.abs(first.y - piece.y) < Math.max(2, first.size * 0.3))
      row.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows;
}

/** Joins pieces of a row less than a wide space apart; a wider gap is the space between two columns. */
function joinTouching(row: readonly PlacedText[]): PlacedText[] {
  const joined: PlacedText[] = [];
  for (const piece of row) {
    const last = joined.at(-1);
    const gap = last === undefined ? 0 : piece.x - (last.x + last.width);
    if (last !== undefined && gap < Math.max(last.size, piece.size) * 1.2) {
      const space = gap > piece.size * 0.15 && !/\s$/u.test(last.text) && !/^\s/u.test(piece.text) ? ' ' : '';
      last.text = `${last.text}${space}${piece.text}`;
      last.width = piece.x + piece.width - last.x;
    } else joined.push({ ...piece });
  }
  return joined
    .map((piece) => ({ ...piece, text: clean(piece.text) }))
    .filter((piece) => piece.text !== '' && [piece.x, piece.y, piece.width, piece.size].every(Number.isFinite));
}

function clean(text: string): string {
  return text
    .slice(0, 4000)
    .normalize('NFC')
    .replace(/\p{Cs}|\p{Cc}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 1000);
}
