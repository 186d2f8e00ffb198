import { expect, test } from 'vitest';
import { comeIn } from './entrance.ts';

test('an open entrance lets everybody in, a waiting room lets them wait, a closed one nobody new', () => {
	expect(comeIn('open')).toEqual({ ok: true, value: 'inside' });
	expect(comeIn('waiting-room')).toEqual({ ok: true, value: 'waiting' });
	expect(comeIn('closed')).toEqual({ ok: false, problem: { code: 'session.entrance-closed' } });
});
