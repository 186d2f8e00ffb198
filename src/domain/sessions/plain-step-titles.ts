import type { Words } from '../words.ts';
import type { StepKind } from './steps.ts';

/** What a step of each kind is called before anybody gave it a name of its own. */
export const plainStepTitles: Record<StepKind, Words> = {
	arrive: { de: 'Ankommen', en: 'Arrive' },
	collect: { de: 'Sammeln', en: 'Collect' },
	cluster: { de: 'Ordnen', en: 'Sort' },
	discuss: { de: 'Besprechen', en: 'Discuss' },
	weigh: { de: 'Gewichten', en: 'Weigh' },
	record: { de: 'Festhalten', en: 'Record' }
};
