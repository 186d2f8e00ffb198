import { json, type RequestHandler } from '@sveltejs/kit';
import { settingOfText } from '#server/commands/text-places.ts';
import { listTextReaders } from '#server/db/repositories/text-readers.ts';
import { findText } from '#server/db/repositories/texts.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';

/** Whom somebody can call in a comment on this text. */
export const GET: RequestHandler = async (event) => {
	const { app } = event.locals;
	requirePerson(event);
	const text = (await findText(app.db, event.params.id ?? '')) ?? notFound();
	await requireRight(event, 'text.comment', settingOfText(text));
	return json(await listTextReaders(app.db, text));
};
