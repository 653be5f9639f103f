import type { mailCommands } from '@congso/contract/mail';
import {
  destroyMail,
  quarantineMail,
  readMailAgain,
  readMailAs,
  refuseMail,
  setMailAside,
  takeMailBack,
} from '@congso/domain/mail/deciding/decisions';
import { getMail, listMails } from '@congso/domain/mail/list-mails';
import { createMailRule, removeMailRule, updateMailRule } from '@congso/domain/mail-rules/change-mail-rules';
import { listMailRules } from '@congso/domain/mail-rules/list-mail-rules';
import type { Handlers } from '../answering/handler.ts';

export const mailHandlers = {
  'mails.list': listMails,
  'mails.get': getMail,
  'mails.readAgain': readMailAgain,
  'mails.readAs': readMailAs,
  'mails.refuse': refuseMail,
  'mails.setAside': setMailAside,
  'mails.takeBack': takeMailBack,
  'mails.quarantine': quarantineMail,
  'mails.destroy': destroyMail,
  'mailRules.list': listMailRules,
  'mailRules.create': createMailRule,
  'mailRules.update': updateMailRule,
  'mailRules.remove': removeMailRule,
} satisfies Handlers<keyof typeof mailCommands>;
