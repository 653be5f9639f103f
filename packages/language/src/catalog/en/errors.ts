import type { Translated } from '../translated.ts';
import type { errors as vi } from '../vi/errors.ts';

export const errors = {} as const satisfies Translated<typeof vi>;
