/** Files: upload, download, their state. */
export const files = {
  action: {
    preview: 'Xem trước',
    cancel: 'Hủy tải lên',
    remove: 'Bỏ tệp',
  },
  state: {
    waiting: 'Đang chờ',
    uploading: 'Đang tải lên',
    paused: 'Tạm dừng',
    complete: 'Đã tải lên',
    failed: 'Không tải lên được',
  },
  progress: '{{percent}}% của {{size}}',
  dropHere: 'Thả tệp vào đây',
  finding: {
    program: 'Tệp chạy được trên máy: đừng mở nếu không chắc chắn',
    shortcut: 'Lối tắt: mở ra là chạy thứ khác',
    script: 'Có mã lệnh bên trong: đừng mở nếu không chắc chắn',
    macros: 'Có macro: đừng bật macro khi mở',
    encrypted: 'Có đặt mật khẩu: chưa xem được bên trong, có thể chứa bất cứ thứ gì',
    unopened: 'Chưa xem bên trong: có thể chứa bất cứ thứ gì',
    'partly-opened': 'Mới xem được một phần: phần còn lại có thể chứa bất cứ thứ gì',
    unread: 'Chưa đọc được chữ bên trong',
  },
  tooLarge: 'Tệp “{{name}}” vượt quá {{limit}}',
} as const;
