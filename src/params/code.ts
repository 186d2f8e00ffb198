import type { ParamMatcher } from '@sveltejs/kit';

/** Six digits in the address bar: the code of a session. */
export const match: ParamMatcher = (param) => /^\d{6}$/.test(param);
