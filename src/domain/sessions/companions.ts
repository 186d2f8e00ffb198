import { ok, refuse, type Result } from '../result.ts';

/** How many people may share one device beside the one who brought it. */
export const companionLimit = 5;

/** Whether one more person may take part on a device: the facilitator allows it, and there is room. */
export function mayBringCompanion(session: { sharedDevices: boolean; companions: number }): Result<void> {
	if (!session.sharedDevices) return refuse({ code: 'session.one-person-per-device' });
	return session.companions < companionLimit ? ok() : refuse({ code: 'session.device-full', limit: companionLimit });
}
