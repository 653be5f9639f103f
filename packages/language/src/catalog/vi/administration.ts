/** The administrator’s pages and the health of the queues. */
export const administration = {
  title: 'Quản trị',
  health: {
    mongo: 'Cơ sở dữ liệu',
    redis: 'Redis',
    outboxWaiting: 'Việc chờ chuyển tiếp',
  },
  section: {
    people: 'Cán bộ',
    organisation: 'Tổ chức',
    units: 'Đơn vị',
    office: 'Cơ quan',
    holidays: 'Ngày nghỉ',
    mailRules: 'Quy tắc thư',
    sms: 'SMS',
    queues: 'Hàng đợi',
  },
  job: {
    'read-mail': 'Đọc thư đến',
    'authenticate-mail': 'Xác thực người gửi',
    'fire-reminder': 'Nhắc việc',
    'press-notice': 'Nhắc thông báo',
    'send-sms': 'Gửi SMS',
  },
  queue: {
    name: 'Hàng đợi',
    waiting: 'Đang chờ',
    active: 'Đang chạy',
    failed: 'Lỗi',
    oldest: 'Chờ lâu nhất',
    healthy: 'Hoạt động bình thường',
    unhealthy: 'Cần kiểm tra',
  },
} as const;
