import { readPause } from '#server/web/pause.ts';
import type { LayoutServerLoad } from './$types';

/** What all pages of a process say while it rests. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
	const { actor } = locals;
	if (actor.kind !== 'person') return { pause: null };
	return { pause: await readPause(locals, 'process.read', { tenantId: actor.tenantId, processId: params.id }) };
};
