import { letterOf } from '#domain/texts/variants.ts';
import type { SuggestionView } from '#protocol/suggestion-view.ts';
import * as m from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';
import type { Rivals } from './rivalries.ts';

/** "A, B und C". */
const listed = (words: readonly string[]): string =>
	new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words);

/** How rivals stand to each other, in a few words: "Gleichstand: 3 zu 3". `nameOf` is how people call a suggestion. */
export function resultWords(rivals: Rivals, nameOf: (suggestion: SuggestionView) => string): string {
	const result = rivals.tied.length > 0 ? tieWords(rivals) : leadingWords(rivals, nameOf);
	return rivals.round > 1 ? m.suggest_run_off_now({ round: rivals.round, result }) : result;
}

function tieWords({ tied }: Rivals): string {
	const counts = tied
		.map(({ stances }) => String(stances.agree))
		.reduce((one, other) => m.suggest_tie_to({ one, other }));
	const objections = tied[0]?.stances.object ?? 0;
	return objections > 0 ? m.suggest_tie_objections({ counts, n: objections }) : m.suggest_tie({ counts });
}

const leadingWords = ({ leading }: Rivals, nameOf: (suggestion: SuggestionView) => string): string =>
	leading.length > 0 ? m.suggest_leading({ names: listed(leading.map(nameOf)) }) : m.suggest_no_result();

/** What the button says that leaves a tie to the body, with the letters that are free. */
export const keepVariantsWords = (variants: readonly number[]): string =>
	m.suggest_variants_keep({ n: variants.length, letters: lettersOf(variants) });

/** That a tie was left to the body. */
export const variantsWords = (variants: readonly number[]): string =>
	m.suggest_variants_now({ n: variants.length, letters: lettersOf(variants) });

const lettersOf = (variants: readonly number[]): string => listed(variants.map(letterOf));
