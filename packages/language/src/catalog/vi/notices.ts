/** Notices, their audience and acknowledgements. */
export const notices = {
  notice: 'Thông báo',
  notices: 'Thông báo',
  title: 'Tiêu đề',
  body: 'Nội dung',
  audience: 'Người nhận',
  everyone: 'Toàn cơ quan',
  mustAcknowledge: 'Yêu cầu xác nhận',
  acknowledgeBy: 'Xác nhận trước',
  publishedBy: '{{name}} ban hành',
  state: {
    published: 'Đã ban hành',
    withdrawn: 'Đã thu hồi',
  },
  receipt: {
    seen: 'Đã xem',
    acknowledged: 'Đã xác nhận',
    pending: 'Chưa xác nhận',
  },
  action: {
    write: 'Soạn thông báo',
    publish: 'Ban hành',
    withdraw: 'Thu hồi',
    acknowledge: 'Xác nhận đã đọc',
    remind: 'Nhắc người chưa xác nhận',
  },
  tally: '{{acknowledged}}/{{total}} đã xác nhận',
  seenTally: '{{seen}}/{{total}} đã xem',
  box: {
    received: 'Gửi đến tôi',
    waiting: 'Chờ tôi xác nhận',
    sent: 'Tôi ban hành',
  },
  tallyByUnit: 'Theo đơn vị',
  empty: 'Chưa có thông báo nào',
} as const;
