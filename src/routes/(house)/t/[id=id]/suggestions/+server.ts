import { json, type RequestHandler } from '@sveltejs/kit';
import { settingOfText } from '#server/commands/text-places.ts';
import { findText } from '#server/db/repositories/texts.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import { readSuggestionsNow } from '#server/web/suggestions.ts';

/** What is suggested for a text at this moment. */
export const GET: RequestHandler = async (event) => {
	const { app } = event.locals;
	requirePerson(event);
	const text = (await findText(app.db, event.params.id ?? '')) ?? notFound();
	const { personId } = await requireRight(event, 'text.read', settingOfText(text));
	return json(await readSuggestionsNow(app, text, personId), { headers: { 'cache-control': 'no-store' } });
};
