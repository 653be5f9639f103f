/** Reminders a person sets and those the office sets. */
export const reminders = {
  reminder: 'Nhắc việc',
  reminders: 'Nhắc việc',
  at: 'Nhắc lúc',
  note: 'Ghi chú',
  occasion: {
    chosen: 'Bạn đã hẹn',
    'before-due': 'Sắp đến hạn',
    due: 'Đến hạn',
    unanswered: 'Chờ xác nhận',
  },
  state: {
    scheduled: 'Đã hẹn',
    fired: 'Đang nhắc',
    done: 'Đã biết',
    cancelled: 'Đã hủy',
  },
  action: {
    remindMe: 'Nhắc tôi',
    snooze: 'Nhắc lại sau',
    dismiss: 'Đã biết',
    cancel: 'Hủy nhắc',
  },
  when: {
    inMinutes: '{{count}} phút nữa',
    inHours: '{{count}} giờ nữa',
    tomorrowMorning: 'Sáng mai',
    nextWorkingDay: 'Ngày làm việc kế tiếp',
    chooseTime: 'Chọn thời điểm',
  },
  taskDueSoon: 'Công việc “{{title}}” sắp đến hạn: {{due}}',
  taskOverdue: 'Công việc “{{title}}” đã quá hạn từ {{due}}',
  noticeWaiting: 'Thông báo “{{title}}” chờ bạn xác nhận trước {{due}}',
  empty: 'Chưa hẹn nhắc việc nào',
} as const;
