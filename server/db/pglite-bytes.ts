import { types } from '@electric-sql/pglite';

const prefix = '\\x';

/**
 * How PGlite writes and reads bytes. Its own way goes digit by digit through JavaScript, which takes about a tenth of a second to read a
 * megabyte and several to write it; Node knows hexadecimal digits by itself.
 */
export const pgliteBytes = {
	parsers: { [types.BYTEA]: (digits: string) => new Uint8Array(Buffer.from(digits.slice(prefix.length), 'hex')) },
	serializers: {
		[types.BYTEA]: (bytes: Uint8Array) =>
			prefix + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
	}
};
