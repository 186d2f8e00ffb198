import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const locales = ['de', 'en'];
const settings = JSON.parse(readFileSync(join(root, 'project.inlang/settings.json'), 'utf8')) as {
	'plugin.inlang.messageFormat': { pathPattern: string[] };
	modules: string[];
};
const areas = settings['plugin.inlang.messageFormat'].pathPattern;

function read(locale: string, pattern: string): Record<string, unknown> {
	const { $schema: _, ...messages } = JSON.parse(
		readFileSync(join(root, pattern.replace('{locale}', locale)), 'utf8')
	) as Record<string, unknown>;
	return messages;
}

describe('the words of the interface', () => {
	test.each(areas)('%s says everything in every language, and nothing is empty', (pattern) => {
		const [german, ...others] = locales.map((locale) => read(locale, pattern));
		for (const other of others) expect(Object.keys(other!).sort()).toEqual(Object.keys(german!).sort());
		for (const messages of [german!, ...others])
			for (const [key, value] of Object.entries(messages!)) expect(JSON.stringify(value), key).toMatch(/\p{L}|\d|\{/u);
	});

	test('no key stands in two areas', () => {
		const keys = areas.flatMap((pattern) => Object.keys(read('de', pattern)));
		expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
	});

	test('every file of words is compiled', () => {
		const files = readdirSync(join(root, 'messages/de')).map((name) => `./messages/{locale}/${name}`);
		expect(files.sort()).toEqual([...areas].sort());
	});

	test('no words are kept that no screen says', () => {
		const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
			.filter((path) => /\.(ts|svelte)$/.test(path) && !path.startsWith('paraglide'))
			.map((path) => readFileSync(join(root, 'src', path), 'utf8'))
			.join('\n');
		const said = new Set(code.match(/\w+/g));
		const keys = areas.flatMap((pattern) => Object.keys(read('de', pattern)));
		expect(keys.filter((key) => !said.has(key))).toEqual([]);
	});

	test('nothing is fetched from elsewhere to compile them', () => {
		for (const module of settings.modules) expect(existsSync(join(root, module))).toBe(true);
	});
});
