import { tellMailReaders } from './mail/tell-mail-readers.ts';
import { remindUnanswered, silenceAnswered } from './notices/press-notice.ts';
import { tellTally } from './notices/tally-notice.ts';
import { tellAudience } from './notices/tell-audience.ts';
import { silenceWithdrawn } from './notices/withdraw-notice.ts';
import type { Reactions } from './outbox/reactions.ts';
import { planTaskReminders, silenceTaskReminders } from './reminders/plan-task-reminders.ts';
import { endSessionsOfClosed, endSessionsOfOldPassword } from './sessions/end-sessions.ts';
import { assignStepTasks } from './tasks/assign-step-tasks.ts';
import { openTaskConversation } from './tasks/open-task-conversation.ts';

/** Who follows which fact: the one place where nouns are joined. */
export const REACTIONS: Reactions = {
  'mail.received': [tellMailReaders],
  'person.deactivated': [endSessionsOfClosed],
  'person.passwordChanged': [endSessionsOfOldPassword],
  'notice.published': [tellAudience],
  'notice.answered': [tellTally, silenceAnswered],
  'notice.pressed': [remindUnanswered],
  'notice.withdrawn': [tellAudience, silenceWithdrawn],
  'document.advanced': [assignStepTasks],
  'task.assigned': [openTaskConversation, planTaskReminders],
  'task.changed': [silenceTaskReminders],
};
