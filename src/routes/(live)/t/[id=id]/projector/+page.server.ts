import { settingOfText } from '#server/commands/text-places.ts';
import { findText } from '#server/db/repositories/texts.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import { readText } from '#server/web/read-text.ts';
import { readTextOnWall } from '#server/web/suggestions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	requirePerson(event);
	const text = (await findText(app.db, event.params.id)) ?? notFound();
	await requireRight(event, 'text.read', settingOfText(text));
	// What a group writes in its room is for nobody's wall.
	if (text.roomOf !== null) notFound();
	const [body, onWall] = await Promise.all([readText(app, text.id), readTextOnWall(app.db, text)]);
	return { textId: text.id, title: text.title, body, onWall };
};
