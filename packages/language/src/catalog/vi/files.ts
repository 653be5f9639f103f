/** Files: upload, download, their state. */
export const files = {
  file: 'Tệp',
  files: 'Tệp',
  name: 'Tên tệp',
  size: 'Dung lượng',
  action: {
    upload: 'Tải tệp lên',
    download: 'Tải xuống',
    preview: 'Xem trước',
    pause: 'Tạm dừng',
    resume: 'Tiếp tục',
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
  count: '{{count}} tệp',
} as const;
