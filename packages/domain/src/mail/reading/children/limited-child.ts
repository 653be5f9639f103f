import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import type { Duplex } from 'node:stream';
import {
  cutLines,
  FELL_OVER_MESSAGE,
  LINE_DESCRIPTOR,
  parseSaidByChild,
  type SaidByChild,
  type SaidToChild,
} from '../child/line.ts';
import type { ChildTask } from '../child/task.ts';
import { resolveWithin } from '../dns/resolve-within.ts';
import { readProcessUse } from './process-use.ts';

/** The command that starts the child, by its whole path; the task is added as its last argument. */
export type ChildCommand = readonly [string, ...string[]];

/** Bounds of one task. */
export interface ChildLimits {
  /** Wall clock, milliseconds. */
  timeoutMs: number;
  /** Processor time, milliseconds: on a machine that is busy with other things a letter has as much as on any other. */
  cpuMs?: number;
  /** So long it may wait for nothing, milliseconds: it has lost its way, and no clock says so sooner. */
  waitingMs?: number;
  /** Resident memory, bytes: V8's own limit does not see buffers. */
  memoryBytes: number;
}

/**
 * Why a child did not end well; `fault` is our own, not the message's: a full disk, a module missing, a machine out of
 * memory whose kernel chose this process.
 */
export type ChildFailure = 'time' | 'memory' | 'crashed' | 'fault';

/** What a process brings upon itself; every other signal was sent by somebody. */
const OWN_SIGNALS: ReadonlySet<string> = new Set(['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGTRAP', 'SIGSYS']);

const WATCH_EVERY_MS = 100;
/** Of what a child says; its results are files. */
const LONGEST_LINE = 1_000;
/** util-linux's; it turns into the command, so the pid stays its own. */
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/** What ends each child that runs. */
const running = new Set<() => void>();

/** Ends every child of this process, which is about to stop; whoever waits for one is told by an exception. */
export function endLimitedChildren(): void {
  for (const end of running) end();
}

/** A process for hostile content. */
export type LimitedChild = {
  /**
   * Watches it while it does a task: until it says that it is done, or ends. It is killed past the limits.
   *
   * @returns null where it did it, else why not
   */
  watch(task: ChildTask, limits: ChildLimits): Promise<ChildFailure | null>;
  /** The same of a child that serves, which is told the task. */
  give(task: ChildTask, limits: ChildLimits): Promise<ChildFailure | null>;
  /** Waits until a child that serves has loaded what it needs; answers null when it has. */
  ready(timeoutMs: number): Promise<ChildFailure | null>;
  /** Whether another letter may be given to it. */
  isFit(): boolean;
  residentBytes(): Promise<number>;
  kill(): void;
};

/**
 * Starts a process for hostile content. It may do anything: it gets none of our environment, where the passwords are,
 * its output is not read, what it says is short and of the agreed form or it is killed, and it has no way to the DNS but
 * through us. Throws where it cannot be started at all, which is our own fault.
 */
export async function startLimitedChild(
  command: ChildCommand,
  argument: string,
  folder: string,
): Promise<LimitedChild> {
  await access(command[0], constants.X_OK); // setpriv would end with a code, as the child may
  // It ends when this process dies, even by SIGKILL: nobody else watches its time and memory.
  const [program, ...args] = SETPRIV ? ([SETPRIV, '--pdeathsig', 'KILL', '--', ...command] as const) : command;
  const child = spawn(program, [...args, argument], {
    cwd: folder,
    env: { PATH: process.env.PATH, TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return watchChild(child);
}

function watchChild(child: ChildProcess): LimitedChild {
  const line = child.stdio[LINE_DESCRIPTOR] as Duplex;
  const ended: Promise<ChildFailure | null> = once(child, 'exit').then(([code, signal]) => failureOf(code, signal));
  ended.catch(() => undefined); // told to whoever watches
  let killedFor: ChildFailure | null = null;
  let isStopped = false;
  let isFit = true;
  let hear: (said: SaidByChild) => void = () => undefined;
  const kill = (reason: ChildFailure) => {
    killedFor ??= reason;
    child.kill('SIGKILL');
  };
  const stop = () => {
    isStopped = true;
    child.kill('SIGKILL');
  };
  running.add(stop);
  const forget = () => {
    isFit = false;
    running.delete(stop);
  };
  ended.then(forget, forget);
  line.on('error', () => undefined); // its end is told by 'exit'
  const cut = cutLines(LONGEST_LINE, (text) => hear(parseSaidByChild(text)));
  line.on('data', (chunk: Buffer) => {
    try {
      cut(chunk);
    } catch {
      kill('crashed'); // it was taken over: none of ours says such a thing
    }
  });
  const say = (said: SaidToChild) => void line.write(`${JSON.stringify(said)}\n`);

  const watch = async (task: ChildTask | null, limits: ChildLimits): Promise<ChildFailure | null> => {
    const dns = task?.task === 'authenticate' ? resolveWithin(task.dnsBudgetMs, task.dnsServers) : null;
    const done = new Promise<null>((resolve) => {
      hear = (said) => {
        if (said.kind === 'done') {
          isFit &&= said.isFit;
          resolve(null);
        } else if (dns) void answer(said, dns.resolve, say);
      };
    });
    const deadline = setTimeout(kill, limits.timeoutMs, 'time');
    const { cpuMs: mostCpuMs = Number.POSITIVE_INFINITY, waitingMs = Number.POSITIVE_INFINITY } = limits;
    const before = await readProcessUse(child.pid);
    let last = { cpuMs: before.cpuMs, at: performance.now() };
    const look = setInterval(() => {
      void readProcessUse(child.pid).then(({ residentBytes, cpuMs, isWaiting }) => {
        const now = performance.now();
        if (!isWaiting || cpuMs !== last.cpuMs) last = { cpuMs, at: now };
        if (residentBytes > limits.memoryBytes) kill('memory');
        if (cpuMs - before.cpuMs > mostCpuMs || now - last.at > waitingMs) kill('time');
      });
    }, WATCH_EVERY_MS);
    try {
      const failure = await Promise.race([ended, done]);
      if (isStopped) throw new Error(`${task?.task ?? 'its start'} was cut off: this process stops`);
      return killedFor ?? failure;
    } finally {
      clearTimeout(deadline);
      clearInterval(look);
      dns?.close();
      // What it still says belongs to no task.
      hear = () => kill('crashed');
    }
  };
  return {
    watch,
    give: (task, limits) => {
      const watched = watch(task, limits);
      say({ kind: 'do', task });
      return watched;
    },
    ready: (timeoutMs) => watch(null, { timeoutMs, memoryBytes: Number.POSITIVE_INFINITY }),
    isFit: () => isFit && killedFor === null,
    residentBytes: async () => (await readProcessUse(child.pid)).residentBytes,
    kill: () => {
      isFit = false;
      child.kill('SIGKILL');
    },
  };
}

async function answer(
  { number, name, type }: Extract<SaidByChild, { kind: 'ask' }>,
  resolve: (name: string, type: string) => Promise<unknown[]>,
  say: (said: SaidToChild) => void,
): Promise<void> {
  try {
    say({ kind: 'answer', number, records: await resolve(name, type), code: '' });
  } catch (error) {
    say({ kind: 'answer', number, records: null, code: (error as NodeJS.ErrnoException).code ?? 'ETIMEOUT' });
  }
}

function failureOf(code: number | null, signal: NodeJS.Signals | null): ChildFailure | null {
  // V8 ends a process that is out of heap by SIGABRT (134 where a shell stands between).
  if (signal === 'SIGABRT' || code === 134) return 'memory';
  if (code === FELL_OVER_MESSAGE || (signal !== null && OWN_SIGNALS.has(signal))) return 'crashed';
  return code === 0 ? null : 'fault';
}
