import type { SMTPServerDataStream } from 'smtp-server';
import type { GatewayLimits } from './gateway-limits.ts';

/**
 * Watches that a message keeps coming: a client that drips a byte now and then would otherwise hold its place for as
 * long as it likes, since each byte puts the idle timeout off. It may pause for a while, and has as much time more as
 * its bytes take at the slowest rate allowed. Waiting for our own disk is not its fault, and not counted.
 */
export function watchPace(
  stream: SMTPServerDataStream,
  { bytesPerSecond, stallMs, lookEveryMs }: GatewayLimits,
  onTooSlow: () => void,
): { stop(): void } {
  let seen = 0;
  let pausedMs = 0;
  let takenMs = 0;
  const timer = setInterval(() => {
    const isOurTurn = stream.writableNeedDrain || stream.writableEnded;
    if (isOurTurn) return;
    pausedMs = stream.byteLength > seen ? 0 : pausedMs + lookEveryMs;
    takenMs += lookEveryMs;
    seen = stream.byteLength;
    if (pausedMs >= stallMs || takenMs > stallMs + (seen / bytesPerSecond) * 1_000) onTooSlow();
  }, lookEveryMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
