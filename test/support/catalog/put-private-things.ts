import { Readable } from 'node:stream';
import { followUnit } from '@congso/domain/chat/follow-people';
import { createGroup } from '@congso/domain/chat/groups/create-group';
import { openDirect } from '@congso/domain/chat/open-direct';
import { createFileFromBlob } from '@congso/domain/files/create-file';
import { beginUpload } from '@congso/domain/files/uploads/track-upload';
import { createMailRule } from '@congso/domain/mail-rules/change-mail-rules';
import { sendMessage } from '@congso/domain/messages/send-message';
import { remindWaiting } from '@congso/domain/notices/press-notice';
import { publishNotice } from '@congso/domain/notices/publish-notice';
import { newId } from '@congso/domain/office/ids';
import type { Office } from '@congso/domain/office/office';
import { createReminder } from '@congso/domain/reminders/choose-reminder';
import { type ReminderDoc, reminders } from '@congso/domain/reminders/reminder-model';
import { openSession } from '@congso/domain/sessions/open-session';
import { type SmsDoc, smsMessages } from '@congso/domain/sms/sms-model';
import { acceptTask, reportTask } from '@congso/domain/tasks/act-on-task';
import { createTask } from '@congso/domain/tasks/giving/create-task';
import { act, putLetter } from '../documents/build-letters.ts';
import { receiveMail } from '../mail/receive-mail.ts';
import { callerOf } from '../people/build-office.ts';

/** Something private, what it is, and its id. */
export type PrivateThing = { readonly what: string; readonly id: string };

/**
 * Puts one of everything private into the small department, all of it between people of planning (`planning-head`,
 * `planning-officer`) and who handles their letter: nothing of it concerns anybody of finance.
 */
export async function putPrivateThings(office: Office): Promise<PrivateThing[]> {
  const [head, officer, clerk] = await Promise.all(
    ['planning-head', 'planning-officer', 'clerk'].map((who) => callerOf(office, who)),
  );
  if (!head || !officer || !clerk) throw new Error('nobody there');
  const once = () => ({ requestId: newId() });

  const direct = await openDirect(office, head, { personId: 'planning-officer' });
  const group = await createGroup(office, head, { ...once(), name: 'Nhóm kín', memberIds: ['planning-officer'] });
  await followUnit(office, { unitId: 'planning' });
  const [loose, attached] = await Promise.all([putFile(office), putFile(office)]);
  const message = { text: 'Chuyện riêng', replyTo: null };
  await sendMessage(office, head, { conversationId: direct.id, clientId: newId(), fileIds: [], ...message });
  await sendMessage(office, officer, { conversationId: group.id, clientId: newId(), fileIds: [attached], ...message });
  const upload = await beginUpload(office, officer, { name: 'dự thảo.docx', mime: '', size: 1_000 });

  const asked = { title: 'Soạn báo cáo', description: '', leadId: 'planning-officer', coordinatorIds: [], fileIds: [] };
  const due = { date: '2026-03-20' };
  const task = await createTask(office, head, { ...once(), ...asked, due, fromMessage: null });
  await acceptTask(office, officer, { ...once(), taskId: task.id });
  const reported = await reportTask(office, officer, { ...once(), taskId: task.id, text: 'Đã xong', fileIds: [] });

  const wish = { text: 'Gọi lại', at: '2026-03-11T03:00:00.000Z', target: { kind: 'none' as const } };
  const reminder = await createReminder(office, officer, { ...once(), ...wish });
  const scope = { everyone: false, unitIds: ['planning'], personIds: [] };
  const told = {
    title: 'Họp phòng',
    body: 'Chiều nay',
    fileIds: [],
    scope,
    mustAcknowledge: true,
    acknowledgeBy: null,
  };
  const notice = await publishNotice(office, head, { ...once(), ...told });
  await remindWaiting(office, head, { ...once(), noticeId: notice.id });

  const letter = await putLetter(office);
  await act(office, 'clerk', letter.id, 'submit', { personId: 'leader' });
  await act(office, 'leader', letter.id, 'direct', { leadUnitId: 'planning', instruction: 'Chủ trì' });
  const document = await act(office, 'planning-head', letter.id, 'assign', { personId: 'planning-officer' });
  const step = document.slip?.steps.at(-1);
  const mail = await receiveMail(office, 'Subject: Rieng\r\n\r\nNoi dung\r\n');
  const rule = { name: 'Báo cáo', senderDomain: 'stc.example.vn', subjectWords: null, unitId: 'planning' };
  const mailRule = await createMailRule(office, clerk, { ...once(), ...rule, urgency: null, order: 1 });
  const session = await openSession(office, 'planning-officer', 'token', 'Máy quét');
  await office.relay.settled();

  const rung = await reminders.of(office).find({ personId: 'planning-officer' }).lean<ReminderDoc[]>();
  const sms = await smsMessages.of(office).findOne({ personId: 'planning-officer' }).lean<SmsDoc>();
  return [
    { what: 'a conversation of two', id: direct.id },
    { what: 'a group', id: group.id },
    { what: 'the conversation of a unit', id: 'unit:planning' },
    { what: 'a task', id: task.id },
    { what: 'the conversation of a task', id: task.conversationId },
    { what: 'a report', id: reported.reports[0]?.id ?? '' },
    { what: 'a reminder that was chosen', id: reminder.id },
    ...rung
      .filter(({ _id }) => _id !== reminder.id)
      .map(({ _id, occasion }) => ({ what: `a reminder (${occasion})`, id: _id })),
    { what: 'a notice', id: notice.id },
    { what: 'a document', id: document.id },
    { what: 'the conversation of a document', id: document.conversationId },
    { what: 'a step', id: step?.id ?? '' },
    { what: 'the task of a step', id: step?.taskId ?? '' },
    { what: 'a mail', id: mail._id },
    { what: 'a registered mail', id: document.mailId ?? '' },
    { what: 'a mail rule', id: mailRule.id },
    { what: 'a file that is attached', id: attached },
    { what: 'a file that is not', id: loose },
    { what: 'an upload', id: upload._id },
    { what: 'a session', id: session.sessionId },
    { what: 'an SMS', id: sms?._id ?? '' },
  ];
}

/** A file of the officer's, attached to nothing yet. */
async function putFile(office: Office): Promise<string> {
  const blob = await office.blobs.put(Readable.from([Buffer.from(newId())]));
  const file = { id: newId(), name: 'dự thảo.txt', mime: 'text/plain', blob, place: null };
  return (await createFileFromBlob(office, { ...file, uploadedById: 'planning-officer' }))._id;
}
