import type { DueWork } from './jobs/due-work.ts';

/** Which job works on which aggregate when its `nextAt` has come. */
export const DUE_WORK: readonly DueWork[] = [];
