import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Who may look into which room (docs/architecture.md). `packages` is `any`, or the only ones allowed. */
interface Room {
	folder: string;
	sees: readonly string[];
	packages: 'any' | readonly string[];
}

export const rooms: readonly Room[] = [
	{ folder: 'src/domain', sees: ['src/domain'], packages: [] },
	{
		folder: 'src/board',
		sees: ['src/board', 'src/domain'],
		packages: ['yjs', 'lib0', 'valibot', 'fractional-indexing']
	},
	{
		folder: 'src/text',
		sees: ['src/text', 'src/domain'],
		packages: ['yjs', 'lib0', 'valibot', 'diff', '@tiptap', 'y-prosemirror']
	},
	{
		folder: 'src/protocol',
		sees: ['src/protocol', 'src/domain', 'src/board', 'src/text'],
		packages: ['lib0', 'valibot', 'yjs', 'y-protocols']
	},
	{ folder: 'src/lib/ui', sees: ['src/lib/ui', 'src/domain', 'src/paraglide'], packages: 'any' },
	...[
		'board',
		'text',
		'session',
		'budget',
		'consensus',
		'goals',
		'resolutions',
		'reporting',
		'history',
		'people',
		'process',
		'synthesis',
		'sync',
		'shell'
	].map((area) => ({
		folder: `src/lib/${area}`,
		sees: [`src/lib/${area}`, 'src/lib/ui', 'src/domain', 'src/board', 'src/text', 'src/protocol', 'src/paraglide'],
		packages: 'any' as const
	})),
	{
		folder: 'src/routes',
		sees: ['src/routes', 'src/lib', 'src/domain', 'src/board', 'src/text', 'src/protocol', 'src/paraglide'],
		packages: 'any'
	},
	{ folder: 'src/params', sees: ['src/params', 'src/domain'], packages: 'any' },
	{
		folder: 'server/db',
		sees: ['server/db', 'server/ids.ts', 'src/domain', 'src/board', 'src/text', 'src/protocol'],
		packages: 'any'
	},
	{ folder: 'server/auth', sees: ['server/auth', 'server/db', 'server/ids.ts', 'src/domain'], packages: 'any' },
	{
		folder: 'server/sync',
		sees: ['server/sync', 'server/db', 'server/ids.ts', 'src/domain', 'src/board', 'src/text', 'src/protocol'],
		packages: 'any'
	},
	{ folder: 'server', sees: ['server', 'src/domain', 'src/board', 'src/text', 'src/protocol'], packages: 'any' }
];

/** Only these files of `src` may look into `server`: SvelteKit never sends them to a browser. */
const serverOnly = /(^|\/)(\+(page|layout)\.server\.ts|\+server\.ts|hooks\.server\.ts|app\.d\.ts)$/;
const browserApi = /(?<!['"`.])\b(document|window|navigator|localStorage)\.\w/;
const source = /\.(ts|js|svelte)$/;
const specifier =
	/(?:import|export)\s[^'"();]*?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]\s*\)|import\s+['"]([^'"]+)['"]/g;

/** All breaches of the rooms below `root`, each as one sentence. */
export function breaches(root: string): string[] {
	return ['src', 'server'].flatMap((top) => files(join(root, top))).flatMap((file) => breachesOf(root, file));
}

function files(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return entry.name === 'paraglide' ? [] : files(path);
		return source.test(entry.name) ? [path] : [];
	});
}

function breachesOf(root: string, file: string): string[] {
	const own = relative(root, file).replaceAll('\\', '/');
	const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
	const room = rooms.find(({ folder }) => own.startsWith(`${folder}/`));
	const test = /\.(test|spec|suite)\.ts$/.test(own);
	const found: string[] = [];
	for (const [, a, b, c] of text.matchAll(specifier)) {
		const wanted = (a ?? b ?? c)!;
		const target = locate(root, file, wanted);
		if (target?.startsWith('server/') && own.startsWith('src/')) {
			if (!serverOnly.test(own)) found.push(`${own} may not see ${wanted}: it could reach a browser`);
			continue;
		}
		if (target === null) {
			if (
				room &&
				room.packages !== 'any' &&
				!test &&
				!room.packages.some((name) => wanted === name || wanted.startsWith(`${name}/`))
			)
				found.push(`${room.folder} may not use the package ${wanted} (${own})`);
			continue;
		}
		if (
			room &&
			!room.sees.some((seen) => target === seen || target.startsWith(`${seen}/`)) &&
			!(test && target.startsWith('tests/'))
		)
			found.push(`${room.folder} may not see ${wanted} (${own})`);
	}
	if (!test && /^src\/(domain|board|text|protocol)\//.test(own) && browserApi.test(text))
		found.push(`${own} may not touch the browser`);
	return found;
}

/** Where an import leads inside the project, or null for a package. */
function locate(root: string, file: string, wanted: string): string | null {
	const aliases: [string, string][] = [
		['#server/', 'server/'],
		['#domain/', 'src/domain/'],
		['#board/', 'src/board/'],
		['#text/', 'src/text/'],
		['#protocol/', 'src/protocol/'],
		['#lib/', 'src/lib/'],
		['#paraglide/', 'src/paraglide/']
	];
	for (const [alias, folder] of aliases) if (wanted.startsWith(alias)) return folder + wanted.slice(alias.length);
	if (wanted.startsWith('.')) return relative(root, resolve(dirname(file), wanted)).replaceAll('\\', '/');
	return null;
}
