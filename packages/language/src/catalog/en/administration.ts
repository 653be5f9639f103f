import type { Translated } from '../translated.ts';
import type { administration as vi } from '../vi/administration.ts';

export const administration = {
  title: 'Administration',
  health: {
    mongo: 'Database',
    redis: 'Redis',
    outboxWaiting: 'Follow-ups waiting',
  },
  section: {
    people: 'People',
    organisation: 'Organisation',
    units: 'Units',
    office: 'Office',
    holidays: 'Holidays',
    mailRules: 'Mail rules',
    sms: 'SMS',
    queues: 'Queues',
  },
  job: {
    'read-mail': 'Reading mail',
    'authenticate-mail': 'Authenticating senders',
    'fire-reminder': 'Reminders',
    'press-notice': 'Notice reminders',
    'send-sms': 'Sending SMS',
  },
  queue: {
    name: 'Queue',
    waiting: 'Waiting',
    active: 'Running',
    failed: 'Failed',
    oldest: 'Oldest',
    healthy: 'Healthy',
    unhealthy: 'Needs attention',
  },
} as const satisfies Translated<typeof vi>;
