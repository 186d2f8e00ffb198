import { ok, refuse, type Result } from '../result.ts';

/** Gives this many bytes of chance; on the server the cryptographic source of the machine. */
export type RandomBytes = (count: number) => Uint8Array;

const codes = 1_000_000;
/** The largest multiple of a million that three bytes can hold: numbers from here on are drawn again. */
const fair = Math.floor(2 ** 24 / codes) * codes;

/** Six digits, each code as likely as every other one. A draw that would favour low codes is thrown away. */
export function drawJoinCode(randomBytes: RandomBytes): string {
	for (;;) {
		const [high = 0, middle = 0, low = 0] = randomBytes(3);
		const drawn = high * 65_536 + middle * 256 + low;
		if (drawn < fair) return String(drawn % codes).padStart(6, '0');
	}
}

/** The code as people read it aloud: `482 913`. */
export function formatJoinCode(code: string): string {
	return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** The code that somebody typed, with or without blanks and hyphens; anything else is `session.code-unknown`. */
export function readJoinCode(typed: string): Result<string> {
	const code = typed
		.slice(0, 40)
		.normalize('NFKC')
		.replace(/[\s\u200B\-–.]/g, '');
	return /^\d{6}$/.test(code) ? ok(code) : refuse({ code: 'session.code-unknown' });
}
