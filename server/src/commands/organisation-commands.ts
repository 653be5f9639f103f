import type { organisationCommands } from '@congso/contract/organisation';
import { createPosition } from '@congso/domain/organisation/positions/create-position';
import { listPositions } from '@congso/domain/organisation/positions/list-positions';
import { closeUnit } from '@congso/domain/organisation/units/close-unit';
import { createUnit } from '@congso/domain/organisation/units/create-unit';
import { listUnits } from '@congso/domain/organisation/units/list-units';
import { updateUnit } from '@congso/domain/organisation/units/update-unit';
import { getOrganisation, updateOrganisation } from '@congso/domain/organisation/update-organisation';
import { listHolidays } from '@congso/domain/working-time/list-holidays';
import { removeHoliday, setHoliday } from '@congso/domain/working-time/set-holiday';
import type { Handlers } from '../answering/handler.ts';

export const organisationHandlers = {
  'organisation.get': getOrganisation,
  'organisation.update': updateOrganisation,
  'units.list': listUnits,
  'units.create': createUnit,
  'units.update': updateUnit,
  'units.close': closeUnit,
  'positions.list': listPositions,
  'positions.create': createPosition,
  'holidays.list': listHolidays,
  'holidays.set': setHoliday,
  'holidays.remove': removeHoliday,
} satisfies Handlers<keyof typeof organisationCommands>;
