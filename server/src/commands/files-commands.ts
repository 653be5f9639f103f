import type { filesCommands } from '@congso/contract/files';
import { getFile } from '@congso/domain/files/file-access';
import type { Handlers } from '../answering/handler.ts';

export const filesHandlers = { 'files.get': getFile } satisfies Handlers<keyof typeof filesCommands>;
