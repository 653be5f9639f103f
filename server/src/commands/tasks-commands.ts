import type { tasksCommands } from '@congso/contract/tasks';
import {
  acceptTask,
  acceptTaskReport,
  cancelTask,
  closeTask,
  declineTask,
  reportTask,
  sendTaskBack,
  setTaskProgress,
} from '@congso/domain/tasks/act-on-task';
import { createTask } from '@congso/domain/tasks/giving/create-task';
import { getTask, getTaskHistory, listTasks } from '@congso/domain/tasks/list-tasks';
import { previewDue } from '@congso/domain/working-time/preview-due';
import type { Handlers } from '../answering/handler.ts';

export const tasksHandlers = {
  'tasks.create': createTask,
  'tasks.list': listTasks,
  'tasks.get': getTask,
  'tasks.history': getTaskHistory,
  'tasks.accept': acceptTask,
  'tasks.decline': declineTask,
  'tasks.setProgress': setTaskProgress,
  'tasks.report': reportTask,
  'tasks.acceptReport': acceptTaskReport,
  'tasks.sendBack': sendTaskBack,
  'tasks.close': closeTask,
  'tasks.cancel': cancelTask,
  'tasks.previewDue': previewDue,
} satisfies Handlers<keyof typeof tasksCommands>;
