import * as Y from 'yjs';

/** Whether a document holds everything that an update would bring: nothing of it is unsent any more. */
export function isKnown(update: Uint8Array, doc: Y.Doc): boolean {
	const { structs, ds } = Y.decodeUpdate(update);
	const added = structs.every(({ id, length }) => id.clock + length <= Y.getState(doc.store, id.client));
	if (!added) return false;
	const deleted = Y.createDeleteSetFromStructStore(doc.store);
	return [...ds.clients].every(([client, ranges]) =>
		ranges.every(({ clock, len }) => {
			for (let at = clock; at < clock + len; at++) if (!Y.isDeleted(deleted, Y.createID(client, at))) return false;
			return true;
		})
	);
}
