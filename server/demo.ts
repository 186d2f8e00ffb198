/** An account of the demonstration. */
interface DemoAccount {
	email: string;
	name: string;
	role: 'admin' | 'steering' | 'member';
	/** Her part in the example process. */
	process: 'lead' | 'member';
	password: string;
}

const password = 'wirkraum-demo';

/** The accounts of the demonstration: only with example data, only on loopback (`config.demo`). */
export const demoAccounts: readonly DemoAccount[] = [
	{ email: 'moderation@demo.local', name: 'Frau Seidel (Moderation)', role: 'member', process: 'lead', password },
	{ email: 'rat@demo.local', name: 'Herr Brandt (Kreistag)', role: 'member', process: 'member', password },
	{ email: 'steuerung@demo.local', name: 'Frau Öztürk (Steuerung)', role: 'steering', process: 'member', password },
	{ email: 'admin@demo.local', name: 'Herr Lindner (Verwaltung)', role: 'admin', process: 'member', password }
];
