import { ClearFailure } from '../clear-failure.ts';
import { type OneShotSpec, runToEnd } from '../supervise/run-to-end.ts';
import type { HeldOffice } from './hold-office.ts';

/**
 * Runs what carries an office's data out or in, to its end or to a signal's.
 *
 * @returns its exit code
 * @throws ClearFailure when the office was let go of meanwhile: another may have written into it
 */
export async function runWhileHeld(held: Pick<HeldOffice, 'lost'>, spec: OneShotSpec): Promise<number | null> {
  const carrying = runToEnd(spec);
  let isLost = false;
  void held.lost.then(() => {
    isLost = true;
    return carrying.stop();
  });
  const stop = () => void carrying.stop();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
  const { code } = await carrying.ended;
  for (const signal of signals) process.off(signal, stop);
  if (isLost) {
    throw new ClearFailure(
      'The office closed while it was paused, and may have written since: this backup is not to be used.',
    );
  }
  return code;
}
