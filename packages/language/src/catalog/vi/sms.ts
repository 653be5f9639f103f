/** SMS of the management class: their page and the texts themselves, which never hold the subject matter. */
export const sms = {
  sms: 'Tin nhắn SMS',
  page: 'Tin nhắn điều hành',
  phone: 'Số nhận',
  text: 'Nội dung',
  parts: '{{count}} tin',
  requestedAt: 'Yêu cầu lúc',
  provider: 'Nhà cung cấp',
  providerKind: {
    none: 'Không gửi SMS',
    folder: 'Ghi vào thư mục (thử nghiệm)',
    http: 'Nhà cung cấp qua HTTP',
  },
  state: {
    queued: 'Chờ gửi',
    sending: 'Đang gửi',
    accepted: 'Đã chuyển nhà mạng',
    failed: 'Không gửi được',
    unknown: 'Không rõ kết quả',
    suppressed: 'Không gửi',
  },
  reason: {
    'quiet-hours': 'Ngoài giờ nhắn tin',
    'no-phone': 'Không có số di động',
    'no-provider': 'Cơ quan chưa bật SMS',
    secret: 'Văn bản mật',
    interrupted: 'Máy chủ dừng giữa lúc gửi',
  },
  settle: {
    arrived: 'Đã tới',
    notArrived: 'Chưa tới',
  },
  unknownHint: 'Máy chủ dừng giữa lúc gửi. Tin có thể đã tới; hệ thống không gửi lại để tránh gửi hai lần.',
  /** What goes out: written with accents here, sent without. Never the subject matter, only the reference. */
  message: {
    documentAssigned: '{{office}}: Đồng chí được giao xử lý văn bản đến số {{reference}}.',
    taskAssigned: '{{office}}: Đồng chí được giao công việc {{reference}}.',
    taskDueSoon: '{{office}}: Công việc {{reference}} sắp đến hạn.',
    taskOverdue: '{{office}}: Công việc {{reference}} đã quá hạn.',
  },
  due: 'Hạn: {{due}}.',
  empty: 'Chưa có tin nhắn SMS nào',
} as const;
