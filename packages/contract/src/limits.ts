/**
 * The limits that more than one noun, or a person at a door, meets; a field's own stands beside it. Lengths are in UTF-16
 * code units unless the name says otherwise.
 */
export const LIMITS = {
  messageLength: 8_000,
  messageFiles: 20,
  conversationName: 120,
  groupMembers: 1_000,
  pageSize: 100,
  personName: 120,
  loginLength: 64,
  passwordMin: 10,
  passwordMax: 200,
  unitName: 200,
  titleLength: 300,
  subjectLength: 500,
  bodyLength: 20_000,
  reasonLength: 1_000,
  phrases: 20,
  phraseLength: 300,
  noticeAudience: 20_000,
  taskCoordinators: 50,
  fileBytes: 512 * 1024 * 1024,
  fileName: 200,
  commandBytes: 256 * 1024,
  /** What may be said before one has signed in. */
  strangerBytes: 16 * 1024,
  /** So many values are in an input, and so deep in one another: twice as many as the largest command has. */
  inputValues: 5_000,
  inputDepth: 32,
  mailBytes: 50 * 1024 * 1024,
  streamMarks: 64,
  /** What one account may make within 24 hours: several times what the busiest person does. */
  groupsADay: 100,
  tasksADay: 300,
  /** And so many people may be asked in these tasks, leads and coordinators: each gets a mark, reminders and an SMS. */
  askedADay: 1_000,
  remindersADay: 200,
  noticesADay: 50,
  papersADay: 5_000,
  /** What there may be at once. */
  remindersKept: 300,
  tokensKept: 20,
  browsersKept: 50,
  reportsOfTask: 50,
  stepsOfSlip: 500,
  appointmentsOfPerson: 200,
  mailRules: 500,
  units: 2_000,
  positions: 500,
} as const;
