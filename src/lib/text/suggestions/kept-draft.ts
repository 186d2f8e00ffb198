import type { Rewording } from '#text/rewordings/rewording.ts';

const keyOf = (textId: string) => `suggestion:${textId}`;

/** Keeps what is not handed in yet in this browser, so that a closed page loses nothing. Without room, the page itself still has it. */
export function keepDraft(textId: string, changes: readonly Rewording[]): void {
	try {
		if (changes.length === 0) localStorage.removeItem(keyOf(textId));
		else localStorage.setItem(keyOf(textId), JSON.stringify(changes));
	} catch {
		// Private windows keep nothing.
	}
}

/** What was kept here, or nothing. */
export function readDraft(textId: string): Rewording[] {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(keyOf(textId)) ?? '[]');
		return Array.isArray(kept) ? (kept as Rewording[]) : [];
	} catch {
		return [];
	}
}

export const forgetDraft = (textId: string): void => keepDraft(textId, []);
