import {
  IconBeach,
  IconBuilding,
  IconDeviceMobileMessage,
  IconHeartbeat,
  IconHierarchy,
  IconMailCog,
  IconUsers,
} from '@tabler/icons-react';

/** The parts of the administration. A new part is added here, and its address in app/routes/administration-routes.tsx. */
export const ADMINISTRATION_SECTIONS = [
  { name: 'people', to: '/administration/people', icon: IconUsers },
  { name: 'units', to: '/administration/units', icon: IconHierarchy },
  { name: 'office', to: '/administration/office', icon: IconBuilding },
  { name: 'holidays', to: '/administration/holidays', icon: IconBeach },
  { name: 'mailRules', to: '/administration/mail-rules', icon: IconMailCog },
  { name: 'sms', to: '/administration/sms', icon: IconDeviceMobileMessage },
  { name: 'queues', to: '/administration/queues', icon: IconHeartbeat },
] as const;
