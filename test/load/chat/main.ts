import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type Crowd, gather } from './crowd.ts';
import { startEcho, startOffice, type Target } from './start-targets.ts';

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '100' },
    senders: { type: 'string', default: '20' },
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '10' },
  },
});
const members = Number(values.members);
const senders = Math.min(Number(values.senders), members);
const rate = Number(values.rate);
const seconds = Number(values.seconds);

/** At full speed each sender keeps so many messages under way. */
const WINDOW = 8;
const PADDING = ' Kính gửi anh chị em, đề nghị xem và cho ý kiến trước 16 giờ hôm nay.';
const WARM_UP_MS = Math.min(2_000, seconds * 1_000);
const SETTLE_MS = 20_000;

type Figures = { perSecond: number; p50: number; p99: number };

const say = (crowd: Crowd, member: number) => crowd.say(member, `${performance.now().toFixed(3)}${PADDING}`);

/** Everybody as fast as acknowledgements come. */
async function sendFullSpeed(crowd: Crowd, until: number): Promise<void> {
  const lane = async (sender: number) => {
    while (performance.now() < until) await say(crowd, sender);
  };
  await Promise.all(Array.from({ length: senders * WINDOW }, (_, index) => lane(index % senders)));
}

/** So many messages a second in all, whether or not the ones before were acknowledged. */
async function sendAtRate(crowd: Crowd, until: number): Promise<void> {
  const start = performance.now();
  const underWay: Promise<void>[] = [];
  while (performance.now() < until) {
    const due = ((performance.now() - start) / 1_000) * rate;
    while (underWay.length < due) underWay.push(say(crowd, underWay.length % senders));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(underWay);
}

async function measure(crowd: Crowd, send: typeof sendFullSpeed): Promise<Figures> {
  await send(crowd, performance.now() + WARM_UP_MS);
  await settle(crowd);
  crowd.takeTimes();
  const start = performance.now();
  await send(crowd, start + seconds * 1_000);
  await settle(crowd);
  const elapsed = (performance.now() - start) / 1_000;
  const { times, messages } = crowd.takeTimes();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { perSecond: messages / elapsed, p50: at(0.5), p99: at(0.99) };
}

async function settle(crowd: Crowd): Promise<void> {
  const deadline = performance.now() + SETTLE_MS;
  while (!crowd.hasAll() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
  if (!crowd.hasAll()) crowd.faults.push('not every member got the last message');
}

async function load(start: (members: number) => Promise<Target>) {
  const target = await start(members);
  const crowd = await gather(target);
  try {
    const fullSpeed = await measure(crowd, sendFullSpeed);
    const atRate = await measure(crowd, sendAtRate);
    return { name: target.name, fullSpeed, atRate, faults: crowd.faults };
  } finally {
    crowd.close();
    await target.stop();
  }
}

const bare = await load(startEcho);
const ours = await load(startOffice);

const print = (line: string) => process.stdout.write(`${line}\n`);
const row = (name: string, how: string, { perSecond, p50, p99 }: Figures) =>
  [
    name.padEnd(16),
    how.padEnd(12),
    perSecond.toFixed(0).padStart(11),
    ...[p50, p99].map((ms) => ms.toFixed(1).padStart(9)),
  ].join(' ');
print(`${members} members, ${senders} senders, ${seconds} s, ${availableParallelism()} cores`);
print(
  ['target'.padEnd(16), 'speed'.padEnd(12), 'messages/s'.padStart(11), 'p50 ms'.padStart(9), 'p99 ms'.padStart(9)].join(
    ' ',
  ),
);
for (const { name, fullSpeed, atRate } of [bare, ours]) {
  print(row(name, 'full', fullSpeed));
  print(row(name, `${rate}/s`, atRate));
}
print(`ratio at full speed: ${((100 * ours.fullSpeed.perSecond) / bare.fullSpeed.perSecond).toFixed(0)} %`);
const faults = [...bare.faults, ...ours.faults];
for (const fault of faults.slice(0, 20)) print(`fault: ${fault}`);
print(faults.length === 0 ? 'nothing lost, doubled or out of order' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
