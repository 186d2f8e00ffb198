import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** All that can be set from outside, by environment variables only (docs/operating.md). */
const shape = v.object({
	HOST: v.optional(text, '127.0.0.1'),
	PORT: v.optional(v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(0), v.maxValue(65535)), '3000'),
	APP_URL: v.optional(v.pipe(text, v.url())),
	DATA_DIR: v.optional(text, './data'),
	DATABASE_URL: v.optional(text),
	BUS_URL: v.optional(v.pipe(text, v.regex(/^rediss?:\/\//, 'it does not begin with redis:// or rediss://'), v.url())),
	DEMO: v.optional(v.picklist(['auto', 'on', 'off']), 'auto'),
	HISTORY_DAYS: v.optional(v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1), v.maxValue(36_500)), '365'),
	LOG_LEVEL: v.optional(v.picklist(['silent', 'error', 'warn', 'info', 'debug']), 'warn')
});

export interface Config {
	host: string;
	port: number;
	appUrl: string | undefined;
	dataDir: string;
	databaseUrl: string | undefined;
	/** Where several processes on one database hear of each other; a single process needs none. */
	busUrl: string | undefined;
	/** Demonstration accounts and content: only on loopback, and by default only with the embedded database. */
	demo: boolean;
	/** So long the log knows who wrote which change when. */
	historyDays: number;
	logLevel: string;
}

const loopback = /^(127\.\d+\.\d+\.\d+|localhost|::1)$/;

/** Reads the environment; throws one sentence that names the first variable that is wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
	const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
	const parsed = v.safeParse(shape, set);
	if (!parsed.success) {
		const [issue] = parsed.issues;
		throw new Error(`The setting ${v.getDotPath(issue) ?? '?'} is not usable: ${issue.message}`);
	}
	const { HOST, PORT, APP_URL, DATA_DIR, DATABASE_URL, BUS_URL, DEMO, HISTORY_DAYS, LOG_LEVEL } = parsed.output;
	if (BUS_URL && !DATABASE_URL)
		throw new Error('The setting BUS_URL is of use only with DATABASE_URL: processes share a database.');
	const wanted = DEMO === 'on' || (DEMO === 'auto' && DATABASE_URL === undefined);
	return {
		host: HOST,
		port: PORT,
		appUrl: APP_URL?.replace(/\/+$/, ''),
		dataDir: DATA_DIR,
		databaseUrl: DATABASE_URL,
		busUrl: BUS_URL,
		demo: wanted && loopback.test(HOST),
		historyDays: HISTORY_DAYS,
		logLevel: LOG_LEVEL
	};
}
