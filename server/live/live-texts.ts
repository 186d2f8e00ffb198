import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '../auth/standings.ts';
import { settingOfText } from '../commands/text-places.ts';
import type { Database } from '../db/database.ts';
import { findText } from '../db/repositories/texts.ts';
import { OpenScreens } from './open-screens.ts';

/** The open screens of texts. What is written there travels as a document; they hear of what is said about it. */
export const liveTexts = (db: Database): OpenScreens =>
	new OpenScreens(async (actor, textId) => {
		const text = await findText(db, textId);
		return text !== null && may(await standingsOf(db, actor, settingOfText(text)), 'text.read');
	});
