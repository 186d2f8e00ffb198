import { redirect } from '@sveltejs/kit';
import { openGroupRoom } from '#server/commands/open-group-room.ts';
import { settingOfText } from '#server/commands/text-places.ts';
import { groupNamesOf, listRoomsOfMember } from '#server/db/repositories/group-rooms.ts';
import { listTextSuggesters } from '#server/db/repositories/text-readers.ts';
import { findText } from '#server/db/repositories/texts.ts';
import { act } from '#server/web/act.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import { readText } from '#server/web/read-text.ts';
import { sectionsOf } from '#text/group-room/section.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	requirePerson(event);
	const text = (await findText(app.db, event.params.id)) ?? notFound();
	const { tenantId, personId } = await requireRight(event, 'text.suggest', settingOfText(text));
	if (text.state === 'frozen') redirect(303, `/t/${text.id}`);
	const [body, people, inProcess, rooms] = await Promise.all([
		readText(app, text.id),
		listTextSuggesters(app.db, text),
		groupNamesOf(app.db, tenantId, text.processId, personId),
		listRoomsOfMember(app.db, { tenantId, originalId: text.id, personId })
	]);
	return {
		text,
		sections: sectionsOf(body),
		people: people.filter((each) => each.personId !== personId),
		/** How her groups are called. */
		groups: [...new Set([...rooms.map(({ groupName }) => groupName), ...inProcess])]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const opened = await act(event.locals, openGroupRoom, {
			textId: event.params.id,
			groupName: form.get('group'),
			headingId: form.get('section') || null,
			personIds: form.getAll('person')
		});
		if (!opened.ok) return opened.failure;
		redirect(303, `/t/${opened.value.roomId}`);
	}
};
