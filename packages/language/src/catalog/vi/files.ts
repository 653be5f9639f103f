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
  tooLarge: 'Tệp “{{name}}” vượt quá {{limit}}',
} as const;
