import { settingOfText } from '#server/commands/text-places.ts';
import { findText, listVersions } from '#server/db/repositories/texts.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import { readWording } from '#server/web/wordings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	requirePerson(event);
	const text = (await findText(app.db, event.params.id)) ?? notFound();
	await requireRight(event, 'text.read', settingOfText(text));
	const { from, to } = event.params;
	const [before, after, versions] = await Promise.all([
		readWording(app, text, from),
		readWording(app, text, to),
		listVersions(app.db, text.tenantId, text.id)
	]);
	const query = event.url.searchParams;
	return {
		text,
		versions,
		before: before ?? notFound(),
		after: after ?? notFound(),
		beside: query.get('view') === 'beside',
		onlyChanged: query.has('changed')
	};
};
