import type { ProcessTemplate } from '../process-template.ts';

/** For everything else: groups without sessions. */
export const open: ProcessTemplate = {
	key: 'open',
	title: { de: 'Freier Prozess', en: 'Open process' },
	purpose: {
		de: 'Sie legen Gruppen, Sitzungen, Boards und Texte selbst an, wie Sie sie brauchen.',
		en: 'You add groups, sessions, boards and texts yourself, as you need them.'
	},
	teamKind: 'project',
	session: null
};
