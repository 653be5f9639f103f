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
  suppressed: {
    'quiet-hours': 'Ngoài giờ nhắn tin',
    'no-phone': 'Không có số di động',
    secret: 'Văn bản mật',
  },
  settle: {
    arrived: 'Đã tới',
    notArrived: 'Chưa tới',
  },
  unknownHint: 'Máy chủ dừng giữa lúc gửi. Tin có thể đã tới; hệ thống không gửi lại để tránh gửi hai lần.',
  message: {
    documentAssigned: '{{office}}: Ban duoc giao xu ly van ban den so {{reference}}. Han: {{due}}.',
    taskAssigned: '{{office}}: Ban duoc giao cong viec {{reference}}. Han: {{due}}.',
    taskDueSoon: '{{office}}: Cong viec {{reference}} sap den han: {{due}}.',
    taskOverdue: '{{office}}: Cong viec {{reference}} da qua han: {{due}}.',
  },
  empty: 'Chưa có tin nhắn SMS nào',
} as const;
