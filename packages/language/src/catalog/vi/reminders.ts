/** Reminders a person sets and those the office sets. */
export const reminders = {
  occasion: {
    chosen: 'Bạn đã hẹn',
    'before-due': 'Sắp đến hạn',
    due: 'Đến hạn',
    unanswered: 'Chờ xác nhận',
  },
  ringing: '{{count}} nhắc việc đang chờ bạn',
  action: {
    remindMe: 'Nhắc tôi',
    dismiss: 'Đã biết',
    seeToday: 'Xem ở Hôm nay',
  },
  when: {
    inMinutes: '{{count}} phút nữa',
    inHours: '{{count}} giờ nữa',
    tomorrowMorning: 'Sáng mai',
    nextWorkingDay: 'Ngày làm việc kế tiếp',
    chooseTime: 'Chọn thời điểm',
  },
  remindAt: 'Sẽ nhắc bạn “{{title}}” lúc {{time}}',
  remindMeOf: 'Nhắc tôi về “{{title}}”',
  chooseDay: 'Ngày',
  chooseHour: 'Giờ',
} as const;
