import { json, type RequestHandler } from '@sveltejs/kit';
import { settingOfText } from '#server/commands/text-places.ts';
import { findText } from '#server/db/repositories/texts.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import { readBoardsToTake } from '#server/web/text-sources.ts';

/** What can be taken into this text from the boards of its process. */
export const GET: RequestHandler = async (event) => {
	const { app } = event.locals;
	requirePerson(event);
	const text = (await findText(app.db, event.params.id ?? '')) ?? notFound();
	const person = await requireRight(event, 'text.write', settingOfText(text));
	return json(await readBoardsToTake(app, person, text), { headers: { 'cache-control': 'no-store' } });
};
