/**
 * As what somebody takes part: Politik, Verwaltung, Zivilgesellschaft, Wirtschaft, Fachperson. People choose it at the
 * door, results are shown by it (modelled on "Verwaltung 2.030", early and continuous participation of all groups).
 */
export const groups = ['politics', 'administration', 'civil-society', 'business', 'expert'] as const;
export type Group = (typeof groups)[number];

/** Whether a word from outside names a group. */
export function isGroup(word: string): word is Group {
	return (groups as readonly string[]).includes(word);
}
