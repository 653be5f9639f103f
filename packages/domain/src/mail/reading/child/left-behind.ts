/** What every library of the child shares: a parser that is led to change one of these changes how the next letter is read. */
const SHARED: readonly object[] = [
  ...[globalThis, Object, Function, Array, String, Number, Promise, RegExp, Map, Set, Date, JSON, Math, Reflect],
  ...[Buffer, Uint8Array, Error, Symbol, BigInt, Boolean, WeakMap, WeakSet, ArrayBuffer].flatMap((one) => [
    one,
    one.prototype as object,
  ]),
  ...[Object, Function, Array, String, Number, Promise, RegExp, Map, Set, Date].map((one) => one.prototype as object),
  process.env,
];

/** Handles a task has no business to leave open. The line to whoever started this process is a pipe. */
const OPEN = new Set(['Timeout', 'Immediate', 'FSReqPromise', 'FSReqCallback', 'TCPSocketWrap', 'UDPWrap', 'Worker']);

/**
 * Remembers how this process is, and tells whether a task left something behind that the next letter could meet: a
 * changed prototype, a global, work that goes on. It is about accidents: code that a letter took over can lie, which is
 * why what the child leaves is believed no more than the letter, and why no child is kept after any fault.
 */
export function watchLeftBehind(): () => boolean {
  // Node makes some globals when they are first asked for.
  for (const name of Object.getOwnPropertyNames(globalThis)) Reflect.get(globalThis, name);
  const before = SHARED.map(picture);
  const openBefore = countOpen();
  return () =>
    SHARED.every((one, index) => isSame(before[index] ?? new Map(), picture(one))) && countOpen() <= openBefore;
}

type Picture = ReadonlyMap<PropertyKey, unknown>;

function picture(one: object): Picture {
  return new Map(
    Reflect.ownKeys(one).map((key) => {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(one, key) ?? {};
      return [key, get ?? set ?? value];
    }),
  );
}

function isSame(before: Picture, now: Picture): boolean {
  return (
    before.size === now.size && [...before].every(([key, value]) => now.has(key) && Object.is(now.get(key), value))
  );
}

const countOpen = () => process.getActiveResourcesInfo().filter((resource) => OPEN.has(resource)).length;
