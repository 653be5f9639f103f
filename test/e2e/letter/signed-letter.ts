import { generateKeyPairSync } from 'node:crypto';
import type { LetterContent } from '@congso/demo/letters/make-letter-pdf';
import { makeLetterPdf } from '@congso/demo/letters/make-letter-pdf';
import { createTransport } from 'nodemailer';
import type { Zone } from '../../support/dns/serve-dns.ts';
import { REGISTRY } from '../../support/office/found-office.ts';

export const SENDER_DOMAIN = 'ubnd.lamson.example';
const SELECTOR = 'vt1';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** What the sender's domain says of itself: who may send for it, with which key it signs, and that all else is false. */
export const SENDER_ZONE: Zone = {
  [`TXT ${SENDER_DOMAIN}`]: ['v=spf1 ip4:127.0.0.1 -all'],
  [`TXT ${SELECTOR}._domainkey.${SENDER_DOMAIN}`]: [
    `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`,
  ],
  [`TXT _dmarc.${SENDER_DOMAIN}`]: ['v=DMARC1; p=reject; adkim=s; aspf=s'],
};

export const LETTER: LetterContent = {
  agency: 'ỦY BAN NHÂN DÂN TỈNH LAM SƠN',
  code: '1286/UBND-NNMT',
  place: 'Lam Sơn',
  date: '2026-03-09',
  type: 'Công văn',
  subject: 'xử lý phản ánh của cử tri xã Thanh Lĩnh về lấn chiếm đất công',
  recipient: 'Sở Nông nghiệp và Môi trường',
  paragraphs: [
    'Tại buổi tiếp xúc cử tri ngày 05/3/2026, cử tri xã Thanh Lĩnh phản ánh một số hộ dân lấn chiếm đất công dọc kênh thủy lợi để xây dựng nhà xưởng.',
    'Ủy ban nhân dân tỉnh giao Sở Nông nghiệp và Môi trường chủ trì kiểm tra, làm rõ trách nhiệm, xử lý theo quy định và báo cáo kết quả.',
  ],
  signer: { title: 'KT. Chủ tịch, Phó Chủ tịch', name: 'Lương Trọng Nghĩa' },
};

/** As the mail and its subject line write it. */
const SUBJECT_LINE = `${LETTER.type} số ${LETTER.code} V/v ${LETTER.subject}`;

/** Hands the letter to the sender's own mail server, signed with the domain's key, and settles when that has it. */
export async function sendSignedLetter(port: number, sentAt: Date): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  await transport.sendMail({
    from: { name: 'Văn thư UBND tỉnh Lam Sơn', address: `vanthu@${SENDER_DOMAIN}` },
    to: REGISTRY,
    date: sentAt,
    subject: SUBJECT_LINE,
    text: `Kính gửi Sở Nông nghiệp và Môi trường,\n\nUBND tỉnh Lam Sơn gửi Công văn số ${LETTER.code} (bản ký số đính kèm).\nĐề nghị Quý Sở tiếp nhận, xử lý theo quy định. Trân trọng./.\n`,
    attachments: [{ filename: '1286_UBND-NNMT.pdf', content: await makeLetterPdf(LETTER) }],
    dkim: {
      domainName: SENDER_DOMAIN,
      keySelector: SELECTOR,
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  });
  transport.close();
}
