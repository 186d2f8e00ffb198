import { describe, expect, test } from 'vitest';
import { readMarks, safeHref } from './schema.ts';

describe('where a link may lead', () => {
	test.each(['https://www.kreis-unna.de/', 'http://localhost:3000/p', 'mailto:kreistag@example.org'])(
		'%s is a page or a mailbox',
		(href) => expect(safeHref(href)).toBe(href)
	);

	test.each([
		'javascript:alert(1)',
		' JaVaScRiPt:alert(1)',
		'java\nscript:alert(1)',
		'\u0001javascript:alert(1)',
		'data:text/html,<script>alert(1)</script>',
		'vbscript:msgbox(1)',
		'file:///etc/passwd',
		'//example.org/without-a-scheme',
		'/p/1',
		`https://example.org/${'a'.repeat(3000)}`,
		null,
		{ href: 'https://example.org/' }
	])('%s leads nowhere', (href) => expect(safeHref(href)).toBeNull());
});

test('formatting that nobody knows is not shown', () => {
	expect(readMarks({ bold: {}, blink: {}, italic: null, link: { href: 'javascript:1' } })).toEqual([{ type: 'bold' }]);
});
