import type { Translated } from '../translated.ts';
import type { sms as vi } from '../vi/sms.ts';

export const sms = {
  sms: 'SMS',
  page: 'Management SMS',
  phone: 'To',
  text: 'Text',
  parts: '{{count}} parts',
  parts_one: '{{count}} part',
  requestedAt: 'Requested',
  provider: 'Provider',
  status: {
    queued: 'Queued',
    sending: 'Sending',
    accepted: 'Accepted',
    delivered: 'Delivered',
    failed: 'Failed',
    unknown: 'Unknown',
    suppressed: 'Not sent',
  },
  suppressed: {
    quietHours: 'Quiet hours',
    noPhone: 'No mobile phone',
    secret: 'Secret document',
  },
  unknownHint:
    'The server stopped while sending. The SMS may have arrived; it is not sent again, so that nobody gets it twice.',
  message: {
    documentAssigned: '{{office}}: Incoming document no. {{reference}} is assigned to you. Due: {{due}}.',
    taskAssigned: '{{office}}: Task {{reference}} is assigned to you. Due: {{due}}.',
    taskDueSoon: '{{office}}: Task {{reference}} is due soon: {{due}}.',
    taskOverdue: '{{office}}: Task {{reference}} is overdue: {{due}}.',
  },
  empty: 'No SMS yet',
} as const satisfies Translated<typeof vi>;
