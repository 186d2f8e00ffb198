import type { SessionTemplate } from '../session-template.ts';
import { agreed, welcome } from './usual-steps.ts';

/**
 * The yearly retreat on the goal system (Bezirksamt Mitte, Zielsystem 2022): look back, decide what is new, continued or dropped,
 * name who answers for it.
 */
export const goalSystemRetreat: SessionTemplate = {
	key: 'goal-system-retreat',
	title: { de: 'Klausurtagung Zielsystem', en: 'Goal system retreat' },
	purpose: {
		de: 'Die Leitung blickt zurück, führt Ziele fort, ändert oder streicht sie und klärt die Zuständigkeit.',
		en: 'The leadership looks back, continues, changes or drops goals and settles who is responsible.'
	},
	board: 'goal-system-retreat',
	steps: [
		{ ...welcome, minutes: 10 },
		{
			kind: 'discuss',
			title: { de: 'Rückblick', en: 'Looking back' },
			prompt: {
				de: 'Was haben wir im letzten Jahr erreicht, was nicht?',
				en: 'What did we achieve last year, and what not?'
			},
			minutes: 30,
			area: 'back'
		},
		{
			kind: 'collect',
			title: { de: 'Neue Ziele sammeln', en: 'Collect new goals' },
			prompt: {
				de: 'Welche Ziele von übergeordneter Bedeutung kommen dazu? Ein Ziel je Karte.',
				en: 'Which goals of overarching importance are added? One goal per card.'
			},
			minutes: 15,
			area: 'new'
		},
		{
			kind: 'cluster',
			title: { de: 'Neu, fortgeführt, entfallen', en: 'New, continued, dropped' },
			prompt: {
				de: 'Was ist neu, was führen wir fort, was entfällt? Für jedes Entfallen nennen wir den Grund.',
				en: 'What is new, what do we continue, what is dropped? We give a reason for each that is dropped.'
			},
			minutes: 40,
			area: 'continued'
		},
		{
			kind: 'discuss',
			title: { de: 'Zuständigkeiten', en: 'Responsibilities' },
			prompt: {
				de: 'Wer verantwortet welches Ziel und berichtet darüber?',
				en: 'Who is responsible for which goal and reports on it?'
			},
			minutes: 20,
			area: 'keep'
		},
		{
			kind: 'weigh',
			title: { de: 'Gewichten', en: 'Weigh' },
			prompt: {
				de: 'Welche Ziele sind uns am wichtigsten? Verteilen Sie Ihre Punkte.',
				en: 'Which goals matter most to us? Distribute your dots.'
			},
			minutes: 10
		},
		{ ...agreed, minutes: 15 }
	]
};
