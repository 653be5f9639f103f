import { describe, expect, it } from 'vitest';
import { findDeadline } from './find-deadline.ts';
import { findMeeting } from './find-meeting.ts';

const FROM = '2026-11-27';

describe('the deadline a letter names', () => {
  it.each([
    ['báo cáo gửi về Sở trước ngày 08/12/2026 để tổng hợp', '2026-12-08'],
    ['gửi về Sở Nội vụ trước ngày 8 tháng 12 năm 2026', '2026-12-08'],
    ['gửi ý kiến chậm nhất ngày 15/12/2026', '2026-12-15'],
    ['hoàn thành chậm nhất là trước ngày 15 tháng 12', '2026-12-15'],
    ['Hạn cuối: 05/12/2026', '2026-12-05'],
    ['hạn báo cáo trước 17 giờ 00 ngày 05/12/2026', '2026-12-05'],
    ['thời hạn góp ý đến hết ngày 20.12.2026', '2026-12-20'],
    ['trước 16h30 ngày 30/11', '2026-11-30'],
    ['gửi báo cáo trước ngày 15/01', '2027-01-15'],
    ['báo cáo trước\nngày 08/12/2026', '2026-12-08'],
  ])('%s', (text, day) => expect(findDeadline(text, FROM)).toBe(day));

  it.each([
    'các dự án được cấp phép trước ngày 15/10/2013',
    'Lạng Sơn, ngày 27 tháng 11 năm 2026',
    'tổ chức từ ngày 01/12/2026 đến hết ngày 05/12/2026',
    'họp lúc 08 giờ 00 ngày 10/12/2026',
    'trước ngày 31/02/2027',
    'trước ngày 15 hằng tháng',
    'trước ngày 31/12/2030',
    'nước ngày 08/12/2026',
    '',
  ])('is none in: %s', (text) => expect(findDeadline(text, FROM)).toBeNull());

  it('is the one to come, behind one long past', () => {
    const text = 'Thực hiện văn bản gửi trước ngày 01/11/2026, đề nghị báo cáo trước ngày 08/12/2026';
    expect(findDeadline(text, FROM)).toBe('2026-12-08');
  });

  it('is found in the time that reading allows, whatever the text', () => {
    const text = 'trước ngày 1'.repeat(20_000);
    const before = performance.now();
    findDeadline(text, FROM);
    findMeeting('vào lúc 1 '.repeat(20_000), FROM);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

describe('the meeting a letter calls to', () => {
  it.each([
    ['Thời gian: 08 giờ 00, ngày 10/12/2026 (thứ Năm)', { date: '2026-12-10', time: '08:00' }],
    ['Thời gian: Bắt đầu từ 13h30, thứ Ba, ngày 01 tháng 12 năm 2026', { date: '2026-12-01', time: '13:30' }],
    ['họp vào lúc 14 giờ ngày 02/12', { date: '2026-12-02', time: '14:00' }],
    ['vào hồi 7h30 sáng ngày 03/12/2026', { date: '2026-12-03', time: '07:30' }],
    ['Thời gian: ngày 04/12/2026', { date: '2026-12-04', time: null }],
  ])('%s', (text, meeting) => expect(findMeeting(text, FROM)).toEqual(meeting));

  it.each([
    'Báo cáo gửi trước ngày 08/12/2026',
    'Thời gian thực hiện dự án: năm 2027',
    'Thời gian: 08 giờ 00 ngày 10/12/2020',
  ])('is none in: %s', (text) => expect(findMeeting(text, FROM)).toBeNull());
});
