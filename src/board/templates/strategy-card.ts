import type { BoardTemplate } from './template.ts';

/**
 * A strategy card as a board: from the definition of the action space to sponsors and the jointly held result (after Landkreis
 * Helmstedt).
 */
export const strategyCard: BoardTemplate = {
	key: 'strategy-card',
	title: { de: 'Strategiekarte', en: 'Strategy card' },
	areas: [
		{
			key: 'definition',
			title: { de: 'Definition', en: 'Definition' },
			question: {
				de: 'Was verstehen wir unter diesem Aktionsraum? Was gehört dazu, was nicht?',
				en: 'What do we mean by this action space? What belongs to it, what does not?'
			},
			colour: 'violet'
		},
		{
			key: 'ideas',
			title: { de: 'Ideen', en: 'Ideas' },
			question: {
				de: 'Welche Ideen bringen diesen Aktionsraum voran?',
				en: 'Which ideas move this action space forward?'
			}
		},
		{
			key: 'measures',
			title: { de: 'Maßnahmen', en: 'Measures' },
			question: {
				de: 'Was tun wir konkret, wer mit wem und bis wann?',
				en: 'What exactly do we do, who with whom, and by when?'
			},
			colour: 'turquoise'
		},
		{
			key: 'sponsors',
			title: { de: 'Themenpaten', en: 'Sponsors' },
			question: {
				de: 'Wer steht für diesen Aktionsraum ein, in Politik und Verwaltung?',
				en: 'Who stands up for this action space, in politics and administration?'
			},
			colour: 'orange'
		},
		{
			key: 'keep',
			title: { de: 'Festhalten', en: 'Keep' },
			question: { de: 'Worauf verständigen wir uns heute?', en: 'What do we agree on today?' },
			colour: 'red'
		}
	]
};
