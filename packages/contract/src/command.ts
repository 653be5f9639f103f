import type { z } from 'zod';

/**
 * One entry of the catalog: what a command or query takes and gives. `isPublic` ones need no session; `httpOnly` ones are not
 * served over the socket because they set or clear the session cookie.
 */
export type CommandDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly kind: 'command' | 'query';
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  readonly isPublic?: true;
  readonly httpOnly?: true;
};

/** A command changes something and carries a request id (or a client id) so that it can be repeated safely. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  summary: string,
  input: I,
  output: O,
  options: { isPublic?: true; httpOnly?: true } = {},
): CommandDefinition<I, O> {
  return { kind: 'command', summary, input, output, ...options };
}

/** A query reads and changes nothing. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  summary: string,
  input: I,
  output: O,
  options: { isPublic?: true; httpOnly?: true } = {},
): CommandDefinition<I, O> {
  return { kind: 'query', summary, input, output, ...options };
}
