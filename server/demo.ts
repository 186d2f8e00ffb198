/** An account of the demonstration. */
export interface DemoAccount {
	email: string;
	name: string;
	role: 'admin' | 'steering' | 'member';
	/** Her part in the example process. */
	process: 'lead' | 'member';
}

/** The one password of all demonstration accounts. */
export const demoPassword = 'wirkraum-demo';

/** The accounts of the demonstration: only with example data, only on loopback (`config.demo`). */
export const demoAccounts: readonly DemoAccount[] = [
	{ email: 'moderation@demo.local', name: 'Frau Seidel (Moderation)', role: 'member', process: 'lead' },
	{ email: 'rat@demo.local', name: 'Herr Brandt (Kreistag)', role: 'member', process: 'member' },
	{ email: 'steuerung@demo.local', name: 'Frau Öztürk (Steuerung)', role: 'steering', process: 'member' },
	{ email: 'admin@demo.local', name: 'Herr Lindner (Verwaltung)', role: 'admin', process: 'member' }
];

/** The accounts of one example organisation: those above for Helmstedt, the same with a name of their own for the others. */
export function demoAccountsFor(example: string): readonly DemoAccount[] {
	if (example === 'helmstedt') return demoAccounts;
	return demoAccounts.map((account) => ({ ...account, email: account.email.replace('@demo', `@${example}.demo`) }));
}
