import { acknowledgeNotice, markNoticeSeen } from '@congso/domain/notices/answer-notice';
import { pressNotice } from '@congso/domain/notices/press-notice';
import { publishNotice } from '@congso/domain/notices/publish-notice';
import { addDays, civilDateOf } from '@congso/language/dates';
import { as, type Demo, once } from '../filling/demo.ts';
import { type Lane, live, liveAll } from '../filling/lane.ts';
import { createRandom } from '../filling/seeded-random.ts';
import { storeFile } from '../filling/store-file.ts';
import { STAFF } from '../people/staff.ts';
import { NOTICES, type NoticeText } from './notice-texts.ts';

/** Publishes the notices of three months; people see them, most answer in time, some of the latest still have to. */
export async function tellNotices(demo: Demo): Promise<void> {
  const days = demo.hours.days(civilDateOf(demo.from), civilDateOf(demo.until));
  await liveAll(
    NOTICES.flatMap((notice, index) => {
      // On the working day at or before its day.
      const day = days.filter((one) => one <= addDays(civilDateOf(demo.until), -notice.daysAgo)).at(-1);
      if (day === undefined) return [];
      const at = demo.hours.after(new Date(`${day}T00:00:00Z`), 20 + index * 13);
      return [() => live(demo, at, (lane) => tellOne(demo, lane, notice, index, day))];
    }),
  );
}

async function tellOne(demo: Demo, lane: Lane, notice: NoticeText, index: number, day: string): Promise<void> {
  const { by, to, title, body, answerInDays, file } = notice;
  const author = as(demo, by);
  const deadline =
    answerInDays === null ? null : (demo.hours.days(addDays(day, 1), addDays(day, 20))[answerInDays - 1] ?? null);
  const fileIds = file ? [await storeFile(lane.office, author, once('notice file', index), file, title)] : [];
  const { id: noticeId } = await publishNotice(lane.office, author, {
    requestId: once('notice', index),
    title,
    body,
    fileIds,
    scope: {
      everyone: to === 'everyone',
      unitIds: to === 'everyone' ? [] : to.map((unit) => demo.unitIds[unit]),
      personIds: [],
    },
    mustAcknowledge: deadline !== null,
    acknowledgeBy: deadline,
  });
  const published = lane.office.clock.now();
  const readers = STAFF.filter(({ key, unit }) => key !== by && (to === 'everyone' || to.includes(unit))).flatMap(
    ({ key }) => {
      const random = createRandom(`notice ${index} ${key}`);
      // Demonstration accounts of every role find one to answer, so the visitor has it to do.
      const isForVisitor = notice.daysAgo <= 5 && (random.chance(0.35) || key === 'vanthu');
      if (isForVisitor || random.chance(0.04)) return [];
      return [{ key, at: demo.hours.after(published, Math.round(10 + random.next() ** 2 * 1_500)) }];
    },
  );
  const deadlineAt = deadline === null ? null : new Date(`${deadline}T10:00:00Z`);
  let isPressed = deadlineAt === null;
  for (const { key, at } of readers.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    if (!isPressed && deadlineAt && at > deadlineAt) {
      await lane.reach(deadlineAt);
      await pressNotice(lane.office, noticeId);
      isPressed = true;
    }
    await lane.reach(at);
    const answer = deadline === null ? markNoticeSeen : acknowledgeNotice;
    await answer(lane.office, as(demo, key), { noticeId });
  }
  if (!isPressed && deadlineAt) {
    await lane.reach(deadlineAt);
    await pressNotice(lane.office, noticeId);
  }
}
