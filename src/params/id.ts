import type { ParamMatcher } from '@sveltejs/kit';

/** An id in the address bar. Anything else has no page, and never reaches the database. */
export const match: ParamMatcher = (param) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(param);
