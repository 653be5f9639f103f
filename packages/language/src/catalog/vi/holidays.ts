/** Working time: holidays, days in lieu and swapped days. */
export const holidays = {
  title: 'Ngày nghỉ và ngày làm bù',
  told: {
    set: 'Đã đặt ngày {{date}}: {{kind}}',
    removed: 'Ngày {{date}} lại là ngày thường',
  },
  date: 'Ngày',
  name: 'Tên',
  kind: 'Loại ngày',
  off: 'Nghỉ',
  work: 'Làm việc',
  action: {
    add: 'Thêm ngày',
  },
  toConfirm: 'Chờ văn bản chính thức',
  occasion: {
    newYear: 'Tết Dương lịch',
    tet: 'Tết Nguyên đán',
    hungKings: 'Giỗ Tổ Hùng Vương',
    reunification: 'Ngày Chiến thắng',
    labour: 'Ngày Quốc tế Lao động',
    nationalDay: 'Quốc khánh',
    culture: 'Ngày Văn hóa Việt Nam',
  },
  inLieu: 'Nghỉ bù {{occasion}}',
  removeTitle: 'Bỏ ngày {{date}} ({{name}})?',
  removeHint: 'Thời hạn giao từ nay sẽ không tính ngày này là ngoại lệ nữa.',
  empty: 'Chưa có ngày nghỉ nào cho năm {{year}}',
} as const;
