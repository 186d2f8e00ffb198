import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { adapterSettings, address, believe, misdirected, readFront } from './front.js';

const alone = readFront({});
const named = readFront({ APP_URL: 'https://ziele.example.de/' });
const behindProxy = readFront({ TRUST_PROXY: '2' });

test('without settings it stands on port 3000 of this machine alone', () => {
	expect(alone).toEqual({ host: '127.0.0.1', port: 3000, appUrl: undefined, proxies: 0 });
	expect(address(alone, 3000)).toBe('http://127.0.0.1:3000');
});

test('a setting that cannot be meant is named in the refusal', () => {
	expect(() => readFront({ PORT: 'http' })).toThrow('PORT is "http"');
	expect(() => readFront({ PORT: '70000' })).toThrow('PORT');
	expect(() => readFront({ APP_URL: 'ziele.example.de' })).toThrow('APP_URL');
	expect(() => readFront({ TRUST_PROXY: '10.0.0.1' })).toThrow('TRUST_PROXY');
});

test('the printed address works on this machine, whatever it listens on', () => {
	expect(address(readFront({ HOST: '0.0.0.0' }), 80)).toBe('http://127.0.0.1:80');
	expect(address(readFront({ HOST: '::' }), 8080)).toBe('http://[::1]:8080');
	expect(address(readFront({ HOST: '::1' }), 8080)).toBe('http://[::1]:8080');
	expect(address(named, 3000)).toBe('https://ziele.example.de');
});

test.each([
	['127.0.0.1:3000', true],
	['192.168.1.20', true],
	['[::1]:3000', true],
	['localhost:3000', true],
	['LOCALHOST', true],
	['attacker.example:3000', false],
	['127.0.0.1.attacker.example', false],
	['localhost.attacker.example', false],
	['localhost@attacker.example', false],
	['', false],
	[undefined, false]
])('without APP_URL the name %s is answered: %s', (host, answered) => {
	expect(misdirected(host, alone) === undefined).toBe(answered);
});

test('with APP_URL or behind a trusted proxy the name is theirs to decide', () => {
	expect(misdirected('ziele.example.de', named)).toBeUndefined();
	expect(misdirected('ziele.example.de', behindProxy)).toBeUndefined();
});

function asked(headers: IncomingHttpHeaders): IncomingMessage {
	return { headers, socket: { remoteAddress: '192.168.1.9' } } as IncomingMessage;
}

test('forwarded headers of a stranger are dropped', () => {
	const request = asked({
		host: 'localhost',
		'x-forwarded-host': 'evil.example',
		'x-forwarded-proto': 'https',
		'x-forwarded-for': '1.1.1.1',
		forwarded: 'host=evil.example'
	});
	believe(request, alone);
	expect(request.headers).toEqual({ host: 'localhost', 'x-forwarded-proto': 'http' });
});

test('forwarded headers of a trusted proxy are kept, and missing ones filled from the socket', () => {
	const forwarded = asked({ 'x-forwarded-proto': 'https', 'x-forwarded-for': '1.1.1.1' });
	believe(forwarded, behindProxy);
	expect(forwarded.headers).toEqual({ 'x-forwarded-proto': 'https', 'x-forwarded-for': '1.1.1.1' });
	const direct = asked({});
	believe(direct, behindProxy);
	expect(direct.headers).toEqual({ 'x-forwarded-proto': 'http', 'x-forwarded-for': '192.168.1.9' });
});

test('the adapter learns the address from APP_URL, else from each request', () => {
	expect(adapterSettings(named)).toEqual({ ORIGIN: 'https://ziele.example.de' });
	expect(adapterSettings(alone)).toEqual({ PROTOCOL_HEADER: 'x-forwarded-proto' });
	expect(adapterSettings(behindProxy)).toMatchObject({ HOST_HEADER: 'x-forwarded-host', XFF_DEPTH: '2' });
});
