import { type LetterContent, makeLetterPdf } from './make-letter-pdf.ts';
import { encodedLine, makeMail } from './make-mail.ts';

/** A letter on its way by mail. */
export type LetterMail = {
  readonly content: LetterContent;
  readonly sender: { readonly name: string; readonly domain: string };
  readonly to: string;
  readonly sentAt: Date;
  /** Makes the Message-ID, with the sender's domain. */
  readonly key: string;
  /** Put before the mail's subject. */
  readonly mark?: string;
};

/** The raw message: a few words and the letter as PDF, as registries send it. */
export async function makeLetterMail({ content, sender, to, sentAt, key, mark = '' }: LetterMail): Promise<Buffer> {
  const { code, type, subject, date } = content;
  const pdf = await makeLetterPdf(content);
  const [year, month, day] = date.split('-');
  const text = [
    'Kính gửi Sở Nông nghiệp và Môi trường,',
    '',
    `${sender.name} gửi ${type} số ${code} ngày ${day}/${month}/${year} về việc ${subject} (bản ký số đính kèm).`,
    '',
    'Đề nghị Quý Sở tiếp nhận, xử lý theo quy định. Trân trọng./.',
    '',
    `Bộ phận Văn thư - ${sender.name}`,
  ].join('\r\n');
  return makeMail({
    header: [
      encodedLine('From', `Văn thư ${sender.name}`, ` <vanthu@${sender.domain}>`),
      `To: <${to}>`,
      encodedLine('Subject', `${mark}${type} số ${code} V/v ${subject}`),
      `Date: ${sentAt.toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: <${key}@${sender.domain}>`,
    ],
    parts: [
      { type: 'text/plain; charset=utf-8', content: text },
      {
        type: 'application/pdf',
        header: [`Content-Disposition: attachment; filename="${fileName(code)}"`],
        content: pdf,
      },
    ],
  });
}

/** "123/QĐ-UBND" -> "123_QD-UBND.pdf", as programs name it that know no Vietnamese. */
function fileName(code: string): string {
  const plain = code.normalize('NFD').replace(/\p{M}/gu, '').replace(/Đ/g, 'D').replace(/đ/g, 'd').replace(/\//g, '_');
  return `${plain}.pdf`;
}
