import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { isOwnOrigin, ownSocketOrigin } from './origin.ts';

const asked = (host: string) => ({ headers: { host } }) as IncomingMessage;

test('a form of a foreign page is not ours', () => {
	expect(isOwnOrigin('https://evil.example', 'https://wirkraum.example')).toBe(false);
	expect(isOwnOrigin('null', 'https://wirkraum.example')).toBe(false);
	expect(isOwnOrigin(null, 'https://wirkraum.example', 'cross-site')).toBe(false);
});

test('our own pages and programs without a browser are', () => {
	expect(isOwnOrigin('https://wirkraum.example', 'https://wirkraum.example')).toBe(true);
	expect(isOwnOrigin(null, 'https://wirkraum.example')).toBe(true);
});

test('a socket is opened only by a page of the host that it asks for', () => {
	expect(ownSocketOrigin(undefined)('http://127.0.0.1:3000', asked('127.0.0.1:3000'))).toBe(true);
	expect(ownSocketOrigin(undefined)('http://127.0.0.1:4000', asked('127.0.0.1:3000'))).toBe(false);
	expect(ownSocketOrigin('https://w.example')('https://w.example', asked('10.0.0.1'))).toBe(true);
	expect(ownSocketOrigin('https://w.example')('http://10.0.0.1', asked('10.0.0.1'))).toBe(false);
});
