import { followAppointment, followDeactivation, followUnit } from './chat/follow-people.ts';
import { followHolder, openDocumentConversation } from './documents/open-document-conversation.ts';
import { followTask } from './documents/slip/follow-task.ts';
import { removeAttachments, removeBytes } from './mail/deciding/remove-content.ts';
import { markMailRegistered, takeMailOfVoided } from './mail/follow-document.ts';
import { tellMailReaders } from './mail/tell-mail-readers.ts';
import { tellJoined, tellLeft, tellRenamed } from './messages/tell-facts.ts';
import { remindUnanswered, silenceAnswered } from './notices/press-notice.ts';
import { tellAudience } from './notices/publish-notice.ts';
import { tellTally } from './notices/tally-notice.ts';
import { silenceWithdrawn } from './notices/withdraw-notice.ts';
import type { Reactions } from './outbox/reactions.ts';
import { planTaskReminders, silenceTaskReminders } from './reminders/plan-task-reminders.ts';
import { endSessionsOfClosed, endSessionsOfOldPassword } from './sessions/end-sessions.ts';
import { textAssigned, textReminded } from './sms/text-about-task.ts';
import { textDirected } from './sms/text-directed.ts';
import { cancelForsakenTasks } from './tasks/cancel-forsaken-tasks.ts';
import { assignStepTasks } from './tasks/giving/assign-step-tasks.ts';
import { followHead, openTaskConversation } from './tasks/open-task-conversation.ts';
import { publishShippedWorkflow } from './workflow/publish-workflow.ts';

/** Who follows which fact: the one place where nouns are joined. */
export const REACTIONS: Reactions = {
  'organisation.founded': [publishShippedWorkflow],
  'mail.received': [tellMailReaders],
  'mail.quarantined': [removeAttachments],
  'mail.destroyed': [removeBytes],
  'unit.created': [followUnit],
  'unit.changed': [followUnit],
  'person.appointed': [followAppointment, followHolder, followHead],
  'person.deactivated': [endSessionsOfClosed, followDeactivation, followHolder, followHead],
  'person.passwordChanged': [endSessionsOfOldPassword],
  'conversation.joined': [tellJoined],
  'conversation.left': [tellLeft],
  'conversation.renamed': [tellRenamed],
  'notice.published': [tellAudience],
  'notice.answered': [tellTally, silenceAnswered],
  'notice.pressed': [remindUnanswered],
  'notice.withdrawn': [tellAudience, silenceWithdrawn],
  'document.registered': [markMailRegistered, openDocumentConversation],
  'document.advanced': [openDocumentConversation, assignStepTasks, cancelForsakenTasks, textDirected],
  'document.voided': [takeMailOfVoided, cancelForsakenTasks],
  'task.closed': [followTask],
  'task.assigned': [openTaskConversation, planTaskReminders, textAssigned],
  'task.changed': [silenceTaskReminders],
  'reminder.fired': [textReminded],
};
