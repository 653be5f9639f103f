import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import type { Mail } from '@congso/contract/mail';
import { presentFiles } from '../files/present-files.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { pageAfter, pageFilter } from '../stores/page.ts';
import { getMailAccess, listMailActions, readableMails } from './access.ts';
import { QUEUE_STATES } from './count-queue.ts';
import { type MailDoc, mails } from './mail-model.ts';
import { presentMail, presentMails } from './present-mail.ts';

const BOXES: { readonly [K in CommandInput<'mails.list'>['box']]: readonly Mail['state'][] } = {
  queue: QUEUE_STATES,
  registered: ['registered'],
  refused: ['refused'],
  'set-aside': ['set-aside'],
  quarantined: ['quarantined', 'destroyed'],
};

/** One box, the newest first; the caller's part of it. */
export async function listMails(
  office: Office,
  caller: Caller,
  input: CommandInput<'mails.list'>,
): Promise<CommandOutput<'mails.list'>> {
  const limit = input.limit ?? LIMITS.pageSize;
  const found = await mails
    .of(office)
    .find(
      {
        $and: [
          { state: { $in: [...BOXES[input.box]] } },
          readableMails(caller),
          pageFilter('receivedAt', input.cursor),
        ],
      },
      { text: 0, outbox: 0 },
    )
    .sort({ receivedAt: -1, _id: 1 })
    .limit(limit + 1)
    .lean<MailDoc[]>();
  const { page, next } = pageAfter(found, limit, (mail) => mail.receivedAt);
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
