import { createReminder, dismissReminder } from '@congso/domain/reminders/choose-reminder';
import { fireReminder } from '@congso/domain/reminders/fire-reminder';
import { as, type Demo, once } from '../filling/demo.ts';

const HOUR_MS = 60 * 60_000;

/** What people asked to be reminded of: when, in hours from now, and whether they have seen it. */
const CHOSEN: readonly (readonly [login: string, hours: number, text: string])[] = [
  ['giamdoc', -1, 'Gọi lại đồng chí Phó Chủ tịch UBND tỉnh về tiến độ hồ chứa'],
  ['giamdoc', 26, 'Họp Ban Thường vụ, mang báo cáo giải ngân'],
  ['phogiamdoc2', -0.5, 'Xem bản tin dự báo thời tiết buổi chiều'],
  ['phogiamdoc1', 5, 'Duyệt tờ trình dự toán trước khi gửi Sở Tài chính'],
  ['vanthu', -0.4, 'In sổ đăng ký văn bản đến tuần này'],
  ['vanthu', 30, 'Chuyển văn bản giấy cho Thanh tra'],
  ['chanhvanphong', 3, 'Chốt danh sách trực tháng sau'],
  ['quantri', -2, 'Kiểm tra bản sao lưu đêm qua'],
  ['truongphong.khtc', 4, 'Đối chiếu số liệu giải ngân với Kho bạc'],
  ['truongphong.dd', 22, 'Đi thực địa xã Đồng Mộc, mang máy định vị'],
  ['tuan.na', -0.3, 'Gửi bảng tổng hợp cho chị Ngọc trước giờ họp'],
  ['anh.ntl', 6, 'Lấy kết quả mẫu nước tại phòng thí nghiệm'],
  ['thu.dt', -24 * 12, 'Bàn giao sổ trực ban'],
  ['dung.lt', -24 * 30, 'Nộp bản kê khai tài sản'],
];

/** Sets the reminders two days before they ring, and lets ring what is due by now. */
export async function setReminders(demo: Demo): Promise<void> {
  const { office, until } = demo;
  for (const [index, [login, hours, text]] of CHOSEN.entries()) {
    const at = new Date(until.getTime() + hours * HOUR_MS);
    const askedAt = new Date(Math.min(at.getTime(), until.getTime()) - 48 * HOUR_MS);
    if (askedAt < demo.from) continue;
    office.clock.set(askedAt);
    const caller = as(demo, login);
    const target = { kind: 'none' } as const;
    const { id } = await createReminder(office, caller, {
      requestId: once('reminder', index),
      text,
      at: at.toISOString(),
      target,
    });
    if (at > until) continue;
    office.clock.set(at);
    await fireReminder(office, id);
    if (hours < -24) await dismissReminder(office, caller, { requestId: once('seen', index), reminderId: id });
  }
  await office.relay.settled();
}
