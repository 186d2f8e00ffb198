import { redirect } from '@sveltejs/kit';
import { erasePerson } from '#server/commands/erase-person.ts';
import { findPerson } from '#server/db/repositories/people.ts';
import { act } from '#server/web/act.ts';
import { touchedByErasure } from '#server/web/erasure.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId, personId } = requireMember(event);
	await requireRight(event, 'organisation.manage', { tenantId });
	const person = (await findPerson(db, tenantId, event.params.id)) ?? notFound();
	return { person, touched: await touchedByErasure(db, tenantId, person.id), isOneself: person.id === personId };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const erased = await act(event.locals, erasePerson, {
			personId: event.params.id,
			confirmedName: form.get('name')
		});
		if (!erased.ok) return erased.failure;
		redirect(303, '/people?erased');
	}
};
