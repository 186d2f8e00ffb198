import type { ParamMatcher } from '@sveltejs/kit';
import { isId } from '#domain/is-id.ts';

/** An id in the address bar. Anything else has no page, and never reaches the database. */
export const match: ParamMatcher = isId;
