import { cancelTask, declineTask } from '@congso/domain/tasks/act-on-task';
import { createTask } from '@congso/domain/tasks/giving/create-task';
import { addDays, civilDateOf, formatCivilDate } from '@congso/language/dates';
import { as, type Demo, once } from '../filling/demo.ts';
import { type Lane, live, liveAll } from '../filling/lane.ts';
import { createRandom } from '../filling/seeded-random.ts';
import { COMMUNES } from '../letters/issuers.ts';
import { headOf, officersOf, STAFF } from '../people/staff.ts';
import { carryOut, type Work } from './carry-out.ts';
import { TASK_TOPICS, type TaskTopic } from './task-topics.ts';

/** A task given by hand, and how it ends; `due` is counted in working days from today, or from when it was given. */
type Given = {
  readonly key: string;
  readonly topic: TaskTopic;
  readonly at: Date;
  readonly assigner: string;
  readonly lead: string;
  readonly due: { readonly date: string } | { readonly workingDays: number };
  readonly end: Work['stop'] | 'declined' | 'cancelled';
};

/** What an officer has on the desk today: how it stands, and due how many working days from today. */
const ON_DESK: readonly (readonly [Work['stop'], number])[] = [
  ['in-progress', -2],
  ['accepted', 0],
  ['in-progress', 1],
  ['assigned', 3],
  ['reported', 2],
  ['in-progress', 5],
  ['accepted', -1],
  ['in-progress', 0],
];

/** Gives the tasks of three months: those of the past, and for everybody at work one that is open now. */
export async function giveTasks(demo: Demo): Promise<void> {
  const given = [...pastTasks(demo), ...openTasks(demo)];
  await liveAll(given.map((one) => () => live(demo, one.at, (lane) => giveOne(demo, lane, one))));
}

function pastTasks(demo: Demo): Given[] {
  const days = demo.hours.days(civilDateOf(demo.from), civilDateOf(demo.until)).slice(1, -7);
  return days.flatMap((day, index) => {
    const random = createRandom(`tasks of day ${index}`);
    return Array.from({ length: index % 6 === 5 ? 1 : random.pick([0, 1, 1]) }, (_, number): Given => {
      const topic = random.pick(TASK_TOPICS);
      const at = demo.hours.after(new Date(`${day}T00:00:00Z`), random.between(5, 400));
      const lead = random.pick(officersOf(topic.unit)).key;
      const end = index % 12 === 5 ? 'declined' : index % 12 === 11 ? 'cancelled' : null;
      const key = `day ${index} ${number}`;
      return { key, topic, at, assigner: headOf(topic.unit).key, lead, due: { workingDays: topic.days }, end };
    });
  });
}

function openTasks(demo: Demo): Given[] {
  const today = civilDateOf(demo.until);
  const recent = demo.hours.days(addDays(today, -30), today);
  const coming = demo.hours.days(today, addDays(today, 30));
  const dayAt = (offset: number) =>
    (offset < 0 ? recent.filter((day) => day < today).at(offset) : coming[offset]) ?? today;
  const workers = STAFF.filter((one) => one.role === 'officer' || one.role === 'head' || one.role === 'deputy');
  return workers.flatMap((worker, index): Given[] => {
    const random = createRandom(`desk of ${worker.key}`);
    const [end, offset] = ON_DESK[index % ON_DESK.length] ?? ['accepted', 0];
    const topics = TASK_TOPICS.filter(({ unit }) => unit === worker.unit);
    const topic = topics[index % topics.length];
    const givenOn = recent.filter((day) => day < today).at(-4 - random.between(0, 3));
    if (!topic || !givenOn) return [];
    const assigner =
      worker.role === 'officer'
        ? headOf(worker.unit).key
        : random.pick(['giamdoc', 'phogiamdoc1', 'phogiamdoc2', 'phogiamdoc3']);
    const at = demo.hours.after(new Date(`${givenOn}T00:00:00Z`), random.between(5, 400));
    if (at < demo.from) return [];
    return [{ key: `desk ${worker.key}`, topic, at, assigner, lead: worker.key, due: { date: dayAt(offset) }, end }];
  });
}

async function giveOne(demo: Demo, lane: Lane, { key, topic, at, assigner, lead, due, end }: Given): Promise<void> {
  const random = createRandom(`task ${key}`);
  const today = civilDateOf(at);
  const month = Number(today.slice(5, 7));
  const facts: Record<string, string> = {
    xa: random.pick(COMMUNES),
    thang: String(month === 1 ? 12 : month - 1),
    ngay: formatCivilDate(addDays(today, topic.days)),
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? name);
  const { id: taskId } = await createTask(lane.office, as(demo, assigner), {
    requestId: once('task', key),
    title: fill(topic.title),
    description: fill(topic.description),
    leadId: as(demo, lead).personId,
    coordinatorIds: [],
    due,
    fromMessage: null,
    fileIds: [],
  });
  await lane.office.relay.settled();
  if (end === 'declined' || end === 'cancelled') {
    await lane.later(random.between(30, 200));
    const request = { requestId: once('task', key, end), taskId };
    if (end === 'declined')
      await declineTask(lane.office, as(demo, lead), {
        ...request,
        reason: 'Em đang đi công tác đến hết tuần, đề nghị giao đồng chí khác.',
      });
    else await cancelTask(lane.office, as(demo, assigner), { ...request, reason: 'Đã gộp vào nhiệm vụ khác.' });
    return;
  }
  const { days, notes, report } = topic;
  await carryOut(demo, lane, { key, taskId, assigner, lead, days, notes, report, stop: end });
}
