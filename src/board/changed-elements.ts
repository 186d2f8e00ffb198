import * as Y from 'yjs';

/** The ids of the elements that a transaction has touched so far in one document. */
export function changedElements({ changed }: Y.Transaction, elements: Y.Map<unknown>): Set<string> {
	const ids = new Set<string>();
	for (const [type, keys] of changed) {
		if (Object.is(type, elements)) for (const key of keys) ids.add(String(key));
		else {
			const id = type._item && elementOf(type._item, elements);
			if (id !== null) ids.add(id);
		}
	}
	return ids;
}

/** The id of the element to which a piece of a document belongs. */
export function elementOf(piece: Y.Item, elements: Y.Map<unknown>): string | null {
	let at: Y.Item | null = piece;
	while (at && at.parent !== elements) at = at.parent instanceof Y.AbstractType ? at.parent._item : null;
	return at?.parentSub ?? null;
}
