import { ok, refuse, type Result } from '../result.ts';

/** A wireless network for guests; the password is as public as the poster that it is printed on. */
export interface Wifi {
	readonly name: string;
	/** Empty for an open network. */
	readonly password: string;
}

/** What phones read from a QR code to join a network; the signs that separate its parts are escaped. */
export function wifiCode({ name, password }: Wifi): string {
	const escape = (text: string) => text.replace(/[\\;,:"]/g, (sign) => `\\${sign}`);
	const key = password === '' ? 'T:nopass;' : `T:WPA;P:${escape(password)};`;
	return `WIFI:S:${escape(name)};${key};`;
}

/**
 * A network as somebody typed it, or null for none. IEEE 802.11 gives a name 1 to 32 bytes, WPA a password 8 to 63 signs
 * of ASCII; anything else is `wifi.invalid`, because phones would fail silently.
 */
export function readWifi(name: string, password: string): Result<Wifi | null> {
	const ssid = name.trim();
	if (ssid === '') return password === '' ? ok(null) : refuse({ code: 'wifi.invalid' });
	const fits = new TextEncoder().encode(ssid).length <= 32 && (password === '' || /^[\x20-\x7e]{8,63}$/.test(password));
	return fits ? ok({ name: ssid, password }) : refuse({ code: 'wifi.invalid' });
}
