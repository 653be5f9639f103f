/** A page as one of the demonstration's people sees it. */
export type Look = {
  readonly login: string;
  readonly address: string;
  /** The beginning of the links of which the first is followed: what is opened from a list. */
  readonly opens?: string;
};

/** The main pages, under the names of their pictures. */
export const LOOKS: Readonly<Record<string, Look>> = {
  'today-leader': { login: 'giamdoc', address: '/' },
  'today-officer': { login: 'hien.pt', address: '/' },
  chat: { login: 'hien.pt', address: '/chat' },
  conversation: { login: 'hien.pt', address: '/chat', opens: '/chat/' },
  notices: { login: 'hien.pt', address: '/notices' },
  notice: { login: 'hien.pt', address: '/notices', opens: '/notices/' },
  'tasks-given': { login: 'giamdoc', address: '/tasks?box=given' },
  task: { login: 'giamdoc', address: '/tasks?box=given', opens: '/tasks/' },
  'new-task': { login: 'giamdoc', address: '/tasks/new' },
  documents: { login: 'giamdoc', address: '/documents' },
  document: { login: 'giamdoc', address: '/documents', opens: '/documents/' },
  register: { login: 'vanthu', address: '/documents/register' },
  'paper-letter': { login: 'vanthu', address: '/documents/new' },
  mail: { login: 'vanthu', address: '/mail' },
  letter: { login: 'vanthu', address: '/mail', opens: '/mail/' },
  directory: { login: 'hien.pt', address: '/directory' },
  person: { login: 'hien.pt', address: '/directory', opens: '/directory/' },
  settings: { login: 'hien.pt', address: '/settings' },
  more: { login: 'quantri', address: '/more' },
  'admin-people': { login: 'quantri', address: '/administration/people' },
  'admin-units': { login: 'quantri', address: '/administration/units' },
  'admin-rules': { login: 'quantri', address: '/administration/mail-rules' },
  'admin-sms': { login: 'quantri', address: '/administration/sms' },
  'admin-sms-settings': { login: 'quantri', address: '/administration/sms/settings' },
  'admin-queues': { login: 'quantri', address: '/administration/queues' },
};
