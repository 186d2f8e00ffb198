import { listPeople } from '#server/db/repositories/people.ts';
import { requireMember, requireRight } from '#server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId, personId } = requireMember(event);
	await requireRight(event, 'organisation.manage', { tenantId });
	const words = (event.url.searchParams.get('q') ?? '').trim().slice(0, 100);
	const [accounts, guests] = [
		await listPeople(db, tenantId, 'account', words),
		await listPeople(db, tenantId, 'guest', words)
	];
	return { words, accounts, guests, personId, erased: event.url.searchParams.has('erased') };
};
