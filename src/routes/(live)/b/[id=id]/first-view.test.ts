import { describe, expect, it } from 'vitest';
import { firstView } from './first-view.ts';

const asked = (query: string, headers: Record<string, string>) =>
	firstView(new Request(`http://127.0.0.1/b/1${query}`, { headers }));

describe('the view of a board that is made first', () => {
	it('is what the address asks for', () => {
		expect(asked('?view=list', {})).toBe('list');
		expect(asked('?view=canvas', { 'sec-ch-ua-mobile': '?1' })).toBe('canvas');
		expect(asked('?view=nonsense', {})).toBe('canvas');
	});

	it('is the list on a phone, by whichever word a browser says so', () => {
		expect(asked('', { 'sec-ch-ua-mobile': '?1', 'user-agent': 'Mozilla/5.0' })).toBe('list');
		expect(asked('', { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148' })).toBe(
			'list'
		);
	});

	it('is the canvas at a desk, but for an earlier state', () => {
		expect(asked('?at=1', {})).toBe('list');
		expect(asked('?at=1&view=canvas', {})).toBe('canvas');
		expect(asked('', { 'sec-ch-ua-mobile': '?0', 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' })).toBe('canvas');
	});
});
