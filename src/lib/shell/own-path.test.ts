import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each([
	'//evil.example',
	'/\\evil.example',
	'/..//evil.example',
	'https://evil.example',
	'javascript:alert(1)',
	'',
	null
])('a redirect to %j goes to the start page instead', (target) => expect(ownPath(target)).toBe('/'));

test('a path of ours is kept with its filters', () => {
	expect(ownPath('/goals?version=1')).toBe('/goals?version=1');
});
