/** The administrator’s pages and the health of the queues. */
export const administration = {
  title: 'Quản trị',
  section: {
    people: 'Cán bộ',
    organisation: 'Tổ chức',
    holidays: 'Ngày nghỉ',
    mailRules: 'Quy tắc thư',
    sms: 'SMS',
    queues: 'Hàng đợi',
  },
  queue: {
    name: 'Hàng đợi',
    waiting: 'Đang chờ',
    active: 'Đang chạy',
    delayed: 'Hẹn giờ',
    failed: 'Lỗi',
    oldest: 'Chờ lâu nhất',
    healthy: 'Hoạt động bình thường',
    unhealthy: 'Cần kiểm tra',
  },
} as const;
