import { isIntact } from '#domain/texts/text-version.ts';
import { settingOfText } from '#server/commands/text-places.ts';
import { findText, findVersion } from '#server/db/repositories/texts.ts';
import { sha256 } from '#server/ids.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	requirePerson(event);
	const text = (await findText(db, event.params.id)) ?? notFound();
	await requireRight(event, 'text.read', settingOfText(text));
	const version = (await findVersion(db, text.tenantId, text.id, event.params.number)) ?? notFound();
	return { text, version, intact: isIntact(version, sha256) };
};
