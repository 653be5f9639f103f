import { type Aggregate, defineAggregate } from '../outbox/aggregate.ts';

/** The office itself; there is one, its id is `office`. */
export type OrganisationDoc = Aggregate & {
  name: string;
  shortName: string;
  mailDomain: string;
  registryMailbox: string;
};

export const organisations = defineAggregate<OrganisationDoc>('organisation', 'organisations', {
  name: String,
  shortName: String,
  mailDomain: String,
  registryMailbox: String,
});
