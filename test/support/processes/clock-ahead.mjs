/**
 * Loaded before one of the office's processes (`--import`), lets it live CLOCK_AHEAD_MS later than the machine, or
 * earlier: so a whole process, with every library in it, can be at ten in the morning or two days on. Timers run as ever.
 */
const RealDate = Date;
const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);
const now = () => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
