import { getLocale } from '#paraglide/runtime.js';

/** A calendar day in the words of the reader: 13.08.2024. Days have no time zone. */
export function dayText(day: string): string {
	const form = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat(getLocale() === 'de' ? 'de-DE' : 'en-GB', form).format(new Date(`${day}T00:00:00Z`));
}

/** The same without the year: 30.04. */
export function dayOfYearText(day: string): string {
	const form = { day: '2-digit', month: '2-digit', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat(getLocale() === 'de' ? 'de-DE' : 'en-GB', form).format(new Date(`${day}T00:00:00Z`));
}

/** A moment in the words of the reader: 12. November 2026, 14:32. */
export function momentText(at: Date): string {
	const locale = getLocale() === 'de' ? 'de-DE' : 'en-GB';
	const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(at);
	const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
	return `${day}, ${time}`;
}

/** The same for somebody who goes through several moments: 14:32, where that was today. */
export function shortMomentText(at: Date, now: Date): string {
	if (at.toDateString() !== now.toDateString()) return momentText(at);
	return new Intl.DateTimeFormat(getLocale() === 'de' ? 'de-DE' : 'en-GB', { timeStyle: 'short' }).format(at);
}
