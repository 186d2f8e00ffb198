import type { TemplateStep } from '../session-template.ts';

/** Everybody comes in. */
export const welcome: TemplateStep = {
	kind: 'arrive',
	title: { de: 'Ankommen', en: 'Arrive' },
	prompt: {
		de: 'Schön, dass Sie da sind. Gleich geht es los.',
		en: 'Good to have you here. We are about to start.'
	},
	minutes: 5
};

/** What the group holds on to. */
export const agreed: TemplateStep = {
	kind: 'record',
	title: { de: 'Festhalten', en: 'Record' },
	prompt: {
		de: 'Darauf haben wir uns verständigt.',
		en: 'This is what we have agreed on.'
	},
	minutes: 10,
	area: 'keep'
};
