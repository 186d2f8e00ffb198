import { dayText } from '#lib/ui/day-text.ts';
import type { LastDay } from '#protocol/suggestion-view.ts';
import * as m from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';

/** Up to which day suggestions are taken, or were; for minutes these are objections. */
export function lastDayWords({ until, left }: LastDay, minutes: boolean): string {
	if (left < 0) {
		const day = dayText(until);
		return minutes ? m.suggest_last_day_over_minutes({ day }) : m.suggest_last_day_over({ day });
	}
	const day = weekday(until);
	return minutes ? m.suggest_last_day_minutes({ day }) : m.suggest_last_day({ day });
}

/** How far away it is. */
export function daysLeftWords({ left }: LastDay): string {
	if (left < 0) return '';
	return left === 0
		? m.suggest_last_day_today()
		: left === 1
			? m.suggest_last_day_tomorrow()
			: m.suggest_last_day_left({ n: left });
}

/** "Freitag, 12. Dezember". */
function weekday(day: string): string {
	const form = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat(getLocale() === 'de' ? 'de-DE' : 'en-GB', form).format(new Date(`${day}T00:00:00Z`));
}
