import { redirect } from '@sveltejs/kit';
import { beginTextMinutes } from '#server/commands/begin-text-minutes.ts';
import { settingOfText } from '#server/commands/text-places.ts';
import { findText } from '#server/db/repositories/texts.ts';
import { act } from '#server/web/act.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import { readSittingAtHand } from '#server/web/text-minutes.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	requirePerson(event);
	const text = (await findText(app.db, event.params.id)) ?? notFound();
	const person = await requireRight(event, 'text.take-minutes', settingOfText(text));
	if (text.kind === 'minutes') notFound();
	return { text, sitting: await readSittingAtHand(app, person, text) };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const others = String(form.get('others') ?? '').split('\n');
		const begun = await act(event.locals, beginTextMinutes, {
			textId: event.params.id,
			title: form.get('title'),
			day: form.get('day'),
			from: form.get('from'),
			until: form.get('until'),
			keeperId: form.get('keeper'),
			present: [...form.getAll('present'), ...others].map((name) => String(name).trim()).filter((name) => name !== '')
		});
		if (!begun.ok) return begun.failure;
		redirect(303, `/t/${begun.value.minutesId}`);
	}
};
