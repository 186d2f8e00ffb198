import { expect, test } from 'vitest';
import { formatDocumentName, parseDocumentName, type DocumentAddress } from './document-names.ts';

const id = '0190a5c2-7b1e-7c3d-9f00-1234567890ab';

test('a document name says which board or text it opens', () => {
	const addresses: DocumentAddress[] = [
		{ kind: 'board', id, part: 'scaffold' },
		{ kind: 'board', id, part: 'cards' },
		{ kind: 'text', id }
	];
	for (const address of addresses) {
		expect(parseDocumentName(formatDocumentName(address))).toEqual({ ok: true, value: address });
	}
	expect(formatDocumentName(addresses[1]!)).toBe(`board:${id}:cards`);
});

test('every document has exactly one spelling, anything else is nobody’s name', () => {
	const strangers = [
		'',
		id,
		`board:${id}`,
		`board:${id}:ballots`,
		`text:${id}:cards`,
		`text:${id.toUpperCase()}`,
		` text:${id}`,
		`text:${id}\n`,
		`text:${'-'.repeat(36)}`,
		`board:../../etc:cards`
	];
	for (const name of strangers) expect(parseDocumentName(name).ok, name).toBe(false);
});
