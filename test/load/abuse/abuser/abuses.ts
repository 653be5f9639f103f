import type { Abuse } from './abuse.ts';
import { assignTasks, createGroups, renameGroup, sendMessages } from './acts.ts';
import {
  inventSecrets,
  readApi,
  readMetrics,
  readNothing,
  readPage,
  readReady,
  sendBodies,
  sendMistakes,
  signIn,
} from './requests.ts';
import { beginPolls, keepBusy, openSilentConnections, openSilentSockets } from './sockets.ts';

/** Every abuse by its name in the table, and how much of it there is at once at full size. */
export const ABUSES = {
  'large bodies of nobody': { abuse: sendBodies, atOnce: 40 },
  'mistakes of somebody': { abuse: sendMistakes, atOnce: 40 },
  'invented secrets': { abuse: inventSecrets, atOnce: 60 },
  'busy sockets': { abuse: keepBusy, atOnce: 60 },
  'readers of the API': { abuse: readApi, atOnce: 60 },
  'readers of metrics': { abuse: readMetrics, atOnce: 60 },
  'readers of readyz': { abuse: readReady, atOnce: 60 },
  'readers of nothing': { abuse: readNothing, atOnce: 60 },
  'readers of the page': { abuse: readPage, atOnce: 60 },
  'sign-ins': { abuse: signIn, atOnce: 200 },
  'silent sockets': { abuse: openSilentSockets, atOnce: 8_000 },
  'silent polls': { abuse: beginPolls, atOnce: 60 },
  'silent connections': { abuse: openSilentConnections, atOnce: 15_000 },
  messages: { abuse: sendMessages, atOnce: 40 },
  renames: { abuse: renameGroup, atOnce: 40 },
  tasks: { abuse: assignTasks, atOnce: 40 },
  groups: { abuse: createGroups, atOnce: 40 },
} as const satisfies Record<string, { abuse: Abuse; atOnce: number }>;

export type AbuseName = keyof typeof ABUSES;
export const ABUSE_NAMES = Object.keys(ABUSES) as AbuseName[];
