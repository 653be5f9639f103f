import { findDocument } from '../documents/find-document.ts';
import { isSecret } from '../mail/access.ts';
import { findMail } from '../mail/find-mail.ts';
import { type Actor, theOfficeAfter } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { findReminder } from '../reminders/find-reminder.ts';
import { findTask, isToBeDone } from '../tasks/find-task.ts';
import { taskCode } from '../tasks/giving/task-code.ts';
import { requestSms, type SmsPurpose } from './request-sms.ts';

/** Whoever has to do a task is told by SMS as well: they may be away from any screen. */
export const textAssigned: Reaction<'task.assigned'> = async (office, { taskId }, cause) => {
  const task = await findTask(office, taskId);
  if (!task || !isToBeDone(task) || task.leadId === task.assignerId) return;
  await textAboutTask(
    office,
    `task:${taskId}`,
    taskId,
    task.leadId,
    task.source.kind === 'document' ? 'documentAssigned' : 'taskAssigned',
    theOfficeAfter(cause),
  );
};

/** A reminder about a task's deadline goes by SMS as well; what a person chose rings on the screen alone. */
export const textReminded: Reaction<'reminder.fired'> = async (office, { reminderId }, cause) => {
  const reminder = await findReminder(office, reminderId);
  if (reminder?.target.kind !== 'task' || reminder.state !== 'fired') return;
  if (reminder.occasion !== 'before-due' && reminder.occasion !== 'due') return;
  const purpose = reminder.occasion === 'due' ? 'taskOverdue' : 'taskDueSoon';
  await textAboutTask(
    office,
    `reminder:${reminderId}`,
    reminder.target.id,
    reminder.personId,
    purpose,
    theOfficeAfter(cause),
  );
};

async function textAboutTask(
  office: Office,
  causeId: string,
  taskId: string,
  personId: string,
  purpose: SmsPurpose,
  actor: Actor,
): Promise<void> {
  const task = await findTask(office, taskId);
  if (!task) return;
  const document = task.source.kind === 'document' ? await findDocument(office, task.source.documentId) : null;
  const mail = document?.mailId ? await findMail(office, document.mailId) : null;
  // The arrival number names a document; a task of its own has its code.
  const reference = document?.arrivalNumber ? `${document.arrivalNumber}/${document.year}` : taskCode(taskId);
  const isExpress = document?.urgency === 'express';
  const about = { reference, dueDate: task.dueDate, isExpress, isSecret: mail !== null && isSecret(mail) };
  await requestSms(office, { causeId, personId, purpose, ...about }, actor);
}
