import type { CommandInput, CommandName, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '@congso/domain/office/caller';
import type { Office } from '@congso/domain/office/office';

/** A domain function that carries out one command or query for a signed-in caller; its input is already parsed. */
export type Handler<K extends CommandName> = (
  office: Office,
  caller: Caller,
  input: CommandInput<K>,
) => Promise<CommandOutput<K>>;

/** One noun's handlers; `satisfies Handlers<keyof typeof xCommands>` makes a missing one fail compilation. */
export type Handlers<K extends CommandName> = { readonly [N in K]: Handler<N> };
