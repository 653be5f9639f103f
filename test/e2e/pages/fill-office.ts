import type { CommandName, CommandOutput, CommandRequest } from '@congso/contract/catalog';
import { makeLetterMail } from '@congso/demo/letters/make-letter-mail';
import { type MailDoc, mails } from '@congso/domain/mail/mail-model';
import { newId } from '@congso/domain/office/ids';
import { vi } from 'vitest';
import { askOverHttp, signIn } from '../../support/office/enter-office.ts';
import { foundOffice, type Login, REGISTRY } from '../../support/office/found-office.ts';
import type { OfficeOfProcesses } from '../../support/office/start-office.ts';
import { sendRawMail } from '../../support/smtp/talk-smtp.ts';
import { LETTER } from '../letter/signed-letter.ts';

/** One of everything that a page can show. */
export type Filled = Record<'document' | 'task' | 'notice' | 'conversation' | 'person' | 'mail', string>;

/** Founds an office and lets its people work until every page has something to show; all of it over HTTP and SMTP. */
export async function fillOffice(office: OfficeOfProcesses): Promise<Filled> {
  const [url = ''] = office.urls;
  const { ask, unitIds, personIds } = await foundOffice(office);
  const cookies = new Map<Login, string>();
  async function as<K extends CommandName>(login: Login, name: K, input: Omit<CommandRequest<K>, 'requestId'>) {
    const cookie = cookies.get(login) ?? (await signIn(url, login));
    cookies.set(login, cookie);
    const whole = { requestId: newId(), ...input } as CommandRequest<K>;
    return askOverHttp(url, cookie, name, whole) as Promise<CommandOutput<K>>;
  }

  const mail = { content: LETTER, sender: { name: 'UBND tỉnh Lam Sơn', domain: 'ubnd.lamson.example' }, to: REGISTRY };
  const raw = await makeLetterMail({ ...mail, sentAt: office.inside.clock.now(), key: 'a-letter' });
  await sendRawMail(office.smtpPort(), { from: 'vanthu@ubnd.lamson.example', to: [REGISTRY], raw });

  const conversation = await as('chuyenvien', 'conversations.openDirect', { personId: personIds.giamdoc });
  await as('giamdoc', 'messages.send', {
    conversationId: conversation.id,
    clientId: newId(),
    text: 'Anh Hải gửi tôi số liệu thửa đất trước 15 giờ: https://lamson.example/so-lieu',
  });

  const fields = { issuer: 'Sở Xây dựng tỉnh Lam Sơn', codeNumber: '45', codeNotation: 'SXD-QH' };
  const { id: documentId } = await as('vanthu', 'documents.registerPaper', {
    fields: {
      ...fields,
      issuedDate: '2026-03-06',
      documentType: 'official-dispatch',
      subject: 'Cung cấp hồ sơ địa chính khu dân cư phía Bắc',
      urgency: 'express',
      note: 'Bản giấy, 2 trang',
    },
  });
  const act = async (login: Login, action: string, given: Partial<CommandRequest<'documents.act'>>) => {
    const { allowedActions } = await as(login, 'documents.get', { documentId });
    const stepId = allowedActions.find((one) => one.action === action)?.stepId ?? null;
    await as(login, 'documents.act', { documentId, action, stepId, ...given });
  };
  await act('vanthu', 'submit', { personId: personIds.giamdoc });
  await act('giamdoc', 'direct', {
    leadUnitId: unitIds.land,
    coordinatingUnitIds: [unitIds.water],
    instruction: 'Cung cấp đủ, đúng hạn.',
    due: { workingDays: 3 },
  });
  await act('truongphong', 'assign', { personId: personIds.chuyenvien, instruction: 'Lấy bản đồ năm 2024.' });

  const { id: task } = await as('giamdoc', 'tasks.create', {
    title: 'Lập danh sách thửa đất công cho thuê',
    description: 'Theo biểu mẫu của Sở Tài chính.',
    leadId: personIds.chuyenvien,
    coordinatorIds: [personIds.chuyenvien2],
    due: { date: '2026-03-12' },
  });
  await as('chuyenvien', 'tasks.accept', { taskId: task });
  await as('chuyenvien', 'tasks.setProgress', { taskId: task, progress: 40, note: 'Xong 12 xã' });
  await as('chuyenvien', 'tasks.report', { taskId: task, text: 'Danh sách 27 thửa, 3 thửa quá hạn thuê.' });
  await as('chuyenvien', 'reminders.create', {
    text: 'Gọi xã Thanh Lĩnh',
    at: new Date(office.inside.clock.now().getTime() + 3_600_000).toISOString(),
    target: { kind: 'task', id: task },
  });
  const { id: notice } = await as('giamdoc', 'notices.publish', {
    title: 'Họp giao ban tháng 3',
    body: 'Thứ Sáu, 8 giờ, phòng họp số 2.',
    scope: { everyone: true, unitIds: [], personIds: [] },
    mustAcknowledge: true,
    acknowledgeBy: '2026-03-13',
  });
  const rule = { name: 'Thư của Sở Tài chính', senderDomain: 'stc.lamson.example', subjectWords: null };
  await ask('mailRules.create', { requestId: newId(), ...rule, unitId: unitIds.office, urgency: 'urgent', order: 1 });

  const letter = await vi.waitUntil(() => mails.of(office.inside).findOne({ state: 'proposed' }).lean<MailDoc>(), {
    timeout: 30_000,
  });
  return {
    document: documentId,
    task,
    notice,
    conversation: conversation.id,
    person: personIds.chuyenvien,
    mail: letter._id,
  };
}
