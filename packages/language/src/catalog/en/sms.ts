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
  providerKind: {
    none: 'No SMS',
    folder: 'Into a folder (for trials)',
    http: 'Any provider over HTTP',
  },
  state: {
    queued: 'Queued',
    sending: 'Sending',
    accepted: 'Accepted',
    failed: 'Failed',
    unknown: 'Unknown',
    suppressed: 'Not sent',
  },
  reason: {
    'quiet-hours': 'Quiet hours',
    'no-phone': 'No mobile phone',
    'no-provider': 'The office sends no SMS',
    secret: 'Secret document',
    interrupted: 'The server stopped while sending',
  },
  settle: {
    arrived: 'It arrived',
    notArrived: 'It did not',
  },
  unknownHint:
    'The server stopped while sending. The SMS may have arrived; it is not sent again, so that nobody gets it twice.',
  message: {
    documentAssigned: '{{office}}: Incoming document no. {{reference}} is assigned to you.',
    taskAssigned: '{{office}}: Task {{reference}} is assigned to you.',
    taskDueSoon: '{{office}}: Task {{reference}} is due soon.',
    taskOverdue: '{{office}}: Task {{reference}} is overdue.',
  },
  due: 'Due: {{due}}.',
  empty: 'No SMS yet',
} as const satisfies Translated<typeof vi>;
