import type { SessionTemplate } from '../session-template.ts';
import { agreed, welcome } from './usual-steps.ts';

/** Goals become a map of causes and effects; its arrows are the assumptions that can be tested later. */
export const strategyMap: SessionTemplate = {
	key: 'strategy-map',
	title: { de: 'Wirkungskarte erarbeiten', en: 'Drawing a strategy map' },
	purpose: {
		de: 'Eine Gruppe ordnet Ziele in vier Perspektiven und verbindet sie: Was wirkt worauf?',
		en: 'A group puts goals into four perspectives and joins them: what acts on what?'
	},
	board: 'strategy-map',
	steps: [
		welcome,
		{
			kind: 'collect',
			title: { de: 'Ziele für die Menschen', en: 'Goals for the people' },
			prompt: {
				de: 'Was soll sich für die Menschen ändern? Ein Ziel je Karte.',
				en: 'What shall change for the people? One goal per card.'
			},
			minutes: 10,
			area: 'people'
		},
		{
			kind: 'collect',
			title: { de: 'Ziele für die Abläufe', en: 'Goals for processes' },
			prompt: {
				de: 'Was müssen wir dafür besonders gut können? Ein Ziel je Karte.',
				en: 'What must we be particularly good at for this? One goal per card.'
			},
			minutes: 10,
			area: 'processes'
		},
		{
			kind: 'collect',
			title: { de: 'Ziele für Wissen und Geld', en: 'Goals for knowledge and money' },
			prompt: {
				de: 'Was brauchen wir dafür an Wissen und Geld? Ein Ziel je Karte.',
				en: 'What knowledge and money do we need for this? One goal per card.'
			},
			minutes: 10,
			area: 'learning'
		},
		{
			kind: 'cluster',
			title: { de: 'Zusammenführen', en: 'Bring together' },
			prompt: {
				de: 'Welche Ziele meinen dasselbe, und in welche Perspektive gehören sie?',
				en: 'Which goals mean the same, and to which perspective do they belong?'
			},
			minutes: 15,
			area: 'people'
		},
		{
			kind: 'discuss',
			title: { de: 'Verbinden', en: 'Join' },
			prompt: {
				de: 'Was wirkt worauf, und woran würden wir merken, dass es nicht stimmt?',
				en: 'What acts on what, and how would we notice that it does not hold?'
			},
			minutes: 25,
			area: 'processes'
		},
		{
			kind: 'weigh',
			title: { de: 'Gewichten', en: 'Weigh' },
			prompt: {
				de: 'Welche Ziele tragen die ganze Karte? Verteilen Sie Ihre Punkte.',
				en: 'Which goals carry the whole map? Distribute your dots.'
			},
			minutes: 8
		},
		agreed
	]
};
