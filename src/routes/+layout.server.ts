import { nameOf } from '#server/db/repositories/people.ts';
import type { LayoutServerLoad } from './$types';

/** What every page knows: who is here and how she likes to see it. */
export const load: LayoutServerLoad = async ({ locals }) => {
	const { actor, app, theme } = locals;
	const person =
		actor.kind === 'person' ? { name: await nameOf(app.db, actor.tenantId, actor.personId), role: actor.role } : null;
	return { person, theme };
};
