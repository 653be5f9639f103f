import { civilDateOf } from '@congso/language/dates';
import { COMMUNES, ISSUERS } from './issuers.ts';
import { makeLetterMail } from './make-letter-mail.ts';
import { encodedLine, makeMail } from './make-mail.ts';

/** A mail that is no letter to be registered and handled: how long ago it came and what the registry made of it. */
export type OddMail = {
  readonly hoursAgo: number;
  readonly from: string;
  make(at: Date, to: string): Promise<Buffer>;
  /** Why it was set aside; null where it still waits. */
  readonly setAside: string | null;
};

const plain = (from: string, name: string, subject: string, text: string) => async (at: Date, to: string) =>
  makeMail({
    header: [
      encodedLine('From', name, ` <${from}>`),
      `To: <${to}>`,
      encodedLine('Subject', subject),
      `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: <${at.getTime()}@${from.slice(from.indexOf('@') + 1)}>`,
    ],
    parts: [{ type: 'text/plain; charset=utf-8', content: text }],
  });

const inspector = ISSUERS.ttinh;

/** A letter under a secrecy mark: it goes into quarantine by itself. */
const marked = (at: Date, to: string) =>
  makeLetterMail({
    content: {
      agency: inspector.letterhead,
      superior: inspector.superior,
      code: '12/TTT-NV2',
      place: 'Lam Sơn',
      date: civilDateOf(at),
      type: 'Công văn',
      subject: 'phối hợp xác minh theo đơn',
      recipient: 'Giám đốc Sở Nông nghiệp và Môi trường',
      paragraphs: ['Nội dung theo phụ lục gửi riêng.'],
      signer: inspector.signer,
      stamp: 'MẬT',
    },
    sender: { name: inspector.name, domain: inspector.domain },
    to,
    sentAt: at,
    key: 'xac-minh',
  });

/** The same letter twice, half an hour apart: the sender was not sure of the first. */
const repeated = (key: string) => (at: Date, to: string) =>
  makeLetterMail({
    content: {
      agency: ISSUERS.stc.letterhead,
      superior: ISSUERS.stc.superior,
      code: '1478/STC-QLNS',
      place: 'Lam Sơn',
      date: civilDateOf(at),
      type: 'Công văn',
      subject: `thẩm tra dự toán sửa chữa trạm bơm ${COMMUNES[3]}`,
      recipient: 'Sở Nông nghiệp và Môi trường',
      paragraphs: [
        `Sở Tài chính đã nhận hồ sơ dự toán sửa chữa trạm bơm ${COMMUNES[3]}. Qua kiểm tra, đề nghị Quý Sở bổ sung báo giá thiết bị và bảng tính khối lượng trước ngày làm việc thứ năm kể từ ngày nhận văn bản.`,
        'Quá thời hạn trên, Sở Tài chính sẽ thẩm tra theo hồ sơ hiện có./.',
      ],
      signer: ISSUERS.stc.signer,
    },
    sender: { name: ISSUERS.stc.name, domain: ISSUERS.stc.domain },
    to,
    sentAt: at,
    key,
  });

export const ODD_MAILS: readonly OddMail[] = [
  {
    hoursAgo: 24 * 41,
    from: 'moihop@hoithao.example',
    make: plain(
      'moihop@hoithao.example',
      'Ban tổ chức hội thảo',
      'Mời tham dự hội thảo thiết bị tưới thông minh',
      'Kính mời Quý cơ quan tham dự hội thảo giới thiệu thiết bị tưới thông minh. Phí tham dự 2.500.000 đồng/người, đăng ký trước thứ Sáu.',
    ),
    setAside: 'Thư quảng cáo, không phải văn bản hành chính.',
  },
  {
    hoursAgo: 24 * 19,
    from: 'bantin@tapchi.example',
    make: plain(
      'bantin@tapchi.example',
      'Tạp chí Nông thôn xanh',
      'Bản tin tuần: giá nông sản và dự báo thời tiết',
      'Giá na dai loại 1 tại vườn 38.000 - 45.000 đồng/kg. Dự báo tuần tới trời chuyển rét, bà con chú ý che chắn chuồng trại.',
    ),
    setAside: 'Bản tin, lưu để tham khảo.',
  },
  {
    hoursAgo: 24 * 6,
    from: 'baogia@vanphongpham.example',
    make: plain(
      'baogia@vanphongpham.example',
      'Nhà sách Ánh Dương',
      'Báo giá văn phòng phẩm tháng này',
      'Nhà sách trân trọng gửi báo giá văn phòng phẩm. Giấy A4 70 g: 62.000 đồng/ram; bìa còng 7 cm: 34.000 đồng/cái.',
    ),
    setAside: 'Báo giá, đã chuyển Kế toán tham khảo.',
  },
  { hoursAgo: 26, from: `vanthu@${inspector.domain}`, make: marked, setAside: null },
  { hoursAgo: 3.4, from: `vanthu@${ISSUERS.stc.domain}`, make: repeated('vb-1478'), setAside: null },
  { hoursAgo: 2.9, from: `vanthu@${ISSUERS.stc.domain}`, make: repeated('vb-1478-gui-lai'), setAside: null },
];
