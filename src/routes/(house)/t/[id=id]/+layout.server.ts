import { settingOfText } from '#server/commands/text-places.ts';
import { findText } from '#server/db/repositories/texts.ts';
import { readPause } from '#server/web/pause.ts';
import type { LayoutServerLoad } from './$types';

/** What all pages of a text say while its process rests. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
	const text = await findText(locals.app.db, params.id);
	return { pause: text && (await readPause(locals, 'text.read', settingOfText(text))) };
};
