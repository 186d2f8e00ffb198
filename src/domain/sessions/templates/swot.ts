import type { SessionTemplate } from '../session-template.ts';
import { agreed, welcome } from './usual-steps.ts';

/** A group looks at itself and at its surroundings before it sets goals. */
export const swot: SessionTemplate = {
	key: 'swot',
	title: { de: 'Stärken und Schwächen (SWOT)', en: 'Strengths and weaknesses (SWOT)' },
	purpose: {
		de: 'Eine Gruppe sammelt Stärken, Schwächen, Chancen und Risiken und leitet daraus ab, was zu tun ist.',
		en: 'A group collects strengths, weaknesses, opportunities and threats, and derives what is to be done.'
	},
	board: 'swot',
	steps: [
		welcome,
		{
			kind: 'collect',
			title: { de: 'Stärken', en: 'Strengths' },
			prompt: { de: 'Was können wir gut? Eine Stärke je Karte.', en: 'What are we good at? One strength per card.' },
			minutes: 8,
			area: 'strengths'
		},
		{
			kind: 'collect',
			title: { de: 'Schwächen', en: 'Weaknesses' },
			prompt: {
				de: 'Was fällt uns schwer? Eine Schwäche je Karte.',
				en: 'What is hard for us? One weakness per card.'
			},
			minutes: 8,
			area: 'weaknesses'
		},
		{
			kind: 'collect',
			title: { de: 'Chancen', en: 'Opportunities' },
			prompt: {
				de: 'Was nützt uns von außen? Eine Chance je Karte.',
				en: 'What from outside is good for us? One opportunity per card.'
			},
			minutes: 8,
			area: 'opportunities'
		},
		{
			kind: 'collect',
			title: { de: 'Risiken', en: 'Threats' },
			prompt: {
				de: 'Was schadet uns von außen? Ein Risiko je Karte.',
				en: 'What from outside does us harm? One threat per card.'
			},
			minutes: 8,
			area: 'threats'
		},
		{
			kind: 'cluster',
			title: { de: 'Ordnen', en: 'Sort' },
			prompt: { de: 'Welche Karten gehören zusammen?', en: 'Which cards belong together?' },
			minutes: 15,
			area: 'strengths'
		},
		{
			kind: 'discuss',
			title: { de: 'Schlüsse ziehen', en: 'Draw conclusions' },
			prompt: {
				de: 'Mit welcher Stärke nutzen wir welche Chance? Was macht welches Risiko gefährlich?',
				en: 'With which strength do we use which opportunity? What makes which threat dangerous?'
			},
			minutes: 20,
			area: 'opportunities'
		},
		{
			kind: 'weigh',
			title: { de: 'Gewichten', en: 'Weigh' },
			prompt: {
				de: 'Worum kümmern wir uns zuerst? Verteilen Sie Ihre Punkte.',
				en: 'What do we take care of first? Distribute your dots.'
			},
			minutes: 8
		},
		agreed
	]
};
