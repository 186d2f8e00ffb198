import { json, type RequestHandler } from '@sveltejs/kit';
import { settingOfText } from '#server/commands/text-places.ts';
import { findText } from '#server/db/repositories/texts.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import { readTextComments } from '#server/web/text-comments.ts';

/** What was said about this text, for whoever may read it. */
export const GET: RequestHandler = async (event) => {
	const { app } = event.locals;
	requirePerson(event);
	const text = (await findText(app.db, event.params.id ?? '')) ?? notFound();
	const person = await requireRight(event, 'text.read', settingOfText(text));
	return json(await readTextComments(app.db, person, text));
};
