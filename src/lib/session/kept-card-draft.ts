const keyOf = (participantId: string) => `wr-draft-${participantId}`;

/** Keeps the card that somebody is writing on this device, so that neither a reload nor a non-public part takes it from her. */
export function keepCardDraft(participantId: string, text: string): void {
	try {
		if (text.trim() === '') localStorage.removeItem(keyOf(participantId));
		else localStorage.setItem(keyOf(participantId), text);
	} catch {
		// Private windows keep nothing; the page itself still has it.
	}
}

/** The card that she has begun here and not sent, or nothing. */
export function readCardDraft(participantId: string): string {
	try {
		return localStorage.getItem(keyOf(participantId)) ?? '';
	} catch {
		return '';
	}
}
