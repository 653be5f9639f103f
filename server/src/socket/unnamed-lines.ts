import type { Line } from './cut-line.ts';

/**
 * Lines that have not said yet whose they are: from one network, and in all. A browser says it with its cookie before it
 * has a line, a program with `Authorization`; of the others each is unnamed for as long as a question and an answer take.
 */
const FROM_ONE_NETWORK = 50;
const IN_ALL = 500;
/** To say who one is takes one packet and fewer bytes; a second try is allowed. */
const MOST_PACKETS = 3;
const MOST_BYTES = 4_096;

/** Lines whose clients may be nobody. */
export type UnnamedLines = {
  /** Whether one more from this network has room. */
  hasRoom(network: string): boolean;
  add(line: Line, network: string): void;
  /** Somebody was let in over it. */
  name(line: Line): void;
  /** Counts what an unnamed line sent; answers whether it may be unpacked. */
  mayUnpack(line: Line, bytes: number): boolean;
};

export function countUnnamedLines(): UnnamedLines {
  const networks = new Map<string, number>();
  const packets = new WeakMap<Line, number>();
  const unnamed = new Map<Line, string>();

  const remove = (line: Line) => {
    const network = unnamed.get(line);
    if (network === undefined) return;
    unnamed.delete(line);
    const left = (networks.get(network) ?? 1) - 1;
    if (left > 0) networks.set(network, left);
    else networks.delete(network);
  };

  return {
    hasRoom: (network) => unnamed.size < IN_ALL && (networks.get(network) ?? 0) < FROM_ONE_NETWORK,
    add: (line, network) => {
      unnamed.set(line, network);
      networks.set(network, (networks.get(network) ?? 0) + 1);
      line.once('close', () => remove(line));
    },
    name: remove,
    mayUnpack: (line, bytes) => {
      const count = (packets.get(line) ?? 0) + 1;
      packets.set(line, count);
      return count <= MOST_PACKETS && bytes <= MOST_BYTES;
    },
  };
}
