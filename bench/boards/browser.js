/** Names of other machines lead nowhere. */
export const browserArguments = [
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-gpu',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];
