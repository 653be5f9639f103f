import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Answers } from './abuser/abuse.ts';
import { ABUSE_NAMES, ABUSES, type AbuseName } from './abuser/abuses.ts';
import { type CrowdedOffice, countUntold, openCrowdedOffice } from './crowded-office.ts';
import { startAbuser } from './start-abuser.ts';
import { openVictim, type Times, type Victim } from './victim.ts';
import { watchMemory } from './watch-memory.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '10' },
    'at-most': { type: 'string', default: '15000' },
    only: { type: 'string', default: '' },
  },
});
const seconds = Number(values.seconds);
/** Those of them whose name holds one of these words. */
const words = values.only.split(',');
const names = ABUSE_NAMES.filter((name) => words.some((word) => name.includes(word)));

/** What the office promises to whoever does nothing wrong while somebody else does. */
const mostMs = (idle: Times) => 2 * idle.p99 + 100;
const SETTLE_MS = 120_000;

type Measured = { idle: Times; abused: Times; after: Times; peakMb: number; settledMs: number; answers: Answers };

async function measure(office: CrowdedOffice, name: AbuseName): Promise<Measured> {
  const victim = await openVictim(office);
  try {
    await speakFor(victim, 1);
    const idle = await speakFor(victim, seconds);
    const stopWatching = watchMemory(office.office.pidOf('server-0'));
    const abuser = await startAbuser(name, {
      url: office.url,
      seconds,
      atOnce: Math.min(ABUSES[name].atOnce, Number(values['at-most'])),
      personIds: office.personIds,
      ...office.abuser,
    });
    let isOver = false;
    const isEnded = abuser.answers.finally(() => {
      isOver = true;
    });
    const abused = await victim.speak(() => !isOver);
    const answers = await isEnded;
    const start = performance.now();
    const after = await speakFor(victim, seconds);
    await settle(office, victim);
    const settledMs = performance.now() - start;
    faults.push(...victim.faults.map((fault) => `${name}: ${fault}`));
    return { idle, abused, after, peakMb: await stopWatching(), settledMs, answers };
  } finally {
    victim.close();
  }
}

function speakFor(victim: Victim, duration: number): Promise<Times> {
  const until = performance.now() + duration * 1_000;
  return victim.speak(() => performance.now() < until);
}

/** Until everything that was done is told: what one abuse left must not be paid for by the next. */
async function settle({ office }: CrowdedOffice, victim: Victim): Promise<void> {
  const until = performance.now() + SETTLE_MS;
  while ((await countUntold(office)) > 0 || !victim.hasAll()) {
    if (performance.now() > until) return void victim.faults.push('not everything was told');
    await sleep(50);
  }
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const faults: string[] = [];
const WIDTHS = [24, 8, 8, 8, 8, 8, 8, 8, 8];
const row = (cells: readonly string[]) =>
  cells.map((cell, index) => (index === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[index] ?? 0))).join(' ');

print(`${values.people} people, ${seconds} s each, ${availableParallelism()} cores; milliseconds until a message of`);
print('somebody else is acknowledged: idle, while it lasts, and in the same time after it');
print(row(['abuse', 'idle p50', 'p99', 'p50', 'p99', 'goal', 'after', 'told s', 'peak MB']));
const office = await openCrowdedOffice(Number(values.people));
let over = 0;
try {
  for (const name of names) {
    const { idle, abused, after, peakMb, settledMs, answers } = await measure(office, name);
    if (abused.p99 > mostMs(idle)) over += 1;
    const figures = [idle.p50, idle.p99, abused.p50, abused.p99, mostMs(idle), after.p99, settledMs / 1_000, peakMb];
    print(row([name, ...figures.map((figure) => figure.toFixed(0))]));
    const told = Object.entries(answers).sort(([, a], [, b]) => b - a);
    print(`  ${told.map(([answer, count]) => `${answer}: ${count}`).join(', ')}`);
    // Each begins with a server that has not yet taken what the one before made it take.
    await office.office.stop('server-0');
    await office.office.start('server-0');
  }
  for (const crash of office.office.crashes) faults.push(`crashed: ${crash}`);
} finally {
  await office.office.close();
}
for (const fault of faults.slice(0, 20)) print(`fault: ${fault}`);
print(`over the goal: ${over} of ${names.length}`);
print(faults.length === 0 ? 'nothing lost, doubled or out of order' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
