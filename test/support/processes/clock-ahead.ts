const LOADED_FIRST = new URL('./clock-ahead.mjs', import.meta.url).href;

/** What is in the environment of a process that lives so many milliseconds later than the machine. */
export const clockAhead = (aheadMs: number) => ({
  NODE_OPTIONS: `--import=${LOADED_FIRST}`,
  CLOCK_AHEAD_MS: String(aheadMs),
});
