/** The accounts of the demonstration: only with example data, only on loopback (`config.demo`). */
export const demoAccounts = [
	{ email: 'moderation@demo.local', name: 'Frau Seidel (Moderation)', role: 'member', process: 'lead' },
	{ email: 'rat@demo.local', name: 'Herr Brandt (Kreistag)', role: 'member', process: 'member' },
	{ email: 'steuerung@demo.local', name: 'Frau Öztürk (Steuerung)', role: 'steering', process: 'member' },
	{ email: 'admin@demo.local', name: 'Herr Lindner (Verwaltung)', role: 'admin', process: 'member' }
].map((account) => ({ ...account, password: 'wirkraum-demo' }));
