import type { Office } from '@congso/domain/office/office';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What `/metrics` shows, in the Prometheus text format. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

const seconds = new Histogram({
  name: 'congso_command_seconds',
  help: 'Time to carry out a command or query',
  labelNames: ['name'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [metrics],
});
const answers = new Counter({
  name: 'congso_command_answers_total',
  help: 'Answers to commands and queries by outcome: ok or the error code',
  labelNames: ['name', 'outcome'],
  registers: [metrics],
});

const turnedAway = new Counter({
  name: 'congso_turned_away_total',
  help: 'What was refused before it was looked at: a request, a line or a connection too many',
  labelNames: ['what'],
  registers: [metrics],
});

/** Counts what was refused because there were too many of its kind. */
export function countTurnedAway(what: 'request' | 'line' | 'connection'): void {
  turnedAway.inc({ what });
}

/** Starts the clock of one command; call the result with its outcome. */
export function countCommand(name: string): (outcome: string) => void {
  const end = seconds.startTimer({ name });
  return (outcome) => {
    end();
    answers.inc({ name, outcome });
  };
}

/** Gauges that are asked for when somebody reads `/metrics`. */
export function measureOffice(office: Office, countSockets: () => number): void {
  new Gauge({
    name: 'congso_sockets',
    help: 'Open sockets of this process',
    registers: [metrics],
    collect() {
      this.set(countSockets());
    },
  });
  new Gauge({
    name: 'congso_jobs_waiting',
    help: 'Jobs waiting, per queue',
    labelNames: ['queue'],
    registers: [metrics],
    async collect() {
      for (const queue of office.queues.all()) {
        try {
          this.set({ queue: queue.name }, await queue.getWaitingCount());
        } catch (error) {
          office.log.debug({ err: error }, 'queue length unknown: Redis is away');
        }
      }
    },
  });
}
