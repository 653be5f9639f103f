import type { healthCommands, syncCommands } from '@congso/contract/sync';
import { getHealth } from '@congso/domain/health/get-health';
import { findAnything } from '@congso/domain/search/find-anything';
import { pullStream } from '@congso/domain/sync/pull-stream';
import { getToday } from '@congso/domain/today/get-today';
import type { Handlers } from '../answering/handler.ts';

export const syncHandlers = {
  'sync.pull': (office, caller, { cursor }) => pullStream(office, caller.personId, cursor),
  'today.get': getToday,
  'search.find': findAnything,
  'health.get': getHealth,
} satisfies Handlers<keyof typeof syncCommands | keyof typeof healthCommands>;
