import type { Doc } from '#domain/texts/doc.ts';
import { todaysText } from '#text/todays-text.ts';
import type { App } from '../app.ts';
import { findVersion, type LiveText } from '../db/repositories/texts.ts';
import { readText } from './read-text.ts';

/** A wording of a text: one of its frozen versions, or what it says at this moment. */
export interface Wording {
	/** Null is the text as it is now. */
	number: string | null;
	createdAt: Date | null;
	doc: Doc;
}

/** The wording of a text that an address names, or null. Whether this person may read it has been asked. */
export async function readWording(app: App, text: LiveText, named: string): Promise<Wording | null> {
	if (named === todaysText) return { number: null, createdAt: null, doc: await readText(app, text.id) };
	const version = await findVersion(app.db, text.tenantId, text.id, named);
	return version && { number: version.number, createdAt: version.createdAt, doc: version.doc };
}
