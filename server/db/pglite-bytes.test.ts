import { types } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { pgliteBytes } from './pglite-bytes.ts';

test('bytes come back from PGlite as they were given to it', () => {
	const written = pgliteBytes.serializers[types.BYTEA]!;
	const read = pgliteBytes.parsers[types.BYTEA]!;
	const all = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
	expect(written(all.subarray(1, 4))).toBe('\\x010203');
	expect(read(written(all))).toEqual(all);
	expect(read(written(new Uint8Array()))).toEqual(new Uint8Array());
});
