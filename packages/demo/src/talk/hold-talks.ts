import { createGroup } from '@congso/domain/chat/groups/create-group';
import { openDirect } from '@congso/domain/chat/open-direct';
import { sendMessage } from '@congso/domain/messages/send-message';
import { addDays, civilDateOf, formatCivilDate, weekdayOf } from '@congso/language/dates';
import { as, type Demo, once } from '../filling/demo.ts';
import { type Lane, live, liveAll } from '../filling/lane.ts';
import { createRandom, type Random } from '../filling/seeded-random.ts';
import { storeFile } from '../filling/store-file.ts';
import { COMMUNES } from '../letters/issuers.ts';
import { type Colleague, UNITS, type UnitKey } from '../people/department.ts';
import { colleague, membersOf, STAFF } from '../people/staff.ts';
import { HEAD_AND_OFFICER, LEADER_AND_HEAD, PEERS } from './direct-scenes.ts';
import { GROUPS } from './group-scenes.ts';
import { fillIn, type Line, readScript } from './scene.ts';
import { UNIT_SCENES } from './unit-scenes.ts';

/** What is said in one conversation, and who plays which part of a scene. */
type Talk = {
  readonly key: string;
  open(lane: Lane): Promise<string>;
  readonly scenes: readonly Line[][];
  cast(random: Random): Record<string, Colleague>;
};

/** Holds every conversation of the three months, each on its own clock. */
export async function holdTalks(demo: Demo): Promise<void> {
  const talks = [...unitTalks(demo), ...groupTalks(demo), ...directTalks(demo)];
  await liveAll(
    talks.map((talk) => () => live(demo, demo.hours.after(demo.from, 60), (lane) => hold(demo, lane, talk))),
  );
}

function unitTalks(demo: Demo): Talk[] {
  const scenes = readScript(UNIT_SCENES);
  return (Object.keys(UNITS) as UnitKey[])
    .filter((unit) => unit !== 'bgd')
    .map((unit) => {
      const [head, ...others] = membersOf(unit);
      return {
        key: `unit ${unit}`,
        open: async () => `unit:${demo.unitIds[unit]}`,
        scenes: createRandom(`scenes of ${unit}`).shuffled(scenes),
        cast: (random) => inOrder('HABC', [head as Colleague, ...random.shuffled(others)]),
      };
    });
}

function groupTalks(demo: Demo): Talk[] {
  return GROUPS.map(({ name, members, script }) => ({
    key: `group ${name}`,
    open: async ({ office }) => {
      const [manager = '', ...others] = members;
      const memberIds = others.map((key) => as(demo, key).personId);
      const made = await createGroup(office, as(demo, manager), { requestId: once('group', name), name, memberIds });
      return made.id;
    },
    scenes: readScript(script),
    cast: () => inOrder('ABCDEFGHIJKL', members.map(colleague)),
  }));
}

/** Heads with each of their people, leaders with the heads, and colleagues with two others. */
function directTalks(demo: Demo): Talk[] {
  const talks: Talk[] = [];
  const add = (first: Colleague, second: Colleague, parts: string, script: string, most: number) => {
    const key = `direct ${first.key} ${second.key}`;
    talks.push({
      key,
      open: async ({ office }) =>
        (await openDirect(office, as(demo, first.key), { personId: as(demo, second.key).personId })).id,
      scenes: createRandom(key).shuffled(readScript(script)).slice(0, most),
      cast: () => inOrder(parts, [first, second]),
    });
  };
  const heads = STAFF.filter((one) => one.role === 'head');
  for (const head of heads) {
    for (const one of membersOf(head.unit))
      if (one !== head && one.role !== 'deputy') add(head, one, 'HA', HEAD_AND_OFFICER, 3);
  }
  const leaders = membersOf('bgd');
  for (const head of heads) {
    const leader = leaders[heads.indexOf(head) % leaders.length] as Colleague;
    add(leader, head, 'LH', LEADER_AND_HEAD, 4);
    if (leader.key !== 'giamdoc') add(leaders[0] as Colleague, head, 'LH', LEADER_AND_HEAD, 3);
  }
  const workers = STAFF.filter((one) => one.unit !== 'bgd' && one.role !== 'head');
  for (const [place, one] of workers.entries())
    add(one, workers[(place + 17) % workers.length] as Colleague, 'AB', PEERS, 2);
  return talks;
}

const inOrder = (letters: string, people: readonly Colleague[]) =>
  Object.fromEntries(people.slice(0, letters.length).map((one, index) => [letters[index] ?? '', one]));

async function hold(demo: Demo, lane: Lane, talk: Talk): Promise<void> {
  const random = createRandom(`talk ${talk.key}`);
  const conversationId = await talk.open(lane);
  await lane.office.relay.settled();
  const days = demo.hours.days(civilDateOf(demo.from), civilDateOf(demo.until));
  for (const [index, scene] of talk.scenes.entries()) {
    // Spread over the days, the last scene in the last days, so that every conversation is still alive.
    const place = Math.floor(((index + 0.3 + random.next() * 0.6) / talk.scenes.length) * days.length);
    const day = days[Math.min(place, days.length - 1)] ?? civilDateOf(demo.until);
    const begins = demo.hours.after(new Date(`${day}T00:00:00Z`), random.between(5, 390));
    await lane.reach(begins > lane.office.clock.now() ? begins : demo.hours.after(lane.office.clock.now(), 15));
    await play(demo, lane, { conversationId, key: `${talk.key} ${index}`, scene, cast: talk.cast(random), random });
  }
}

type Played = {
  conversationId: string;
  key: string;
  scene: readonly Line[];
  cast: Record<string, Colleague>;
  random: Random;
};

async function play(demo: Demo, lane: Lane, { conversationId, key, scene, cast, random }: Played): Promise<void> {
  const facts = factsOf(civilDateOf(lane.office.clock.now()), random);
  for (const [turn, { by, text, file }] of scene.entries()) {
    const speaker = cast[by];
    if (!speaker) continue;
    if (turn > 0) await lane.later(random.pick([1, 1, 2, 2, 3, 5, 8, 14]));
    const caller = as(demo, speaker.key);
    const said = fillIn(text, cast, facts);
    const fileIds = file ? [await storeFile(lane.office, caller, once('talk file', key, turn), file, said)] : [];
    const clientId = once('talk', key, turn);
    await sendMessage(lane.office, caller, { conversationId, clientId, text: said, fileIds, replyTo: null });
  }
}

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu'] as const;

/** What a scene of that day speaks of. */
function factsOf(day: string, random: Random): Record<string, string> {
  const month = Number(day.slice(5, 7));
  return {
    xa: random.pick(COMMUNES),
    thu: WEEKDAYS[(weekdayOf(day) + random.between(0, 1)) % 5] ?? 'thứ Hai',
    ngay: formatCivilDate(addDays(day, random.between(4, 9))).slice(0, 5),
    thang: String(month === 1 ? 12 : month - 1),
    so: `${random.between(180, 2_400)}/${random.pick(['UBND-NNMT', 'STC-QLNS', 'SNV-CCHC', 'VPUB-KTTH'])}`,
  };
}
