import { addDays, civilDateOf, formatCivilDate, instantOf, yearOf } from '@congso/language/dates';
import type { Demo } from '../filling/demo.ts';
import { createRandom } from '../filling/seeded-random.ts';
import { COMMUNES, ISSUERS, type Issuer, type IssuerKey } from './issuers.ts';
import { LETTER_TOPICS, type LetterTopic } from './letter-topics.ts';
import type { LetterContent } from './make-letter-pdf.ts';

/**
 * How far a letter has come today where the plan holds it: unread in the queue, registered, on a leader's desk, with a
 * head, with an officer; null where it goes its way.
 */
export type Hold = 'queue' | 'registered' | 'leader' | 'head' | 'officer' | null;

/** A letter of the three months, before it is written. */
export type PlannedLetter = {
  readonly index: number;
  readonly topic: LetterTopic;
  readonly issuer: Issuer;
  readonly arrivesAt: Date;
  readonly issuedDate: string;
  readonly number: number;
  readonly notation: string;
  readonly subject: string;
  readonly content: LetterContent;
  readonly hold: Hold;
};

const COMMUNE_KEYS = ['thanhlinh', 'banchang', 'dongmoc', 'yenkhe', 'nalung', 'vanthuy'] as const satisfies IssuerKey[];
/** What waits at the end of the period, the latest last. */
const HELD: readonly Hold[] = [
  ...Array<Hold>(8).fill('officer'),
  ...Array<Hold>(9).fill('head'),
  ...Array<Hold>(7).fill('leader'),
  ...Array<Hold>(2).fill('registered'),
  ...Array<Hold>(6).fill('queue'),
];

/** Plans the letters in the order they arrive: one a working day and now and then two, those still waiting in the last days. */
export function planLetters({ from, until, hours }: Pick<Demo, 'from' | 'until' | 'hours'>): PlannedLetter[] {
  const random = createRandom('letters');
  const days = hours.days(civilDateOf(from), civilDateOf(until)).slice(2, -4);
  const settled = days.flatMap((day) =>
    Array.from({ length: random.chance(0.15) ? 2 : 1 }, () => atMinute(day, random.between(450, 1_000))),
  );
  const held = HELD.map((hold, place) => heldAt(hours, until, hold, place));
  const arrivals = [...settled.sort((a, b) => a.getTime() - b.getTime()), ...held].filter((at) => at > from);
  let topics: LetterTopic[] = [];
  return arrivals.map((arrivesAt, index) => {
    if (topics.length === 0) topics = random.shuffled(LETTER_TOPICS);
    const hold = HELD[index - (arrivals.length - HELD.length)] ?? null;
    // The letter that presses most is the one a visitor should find in the queue.
    const pressing = hold === 'queue' && index === arrivals.length - 2;
    const topic = pressing ? telegram() : (topics.pop() as LetterTopic);
    return writeLetter(index, topic, arrivesAt, hold);
  });
}

const atMinute = (day: string, minute: number) => new Date(instantOf(day).getTime() + minute * 60_000);

/** What waits came in working hours of the last days, and what is in the queue within the last hours before now. */
function heldAt(hours: Demo['hours'], until: Date, hold: Hold, place: number): Date {
  const left = HELD.length - place;
  if (hold === 'queue') return new Date(until.getTime() - left * 23 * 60_000);
  const days = hours.days(addDays(civilDateOf(until), -30), addDays(civilDateOf(until), -1));
  const day = days[days.length - 1 - Math.floor((left - 7) / 7)] ?? civilDateOf(until);
  return atMinute(day, 470 + (7 - ((left - 7) % 7)) * 55);
}

function telegram(): LetterTopic {
  const found = LETTER_TOPICS.find((topic) => topic.stamp === 'HỎA TỐC');
  if (!found) throw new Error('no letter is express');
  return found;
}

/** Puts the facts of its day into a topic. */
export function writeLetter(index: number, topic: LetterTopic, arrivesAt: Date, hold: Hold): PlannedLetter {
  const random = createRandom(`letter ${index}`);
  const isCommune = (COMMUNE_KEYS as readonly string[]).includes(topic.from);
  const issuer: Issuer = ISSUERS[isCommune ? random.pick(COMMUNE_KEYS) : topic.from];
  const today = civilDateOf(arrivesAt);
  const month = Number(today.slice(5, 7));
  const facts: Record<string, string> = {
    xa: random.pick(COMMUNES),
    thang: String(month === 1 ? 12 : month - 1),
    quy: ['I', 'II', 'III', 'IV'][Math.floor((month === 1 ? 11 : month - 2) / 3)] ?? 'IV',
    nam: String(yearOf(arrivesAt)),
    ngay: formatCivilDate(addDays(today, random.between(9, 16))),
  };
  const own = issuer.name.replace('UBND ', '');
  const fill = (text: string) =>
    text
      .replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? name)
      .replace(/(?<=[\p{L},] )xã (Thanh Lĩnh|Bản Chang|Đồng Mộc|Yên Khê|Nà Lủng|Vân Thủy)/gu, (said) =>
        isCommune ? own : said,
      );
  const issuedDate = addDays(today, -random.between(0, 2));
  const number = random.between(40, 900) + index * 7;
  const [type, abbreviation] = topic.type;
  const notation = abbreviation ? `${abbreviation}-${issuer.symbol}` : `${issuer.symbol}-${issuer.drafting}`;
  const subject = fill(topic.subject);
  const closing = abbreviation
    ? 'Đề nghị các cơ quan, đơn vị có liên quan triển khai thực hiện./.'
    : 'Rất mong nhận được sự quan tâm, phối hợp của Quý Sở./.';
  return {
    ...{ index, topic, issuer, arrivesAt, issuedDate, number, notation, hold },
    subject: subject.charAt(0).toLocaleUpperCase('vi') + subject.slice(1),
    content: {
      agency: issuer.letterhead,
      ...('superior' in issuer && issuer.superior !== undefined && { superior: issuer.superior }),
      code: `${number}/${notation}`,
      place: 'Lam Sơn',
      date: issuedDate,
      type,
      subject: abbreviation ? subject.charAt(0).toLocaleUpperCase('vi') + subject.slice(1) : subject,
      ...(!abbreviation && { recipient: 'Sở Nông nghiệp và Môi trường' }),
      paragraphs: [...topic.body.map(fill), closing],
      signer: issuer.signer,
      ...(topic.stamp && { stamp: topic.stamp }),
    },
  };
}
