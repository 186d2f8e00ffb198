import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** All that can be set from outside, by environment variables only (docs/operating.md). */
const shape = v.object({
	HOST: v.optional(text, '127.0.0.1'),
	PORT: v.optional(v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(0), v.maxValue(65535)), '3000'),
	APP_URL: v.optional(v.pipe(text, v.url())),
	DATA_DIR: v.optional(text, './data'),
	DATABASE_URL: v.optional(text),
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
	const { HOST, PORT, APP_URL, DATA_DIR, DATABASE_URL, DEMO, HISTORY_DAYS, LOG_LEVEL } = parsed.output;
	const wanted = DEMO === 'on' || (DEMO === 'auto' && DATABASE_URL === undefined);
	return {
		host: HOST,
		port: PORT,
		appUrl: APP_URL?.replace(/\/+$/, ''),
		dataDir: DATA_DIR,
		databaseUrl: DATABASE_URL,
		demo: wanted && loopback.test(HOST),
		historyDays: HISTORY_DAYS,
		logLevel: LOG_LEVEL
	};
}
