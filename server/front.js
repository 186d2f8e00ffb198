import { isIP } from 'node:net';

/**
 * How the server stands towards the outside, read from the environment.
 * @typedef {object} Front
 * @property {string} host
 * @property {number} port
 * @property {string | undefined} appUrl The address under which people reach it, when the operator names one.
 * @property {number} proxies How many proxies in front of it may be believed.
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Front}
 */
export function readFront(env) {
	const port = Number(env.PORT || 3000);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error(`PORT is "${env.PORT}", but must be a number from 0 to 65535.`);
	}
	const appUrl = env.APP_URL || undefined;
	if (appUrl && !/^https?:$/.test(protocolOf(appUrl))) {
		throw new Error(`APP_URL is "${appUrl}", but must be an address such as https://wirkraum.example.de.`);
	}
	return { host: env.HOST || '127.0.0.1', port, appUrl: appUrl && new URL(appUrl).origin, proxies: proxies(env) };
}

/**
 * What adapter-node has to know before it is loaded. Without APP_URL the address comes from each request, whose headers
 * `believe` has cleaned.
 * @param {Front} front
 * @returns {Record<string, string>}
 */
export function adapterSettings({ appUrl, proxies }) {
	/** @type {Record<string, string>} */
	const settings = appUrl ? { ORIGIN: appUrl } : { PROTOCOL_HEADER: 'x-forwarded-proto' };
	if (proxies === 0) return settings;
	return {
		...settings,
		HOST_HEADER: 'x-forwarded-host',
		ADDRESS_HEADER: 'x-forwarded-for',
		XFF_DEPTH: String(proxies)
	};
}

/**
 * Leaves a request only the forwarded headers that may be believed, and fills in what the socket itself knows.
 * @param {import('node:http').IncomingMessage} request
 * @param {Front} front
 */
export function believe(request, front) {
	const { headers, socket } = request;
	if (front.proxies === 0) {
		for (const name of Object.keys(headers)) {
			if (name.startsWith('x-forwarded-') || name === 'forwarded') delete headers[name];
		}
	}
	headers['x-forwarded-proto'] ??= 'http';
	if (front.proxies > 0) headers['x-forwarded-for'] ??= socket.remoteAddress ?? '';
}

/**
 * Why a request is not answered, or undefined. A foreign name that points to this machine would let a foreign page in a
 * visitor's browser read us as if we were its own (DNS rebinding); addresses in digits and localhost cannot be foreign.
 * @param {string | undefined} host
 * @param {Front} front
 * @returns {string | undefined}
 */
export function misdirected(host, front) {
	if (front.appUrl || front.proxies > 0) return undefined;
	const name = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.exec(host ?? '')?.[1] ?? '';
	if (name.toLowerCase() === 'localhost' || isIP(name.replace(/^\[|\]$/g, ''))) return undefined;
	return 'This server does not know the name under which it was asked. Set APP_URL to the address that people use.';
}

/**
 * What to print after the start: an address that works on this machine.
 * @param {Front} front
 * @param {number} port The port it really listens on.
 */
export function address(front, port) {
	if (front.appUrl) return front.appUrl;
	const everywhere = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };
	const name = everywhere[/** @type {keyof typeof everywhere} */ (front.host)] ?? front.host;
	return `http://${name.includes(':') && !name.startsWith('[') ? `[${name}]` : name}:${port}`;
}

/** @param {NodeJS.ProcessEnv} env */
function proxies({ TRUST_PROXY }) {
	if (!TRUST_PROXY || /^(0|false|off|no)$/i.test(TRUST_PROXY)) return 0;
	if (/^(true|on|yes)$/i.test(TRUST_PROXY)) return 1;
	if (/^[1-9]$/.test(TRUST_PROXY)) return Number(TRUST_PROXY);
	throw new Error(`TRUST_PROXY is "${TRUST_PROXY}", but must be on, off or the number of proxies in front.`);
}

/** @param {string} url */
function protocolOf(url) {
	return URL.canParse(url) ? new URL(url).protocol : '';
}
