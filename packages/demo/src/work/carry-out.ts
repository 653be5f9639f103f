import {
  acceptTask,
  acceptTaskReport,
  reportTask,
  sendTaskBack,
  setTaskProgress,
} from '@congso/domain/tasks/act-on-task';
import { as, type Demo, once } from '../filling/demo.ts';
import type { Lane } from '../filling/lane.ts';
import { createRandom } from '../filling/seeded-random.ts';

/** Somebody's work on a task. `stop` leaves it in that state; null lets it go on until it is closed, or until now. */
export type Work = {
  readonly key: string;
  readonly taskId: string;
  readonly assigner: string;
  readonly lead: string;
  /** Working days until it is due. */
  readonly days: number;
  /** What is noted on the way; null for nothing. */
  readonly notes: readonly [string, string] | null;
  readonly report: string;
  readonly stop: 'assigned' | 'accepted' | 'in-progress' | 'reported' | null;
};

const DAY_MINUTES = 450;

/** Takes a task on, works on it, reports, and has the report accepted, or sent back once and then accepted. */
export async function carryOut(demo: Demo, lane: Lane, work: Work): Promise<void> {
  const { key, taskId, stop } = work;
  const random = createRandom(`work ${key}`);
  const ask = (request: string) => ({ requestId: once('work', key, request), taskId });
  const lead = as(demo, work.lead);
  const assigner = as(demo, work.assigner);
  // Most work is done in time, some of it is not.
  const minutes = Math.round(work.days * DAY_MINUTES * (random.chance(0.9) ? 0.3 + random.next() * 0.55 : 1.1));

  lane.follow(taskId);
  if (stop === 'assigned') return lane.reach(demo.until);
  await lane.later(random.between(8, 150));
  await acceptTask(lane.office, lead, ask('accept'));
  if (stop === 'accepted') return lane.reach(demo.until);
  await lane.later(minutes * 0.4);
  await setTaskProgress(lane.office, lead, {
    ...ask('half'),
    progress: random.pick([30, 40, 50]),
    note: work.notes?.[0] ?? '',
  });
  if (stop === 'in-progress') return lane.reach(demo.until);
  await lane.later(minutes * 0.4);
  if (work.notes)
    await setTaskProgress(lane.office, lead, {
      ...ask('most'),
      progress: random.pick([70, 80, 90]),
      note: work.notes[1],
    });
  await lane.later(minutes * 0.2);
  await reportTask(lane.office, lead, { ...ask('report'), text: work.report, fileIds: [] });
  if (stop === 'reported') return lane.reach(demo.until);
  await lane.later(random.between(20, 240));
  if (random.chance(0.12)) {
    await sendTaskBack(lane.office, assigner, { ...ask('back'), reason: random.pick(REASONS) });
    await lane.later(random.between(60, 400));
    await reportTask(lane.office, lead, {
      ...ask('again'),
      text: `${work.report} Đã bổ sung theo ý kiến.`,
      fileIds: [],
    });
    await lane.later(random.between(20, 120));
  }
  await acceptTaskReport(lane.office, assigner, ask('close'));
}

const REASONS = [
  'Bổ sung số liệu so sánh với cùng kỳ.',
  'Thiếu văn bản trả lời kèm theo, đề nghị bổ sung.',
  'Ghi rõ kiến nghị và đơn vị chịu trách nhiệm.',
];
