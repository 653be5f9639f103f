import type { CommandInput } from '@congso/contract/catalog';
import type { SlipStep } from '@congso/contract/slips';
import { findDocument } from '@congso/domain/documents/find-document';
import { actOnDocument } from '@congso/domain/documents/slip/act-on-document';
import { sendMessage } from '@congso/domain/messages/send-message';
import { as, type Demo, once } from '../filling/demo.ts';
import { type Lane, live, liveAll } from '../filling/lane.ts';
import { createRandom, type Random } from '../filling/seeded-random.ts';
import type { RegisteredLetter } from '../letters/receive-letters.ts';
import type { UnitKey } from '../people/department.ts';
import { headOf, officersOf } from '../people/staff.ts';
import { carryOut } from './carry-out.ts';

/** Which deputy director a division's papers go to, unless the director takes them. */
const LEADER_OF: Record<UnitKey, string> = {
  bgd: 'giamdoc',
  vp: 'giamdoc',
  ttr: 'giamdoc',
  khtc: 'phogiamdoc1',
  dd: 'phogiamdoc3',
  mt: 'phogiamdoc3',
  ttcn: 'phogiamdoc2',
  tl: 'phogiamdoc2',
};

const NOTHING: Omit<CommandInput<'documents.act'>, 'requestId' | 'documentId' | 'action' | 'stepId'> = {
  personId: null,
  coordinatorIds: [],
  leadUnitId: null,
  coordinatingUnitIds: [],
  instruction: '',
  reason: '',
  due: null,
};

/** Takes every registered letter through its slip, as far as it has come by now. Answers how many there were. */
export async function handleDocuments(demo: Demo, letters: AsyncIterable<RegisteredLetter>): Promise<number> {
  let count = 0;
  async function* courses() {
    for await (const one of letters) {
      count += 1;
      yield () => live(demo, one.registeredAt, (lane) => handle(demo, lane, one));
    }
  }
  await liveAll(courses());
  return count;
}

async function handle(demo: Demo, lane: Lane, { letter, documentId }: RegisteredLetter): Promise<void> {
  const { topic, hold, index } = letter;
  if (hold === 'registered') return;
  const random = createRandom(`document ${index}`);
  const isPressing = topic.stamp !== undefined;
  const act = (who: string, request: string, action: string, input: Partial<typeof NOTHING>) =>
    actOnDocument(lane.office, as(demo, who), {
      ...NOTHING,
      ...input,
      requestId: once('document', index, request),
      documentId,
      action,
      stepId: null,
    });

  await lane.later(isPressing ? 3 : random.between(10, 60));
  const leader = isPressing || index % 3 === 0 ? 'giamdoc' : LEADER_OF[topic.lead];
  await act('vanthu', 'submit', 'submit', { personId: as(demo, leader).personId });
  if (hold === 'leader') return;

  await lane.later(isPressing ? random.between(5, 25) : random.between(40, 330));
  const directed = await act(leader, 'direct', 'direct', {
    leadUnitId: demo.unitIds[topic.lead],
    coordinatingUnitIds: (topic.with ?? []).slice(0, random.pick([0, 0, 1, 1, 2])).map((unit) => demo.unitIds[unit]),
    instruction: topic.direction,
    due: { workingDays: topic.days },
  });
  if (hold === 'head') return;
  const steps = directed.slip?.steps.filter((step) => step.status === 'active') ?? [];
  const at = lane.office.clock.now();
  await Promise.all(steps.map((step) => live(demo, at, (track) => processStep(demo, track, letter, documentId, step))));
}

/** A unit's part: its head assigns it, an officer does it, and the two talk about it. */
async function processStep(
  demo: Demo,
  lane: Lane,
  { topic, hold, index }: RegisteredLetter['letter'],
  documentId: string,
  step: SlipStep,
): Promise<void> {
  const unit = (Object.keys(demo.unitIds) as UnitKey[]).find((key) => demo.unitIds[key] === step.unitId);
  if (!unit) return;
  const random = createRandom(`document ${index} ${unit}`);
  const head = headOf(unit);
  const officer = random.pick(officersOf(unit));
  const officerId = as(demo, officer.key).personId;
  await lane.later(topic.stamp ? random.between(4, 20) : random.between(25, 260));
  await actOnDocument(lane.office, as(demo, head.key), {
    ...NOTHING,
    requestId: once('document', index, 'assign', unit),
    documentId,
    action: 'assign',
    stepId: step.id,
    personId: officerId,
    instruction: step.part === 'lead' ? '' : 'Phối hợp theo ý kiến lãnh đạo Sở, gửi kết quả cho đơn vị chủ trì.',
  });
  await lane.office.relay.settled();
  const document = await findDocument(lane.office, documentId);
  const given = document?.slip?.steps.find(
    (one) => one.assigneeId === officerId && one.taskId !== null && one.unitId === step.unitId,
  );
  if (!given?.taskId) return;
  if (step.part === 'lead' && random.chance(0.45)) {
    await converse(demo, lane, documentId, [head.key, officer.key], index, random);
  }
  await carryOut(demo, lane, {
    key: `document ${index} ${unit}`,
    taskId: given.taskId,
    assigner: head.key,
    lead: officer.key,
    days: topic.days,
    notes: null,
    report: step.part === 'lead' ? topic.result : random.pick(COORDINATED),
    stop: hold === 'officer' ? random.pick(['assigned', 'accepted', 'in-progress', 'reported'] as const) : null,
  });
}

const COORDINATED = [
  'Đã có ý kiến phối hợp bằng văn bản gửi đơn vị chủ trì.',
  'Đã cử người tham gia đoàn và gửi số liệu cho đơn vị chủ trì.',
  'Thống nhất với dự thảo của đơn vị chủ trì, bổ sung 2 ý kiến.',
];

const EXCHANGES: readonly (readonly [string, string])[] = [
  ['Em xem kỹ phần căn cứ pháp lý nhé, văn bản này hay bị hỏi lại.', 'Vâng ạ, em sẽ viện dẫn đầy đủ điều khoản.'],
  [
    'Việc này nhớ lấy ý kiến đơn vị phối hợp trước khi trình.',
    'Em đã gửi đề nghị phối hợp, hẹn trả lời trong hai ngày ạ.',
  ],
  [
    'Hồ sơ năm trước có việc tương tự, em tham khảo rồi cập nhật số liệu.',
    'Em tìm thấy rồi ạ, em sẽ dùng lại khung và thay số liệu mới.',
  ],
  ['Em đi thực địa thì rủ thêm cán bộ xã cùng ký biên bản.', 'Vâng, em hẹn với xã sáng mai rồi ạ.'],
];

async function converse(
  demo: Demo,
  lane: Lane,
  documentId: string,
  [head, officer]: readonly [string, string],
  index: number,
  random: Random,
): Promise<void> {
  const [said, answered] = random.pick(EXCHANGES);
  for (const [turn, [who, text]] of (
    [
      [head, said],
      [officer, answered],
    ] as const
  ).entries()) {
    await lane.later(random.between(2, 25));
    await sendMessage(lane.office, as(demo, who), {
      conversationId: `document:${documentId}`,
      clientId: once('document talk', index, turn),
      text,
      fileIds: [],
      replyTo: null,
    });
  }
}
