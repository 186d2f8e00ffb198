import type { Doc } from '#domain/texts/doc.ts';
import { heading, list, paragraph, textOfBlocks } from '#text/blocks.ts';

/** The sections of a strategy card (Landkreis Helmstedt: one page for each Aktionsraum). Ideas and sources are linked, not written. */
const sections = {
	de: {
		definition: 'Definition',
		contribution: 'Beitrag zu den strategischen Zielen',
		measures: 'Mögliche Maßnahmen',
		sponsor: 'Themenpatin oder Themenpate',
		municipalities: 'Beteiligte Kommunen'
	},
	en: {
		definition: 'Definition',
		contribution: 'Contribution to the strategic goals',
		measures: 'Possible measures',
		sponsor: 'Topic sponsor',
		municipalities: 'Municipalities taking part'
	}
};

/** How the text of a strategy card begins: its sections, with the definition of the action space in its place. */
export function strategyCardText(definition: string, language: 'de' | 'en'): Doc {
	const words = sections[language];
	return textOfBlocks(
		heading(2, words.definition),
		...definition.split('\n').map((line) => paragraph(line)),
		heading(2, words.contribution),
		paragraph(),
		heading(2, words.measures),
		list('bulletList', ['']),
		heading(2, words.sponsor),
		paragraph(),
		heading(2, words.municipalities),
		paragraph()
	);
}
