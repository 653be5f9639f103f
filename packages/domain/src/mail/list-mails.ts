import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import type { Mail } from '@congso/contract/mail';
import { presentFiles } from '../files/present-files.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { urgentRuns } from '../stores/most-pressing.ts';
import { findWithout, pageOfRuns } from '../stores/page-of-runs.ts';
import { getMailAccess, listMailActions, readableMails } from './access.ts';
import { QUEUE_STATES } from './count-queue.ts';
import { mails } from './mail-model.ts';
import { presentMail, presentMails } from './present-mail.ts';

const BOXES: { readonly [K in CommandInput<'mails.list'>['box']]: readonly Mail['state'][] } = {
  queue: QUEUE_STATES,
  registered: ['registered'],
  refused: ['refused'],
  'set-aside': ['set-aside'],
  quarantined: ['quarantined', 'destroyed'],
};

/** The queue is worked off: hỏa tốc first, then what has waited longest. In the order of the index, read backwards. */
const QUEUE_ORDER = urgentRuns('proposal.urgency.value', [{ where: {}, sort: { receivedAt: 1, _id: -1 } }]);

/** One box, the caller's part of it: the queue the most pressing first, of what was decided the newest. */
export async function listMails(
  office: Office,
  caller: Caller,
  input: CommandInput<'mails.list'>,
): Promise<CommandOutput<'mails.list'>> {
  const limit = input.limit ?? LIMITS.pageSize;
  const inBox = { $and: [{ state: { $in: [...BOXES[input.box]] } }, readableMails(caller)] };
  const order = input.box === 'queue' ? QUEUE_ORDER : [{ where: {}, sort: { receivedAt: -1, _id: 1 } as const }];
  const find = findWithout(office, mails, 'text', 'outbox');
  const { page, next } = await pageOfRuns(find, inBox, order, input.cursor, limit);
  return { items: await presentMails(office, caller, page), next };
}

/** @throws Refusal NOT_FOUND */
export async function getMail(
  office: Office,
  caller: Caller,
  { mailId }: CommandInput<'mails.get'>,
): Promise<CommandOutput<'mails.get'>> {
  const { mail } = await getMailAccess(office, caller, mailId);
  return {
    ...(await presentMail(office, caller, mail)),
    text: mail.text,
    attachments: await presentFiles(office, mail.fileIds),
    hiddenPictures: mail.hiddenPictures ?? 0,
    encoding: mail.encoding ?? null,
    to: mail.to,
    sentAt: mail.sentAt?.toISOString() ?? null,
    actions: listMailActions(caller, mail),
  };
}
