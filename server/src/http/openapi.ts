import { COMMANDS } from '@congso/contract/catalog';
import type { CommandDefinition } from '@congso/contract/command';
import { ERROR_STATUS, errorAnswerSchema } from '@congso/contract/errors';
import { z } from 'zod';

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
const jsonBody = (schema: z.ZodType, io: 'input' | 'output') => ({
  content: {
    'application/json': { schema: jsonSchema(schema, io) },
  },
});

/** The API described as OpenAPI 3.1, made from the same schemas the doors parse with. */
export function describeApi(): object {
  const refusals = Object.fromEntries(
    [...new Set(Object.values(ERROR_STATUS))].map((status) => [
      String(status),
      {
        description: Object.entries(ERROR_STATUS)
          .filter(([, itsStatus]) => itsStatus === status)
          .map(([code]) => code)
          .join(', '),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    ]),
  );
  const errors = Object.fromEntries(
    Object.keys(refusals).map((status) => [status, { $ref: `#/components/responses/${status}` }]),
  );
  const paths = Object.fromEntries(
    Object.entries<CommandDefinition>(COMMANDS).map(([name, definition]) => [
      `/api/${name}`,
      {
        post: {
          operationId: name,
          summary: definition.summary,
          tags: [name.split('.')[0]],
          security: definition.isPublic ? [] : [{ session: [] }, { token: [] }],
          requestBody: { required: true, ...jsonBody(definition.input, 'input') },
          responses: { '200': { description: 'Done', ...jsonBody(definition.output, 'output') }, ...errors },
        },
      },
    ]),
  );
  return {
    openapi: '3.1.0',
    info: { title: 'Congso', version: '1', description: 'Commands and queries of the office.' },
    paths,
    components: {
      schemas: { Error: jsonSchema(errorAnswerSchema, 'output') },
      responses: refusals,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'congso_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}
