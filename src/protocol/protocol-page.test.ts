import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { closeCodes } from './close-codes.ts';
import { limits } from './limits.ts';
import { messageTypes, syncTypes } from './messages.ts';
import { oldestWelcomeVersion, protocolVersion } from './version.ts';

const page = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');

/** The first cells of a table's rows under a heading. */
function rowsUnder(heading: string): string[][] {
	const section = page.split(`## ${heading}\n`)[1]!.split('\n## ')[0]!;
	const lines = section.split('\n').filter((line) => line.startsWith('|'));
	return lines.slice(2).map((line) =>
		line
			.split('|')
			.map((cell) => cell.trim().replaceAll('`', ''))
			.slice(1, 3)
	);
}

test('the page about the protocol names every close code, and no other of ours', () => {
	const named = rowsUnder('Close codes').filter(([, name]) => name !== '–');
	expect(named.map(([code, name]) => [name, Number(code)]).sort()).toEqual(Object.entries(closeCodes).sort());
});

test('the page about the protocol names every message', () => {
	expect(rowsUnder('Messages').map(([type, name]) => [name, Number(type)])).toEqual(Object.entries(messageTypes));
	for (const [name, type] of Object.entries(syncTypes)) expect(page).toContain(`${type} \`${name}\``);
});

test('the page about the protocol gives every limit as it is', () => {
	expect(rowsUnder('Limits').map(([name, value]) => [name, Number(value)])).toEqual(Object.entries(limits));
});

test('the page about the protocol states the version', () => {
	expect(page).toContain(`present version is ${protocolVersion}, the oldest welcome one is ${oldestWelcomeVersion}`);
});
