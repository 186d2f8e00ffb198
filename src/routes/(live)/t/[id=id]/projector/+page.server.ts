import { settingOfText } from '#server/commands/text-places.ts';
import { isProcessClosed } from '#server/db/repositories/non-public-parts.ts';
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
	// The walls of one room show one thing: while a session of the process is not public, the text is not on any of them.
	const neutral = text.nonPublic || text.rests || (await isProcessClosed(app.db, text.tenantId, text.processId));
	if (neutral) return { textId: text.id, wall: null };
	const [body, onWall] = await Promise.all([readText(app, text.id), readTextOnWall(app.db, text)]);
	return { textId: text.id, wall: { textId: text.id, title: text.title, body, onWall } };
};
