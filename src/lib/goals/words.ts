import type { Words } from '#domain/words.ts';
import { getLocale } from '#paraglide/runtime.js';

/** Words that belong to the data, in the reader's language. */
export const inWords = (words: Words): string => words[getLocale()];

/** The first line of a goal or agreement: its title. */
export const titleOf = (text: string): string => text.split('\n', 1)[0] ?? '';

/** What a text says after its title, line by line. */
export const restOf = (text: string): string[] => text.split('\n').slice(1);

/** A day as people write it; `at` is a moment in milliseconds. */
export const dayOf = (at: number): string =>
	new Intl.DateTimeFormat(getLocale(), { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(at);

/** The same with the time. */
export const momentOf = (at: number): string =>
	new Intl.DateTimeFormat(getLocale(), { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' }).format(at);

/** A stored decimal text with the group and decimal signs of the reader, exactly. */
export const numberOf = (decimal: string): string =>
	new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 20 }).format(decimal as `${number}`);

/** Some words as a list: "A, B und C". */
export const listOf = (words: readonly string[]): string =>
	new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words);
