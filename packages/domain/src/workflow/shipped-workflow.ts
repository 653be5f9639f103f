import type { Transition, Workflow } from '@congso/contract/workflow';

/** Handling an incoming document: trình, bút phê, phân công, xử lý, hoàn thành (Decree 30/2020, articles 23 and 24). */
export const INCOMING = 'incoming';

const forward = { onlyPart: null, leaves: 'done', needsReason: false, setsDueDate: false, makesTask: false } as const;
const back = {
  action: 'return',
  onlyPart: null,
  leaves: 'returned',
  assignee: { kind: 'previous' },
  needsReason: true,
  setsDueDate: false,
  makesTask: false,
} as const;
const elsewhere = {
  action: 'reassign',
  onlyPart: null,
  leaves: 'reassigned',
  needsReason: true,
  setsDueDate: false,
  makesTask: false,
} as const;
const aLeader = { kind: 'choose-person', role: 'leader', within: 'office' } as const;
const anOfficer = { kind: 'choose-person', role: 'any', within: 'own-unit' } as const;
const nobody = { kind: 'none' } as const;
/** Only who coordinates can be released: a document without a lead would never be finished. */
const release = {
  action: 'release',
  to: 'finished',
  onlyPart: 'coordinate',
  leaves: 'skipped',
  assignee: nobody,
  needsReason: true,
  setsDueDate: false,
  makesTask: false,
} as const;

const transitions: Transition[] = [
  { ...forward, action: 'submit', from: 'received', to: 'direction', by: 'clerk', assignee: aLeader },

  {
    ...forward,
    action: 'direct',
    from: 'direction',
    to: 'assignment',
    by: 'holder',
    assignee: { kind: 'choose-units' },
    setsDueDate: true,
  },
  { ...back, from: 'direction', to: 'received', by: 'holder', onlyPart: 'lead' },
  // A leader hands it to a colleague; a clerk does when the leader is away.
  { ...elsewhere, from: 'direction', to: 'direction', by: 'holder', assignee: aLeader },
  { ...elsewhere, from: 'direction', to: 'direction', by: 'giver', assignee: aLeader },
  // A coordinating unit gave it back and no other is needed.
  { ...release, from: 'direction', by: 'holder' },

  {
    ...forward,
    action: 'assign',
    from: 'assignment',
    to: 'processing',
    by: 'holder',
    assignee: anOfficer,
    setsDueDate: true,
    makesTask: true,
  },
  // The head handles it without giving it on, and says how.
  {
    ...forward,
    action: 'complete',
    from: 'assignment',
    to: 'finished',
    by: 'holder',
    assignee: nobody,
    needsReason: true,
  },
  { ...back, from: 'assignment', to: 'direction', by: 'holder' },
  {
    ...elsewhere,
    from: 'assignment',
    to: 'assignment',
    by: 'giver',
    assignee: { kind: 'choose-units' },
    setsDueDate: true,
  },
  { ...release, from: 'assignment', by: 'giver' },

  { ...forward, action: 'complete', from: 'processing', to: 'finished', by: 'task', assignee: nobody },
  { ...back, from: 'processing', to: 'assignment', by: 'holder' },
  // A declined or cancelled task brings the step back to whoever assigned it.
  { ...back, from: 'processing', to: 'assignment', by: 'task' },
  {
    ...elsewhere,
    from: 'processing',
    to: 'processing',
    by: 'giver',
    assignee: anOfficer,
    setsDueDate: true,
    makesTask: true,
  },
  { ...release, from: 'processing', by: 'giver' },
];

/** The definition an office starts with. Change it only together with its version: published versions never change. */
export const SHIPPED_WORKFLOW: Omit<Workflow, 'id'> = {
  key: INCOMING,
  version: 1,
  name: 'Giải quyết văn bản đến',
  start: 'received',
  end: ['finished'],
  states: [
    { key: 'received', kind: 'submit', name: { vi: 'Chờ trình', en: 'To be submitted' } },
    { key: 'direction', kind: 'direct', name: { vi: 'Chờ bút phê', en: 'Awaiting direction' } },
    { key: 'assignment', kind: 'assign', name: { vi: 'Chờ phân công', en: 'To be assigned' } },
    { key: 'processing', kind: 'process', name: { vi: 'Đang xử lý', en: 'Being processed' } },
    { key: 'finished', kind: 'complete', name: { vi: 'Đã hoàn thành', en: 'Finished' } },
  ],
  transitions,
};
