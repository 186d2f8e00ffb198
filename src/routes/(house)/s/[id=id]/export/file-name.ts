import type { Minutes } from '#domain/minutes/minutes.ts';
import * as m from '#paraglide/messages.js';

/** What a file is called that somebody takes out of a session; of what was not public the name says so. */
export const fileName = ({ session: { title }, part }: Pick<Minutes, 'session' | 'part'>): string =>
	part === 'non-public' ? `${title} (${m.nonpublic_mark()})` : title;
