import { parseDocumentName } from '#protocol/document-names.ts';
import { longestKept, type KeptWork } from './outbox-store.ts';

/** A board or text for which this device holds unsent work that no open page is looking after. */
export interface WaitingThing {
	readonly kind: 'board' | 'text';
	readonly id: string;
	readonly pieces: readonly KeptWork[];
	readonly changes: number;
	/** When the last of it was kept, in milliseconds since 1970. */
	readonly at: number;
}

/** What waits, by board and text, the latest first. `isLookedAfter` says of a page that it will send its pieces itself. */
export function waitingThings(
	pieces: readonly KeptWork[],
	isLookedAfter: (page: string) => boolean,
	now: number
): WaitingThing[] {
	const things = new Map<string, WaitingThing>();
	for (const piece of pieces) {
		const address = parseDocumentName(piece.document);
		if (!address.ok || piece.at < now - longestKept || isLookedAfter(piece.page)) continue;
		const { kind, id } = address.value;
		const before = things.get(id) ?? { kind, id, pieces: [], changes: 0, at: 0 };
		things.set(id, {
			kind,
			id,
			pieces: [...before.pieces, piece],
			changes: before.changes + piece.changes,
			at: Math.max(before.at, piece.at)
		});
	}
	return [...things.values()].sort((a, b) => b.at - a.at);
}
