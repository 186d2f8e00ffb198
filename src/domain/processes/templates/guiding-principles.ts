import type { ProcessTemplate } from '../process-template.ts';

/** A vision and guiding principles that a commission writes together (Kreis Unna, 2016). */
export const guidingPrinciples: ProcessTemplate = {
	key: 'guiding-principles',
	title: { de: 'Vision und Leitsätze', en: 'Vision and guiding principles' },
	purpose: {
		de: 'Eine Kommission sammelt Worte, formuliert Leitsätze gemeinsam und legt sie dem Rat oder Kreistag vor.',
		en: 'A commission collects words, drafts guiding principles together and puts them before the council.'
	},
	teamKind: 'project',
	session: 'guiding-principles'
};
