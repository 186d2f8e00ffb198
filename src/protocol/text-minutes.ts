import type { Day } from '#domain/day.ts';

/** Minutes of a sitting on a text, as that text lists them. */
export interface MinutesLink {
	id: string;
	title: string;
	day: Day;
	state: 'open' | 'frozen';
}

/** Of what a text is the minutes. */
export interface MinutesHead {
	day: Day;
	/** The text that the sitting was on; null for a reader who may not read that. */
	about: { id: string; title: string } | null;
	/** Who takes them; null once she is erased. */
	keeper: string | null;
}

/** What is known of a sitting before anybody has written about it. */
export interface SittingAtHand {
	day: Day;
	/** As `HH:MM`; empty where nothing tells. */
	from: string;
	until: string;
	/** Whom it may have been, by name; ticked is who has done something about the text in these hours. */
	people: readonly { name: string; ticked: boolean }[];
	keepers: readonly { personId: string; name: string }[];
}
