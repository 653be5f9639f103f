import type { Translated } from '../translated.ts';
import type { notices as vi } from '../vi/notices.ts';

export const notices = {
  notice: 'Notice',
  notices: 'Notices',
  title: 'Title',
  body: 'Text',
  audience: 'Audience',
  everyone: 'Everyone',
  mustAcknowledge: 'Ask for acknowledgement',
  acknowledgeBy: 'Acknowledge by',
  publishedBy: 'Published by {{name}}',
  state: {
    published: 'Published',
    withdrawn: 'Withdrawn',
  },
  receipt: {
    seen: 'Seen',
    acknowledged: 'Acknowledged',
    pending: 'Not yet acknowledged',
  },
  action: {
    write: 'Write a notice',
    publish: 'Publish',
    withdraw: 'Withdraw',
    acknowledge: 'Acknowledge',
    remind: 'Remind those who have not',
  },
  tally: '{{acknowledged}} of {{total}} acknowledged',
  seenTally: '{{seen}} of {{total}} seen',
  box: {
    received: 'Received',
    waiting: 'Waiting for me',
    sent: 'Sent',
  },
  tallyByUnit: 'By unit',
  empty: 'No notices yet',
} as const satisfies Translated<typeof vi>;
