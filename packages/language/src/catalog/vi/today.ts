/** The front door: what do I owe today? */
export const today = {
  title: 'Hôm nay',
  greeting: 'Chào {{name}}',
  mailWaiting: '{{count}} thư chờ vào sổ',
  section: {
    overdue: 'Quá hạn',
    dueToday: 'Đến hạn hôm nay',
    toAcknowledge: 'Chờ bạn xác nhận',
    onMyDesk: 'Văn bản chờ bạn xử lý',
    reminders: 'Nhắc việc',
    later: 'Sắp tới',
  },
  accepted: 'Đã nhận việc: {{title}}',
  acknowledged: 'Đã xác nhận: {{title}}',
  dismissed: 'Đã xong lời nhắc: {{title}}',
  empty: 'Không còn gì phải làm hôm nay',
  emptyHint: 'Việc, văn bản và thông báo cần bạn sẽ hiện ở đây.',
  firstSteps: {
    title: 'Cơ quan đã được lập',
    hint: 'Ba bước để mọi người bắt đầu làm việc. Cần ít nhất một văn thư và một lãnh đạo thì văn bản mới luân chuyển được.',
    units: '1. Lập các phòng, đơn vị',
    people: '2. Thêm người, giao chức vụ',
    office: '3. Đặt tên và địa chỉ nhận thư',
  },
} as const;
