import type { noticesCommands } from '@congso/contract/notices';
import { acknowledgeNotice, markNoticeSeen } from '@congso/domain/notices/answer-notice';
import { getNotice, listNotices } from '@congso/domain/notices/list-notices';
import { remindWaiting } from '@congso/domain/notices/press-notice';
import { publishNotice } from '@congso/domain/notices/publish-notice';
import { tallyNotice } from '@congso/domain/notices/tally-notice';
import { withdrawNotice } from '@congso/domain/notices/withdraw-notice';
import type { Handlers } from '../answering/handler.ts';

export const noticesHandlers = {
  'notices.publish': publishNotice,
  'notices.list': listNotices,
  'notices.get': getNotice,
  'notices.markSeen': markNoticeSeen,
  'notices.acknowledge': acknowledgeNotice,
  'notices.tally': tallyNotice,
  'notices.remind': remindWaiting,
  'notices.withdraw': withdrawNotice,
} satisfies Handlers<keyof typeof noticesCommands>;
