import type { NonPublicTime, OpenPoint } from '#domain/minutes/minutes.ts';
import type { Part } from '#domain/sessions/non-public.ts';
import * as m from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';

const formatted = (options: Intl.DateTimeFormatOptions) => (at: number) =>
	new Intl.DateTimeFormat(getLocale() === 'de' ? 'de-DE' : 'en-GB', { ...options, timeZone: 'Europe/Berlin' }).format(
		at
	);

/** A day, a time of day and both, in the words of the reader and the time of the organisation. */
export const dayOf = formatted({ dateStyle: 'long' });
export const timeOf = formatted({ timeStyle: 'short' });
export const momentOf = formatted({ dateStyle: 'long', timeStyle: 'short' });

/** A point that was left open, as a sentence. */
export function openPointText(point: OpenPoint): string {
	switch (point.kind) {
		case 'hidden-cards':
			return m.minutes_open_hidden(point);
		case 'open-round':
			return m.minutes_open_round(point);
		case 'undecided-cluster':
			return m.minutes_open_cluster({ title: point.title || m.minutes_cluster_untitled(), count: point.cards });
	}
}

/** What a file of the minutes is called. */
export const minutesTitle = ({ session: { title }, part }: { session: { title: string }; part?: Part }): string =>
	part === 'non-public' ? m.nonpublic_minutes_of({ title }) : m.minutes_of({ title });

/** All that the public file says about a time in which the session was not public. */
export const nonPublicText = ({ from, until }: NonPublicTime): string =>
	until === null
		? m.nonpublic_from({ from: timeOf(from) })
		: m.nonpublic_from_to({ from: timeOf(from), until: timeOf(until) });
