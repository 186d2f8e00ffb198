import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

describe('settings', () => {
	test('nothing set: loopback, embedded database, demonstration', () => {
		expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, dataDir: './data', demo: true });
	});

	test.each([
		{ HOST: '0.0.0.0' },
		{ HOST: '0.0.0.0', DEMO: 'on' },
		{ HOST: '192.168.1.4', DEMO: 'on' },
		{ DATABASE_URL: 'postgres://127.0.0.1/x' },
		{ DEMO: 'off' }
	])('the demonstration never runs with %o', (env) => {
		expect(readConfig(env).demo).toBe(false);
	});

	test('a bus connects the processes of a shared database, and nothing else', () => {
		const BUS_URL = 'redis://127.0.0.1:6379/2';
		expect(readConfig({ BUS_URL, DATABASE_URL: 'postgres://127.0.0.1/x' }).busUrl).toBe(BUS_URL);
		expect(() => readConfig({ BUS_URL })).toThrow(/BUS_URL.*DATABASE_URL/);
	});

	test('a wrong value is named in one sentence', () => {
		expect(() => readConfig({ PORT: 'achtzig' })).toThrow(/PORT/);
		expect(() => readConfig({ APP_URL: 'nowhere' })).toThrow(/APP_URL/);
		expect(() => readConfig({ BUS_URL: 'http://bus', DATABASE_URL: 'postgres://x' })).toThrow(/BUS_URL.*redis/);
	});
});
