import type { OpenPoint } from '#domain/minutes/minutes.ts';
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
