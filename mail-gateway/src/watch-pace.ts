import type { SMTPServerDataStream } from 'smtp-server';
import type { GatewayLimits } from './gateway-limits.ts';

/**
 * Watches that a message keeps coming: a client that drips a byte now and then would otherwise hold its place for as
 * long as it likes, since each byte puts the idle timeout off. Waiting for our own disk is not its fault.
 */
export function watchPace(
  stream: SMTPServerDataStream,
  { bytesPerSecond, paceMs }: GatewayLimits,
  onTooSlow: () => void,
): { stop(): void } {
  let seen = 0;
  const timer = setInterval(() => {
    const came = stream.byteLength - seen;
    seen = stream.byteLength;
    const isOurTurn = stream.writableNeedDrain || stream.writableEnded;
    if (!isOurTurn && came < (bytesPerSecond * paceMs) / 1_000) onTooSlow();
  }, paceMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
