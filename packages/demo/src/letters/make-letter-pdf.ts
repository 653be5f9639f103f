import PDFDocument from 'pdfkit';
import { LINE, MARGIN, Typesetter } from './typesetter.ts';

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
