import type { Mail, MailAction } from '@congso/contract/mail';
import { MAIL_ACTIONS } from '@congso/contract/mail';

/** What was not read yet may carry a secrecy mark: nobody decides about it but to quarantine it. */
const READ = ['proposed', 'original-only'] as const;

/** In which states a mail can be dealt with in which way. */
const STATES: { readonly [A in MailAction]: readonly Mail['state'][] } = {
  register: READ,
  readAgain: ['original-only'],
  readAs: ['proposed'],
  refuse: READ,
  setAside: READ,
  // A registered one too: its number stays, as the register's numbers do.
  quarantine: ['received', ...READ, 'set-aside', 'registered'],
  takeBack: ['refused', 'set-aside', 'quarantined'],
  destroy: ['quarantined'],
};

/** Whether the action is open to a mail in this state, for whoever may decide. */
export const isOpenTo = (action: MailAction, state: Mail['state']): boolean => STATES[action].includes(state);

/** Everything that is open to a mail in this state. */
export const listOpenTo = (state: Mail['state']): MailAction[] =>
  MAIL_ACTIONS.filter((action) => isOpenTo(action, state));
