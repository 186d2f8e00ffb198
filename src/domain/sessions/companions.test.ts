import { expect, test } from 'vitest';
import { companionLimit, mayBringCompanion } from './companions.ts';

test('a device is shared only where the facilitator allows it, and not by a whole class', () => {
	expect(mayBringCompanion({ sharedDevices: true, companions: companionLimit - 1 })).toEqual({ ok: true });
	expect(mayBringCompanion({ sharedDevices: false, companions: 0 })).toEqual({
		ok: false,
		problem: { code: 'session.one-person-per-device' }
	});
	expect(mayBringCompanion({ sharedDevices: true, companions: companionLimit })).toEqual({
		ok: false,
		problem: { code: 'session.device-full', limit: companionLimit }
	});
});
