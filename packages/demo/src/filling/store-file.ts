import { createFileFromBlob } from '@congso/domain/files/create-file';
import type { Caller } from '@congso/domain/office/caller';
import type { Office } from '@congso/domain/office/office';
import { civilDateOf } from '@congso/language/dates';
import { COMMUNES } from '../letters/issuers.ts';
import { makeLetterPdf } from '../letters/make-letter-pdf.ts';
import { createRandom } from './seeded-random.ts';

const stored = new WeakMap<Office['blobs'], Map<string, ReturnType<typeof makeFile>>>();

/** Stores a file as an upload leaves it: its uploader's own, not attached yet. Answers its id, which is the one given. */
export async function storeFile(
  office: Office,
  caller: Caller,
  id: string,
  name: string,
  about: string,
): Promise<string> {
  const known = stored.get(office.blobs) ?? new Map<string, ReturnType<typeof makeFile>>();
  stored.set(office.blobs, known);
  // One content for each name: what is in it matters less than that it opens.
  const made = known.get(name) ?? makeFile(name, about, civilDateOf(office.clock.now()));
  known.set(name, made);
  const content = await made;
  const blob = await office.blobs.put(pieces(content));
  const mime = name.endsWith('.pdf') ? 'application/pdf' : 'text/csv';
  await createFileFromBlob(office, { id, name, mime, blob, place: null, uploadedById: caller.personId });
  return id;
}

async function* pieces(content: Buffer): AsyncIterable<Uint8Array> {
  yield content;
}

async function makeFile(name: string, about: string, date: string): Promise<Buffer> {
  return name.endsWith('.pdf') ? makePaper(name, about, date) : makeTable(name);
}

/** A table by communes that a spreadsheet opens: UTF-8 with its mark, so that it shows the letters right. */
function makeTable(name: string): Buffer {
  const random = createRandom(`table ${name}`);
  const rows = COMMUNES.map((commune, index) => {
    const planned = random.between(40, 480);
    const done = Math.round(planned * (0.55 + random.next() * 0.45));
    return [index + 1, commune, planned, done, `${((done / planned) * 100).toFixed(1)}%`].join(';');
  });
  return Buffer.from(`\ufeff${['TT;Đơn vị;Kế hoạch;Thực hiện;Tỷ lệ', ...rows].join('\r\n')}\r\n`);
}

function makePaper(name: string, about: string, date: string): Promise<Buffer> {
  const random = createRandom(`paper ${name}`);
  return makeLetterPdf({
    agency: 'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
    superior: 'UBND TỈNH LAM SƠN',
    code: `${random.between(100, 900)}/BB-SNNMT`,
    place: 'Lam Sơn',
    date,
    type: 'Biên bản',
    subject: about,
    paragraphs: [
      'Các bên đã cùng xem xét nội dung, thống nhất số liệu và phân công trách nhiệm như phụ lục kèm theo.',
      'Các đơn vị hoàn thành phần việc được giao đúng thời hạn, báo cáo kết quả trên phần mềm. Văn bản được lập thành 03 bản có giá trị như nhau./.',
    ],
    signer: { title: 'Người lập', name: 'Lê Phương Uyên' },
  });
}
