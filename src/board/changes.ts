import type * as Y from 'yjs';
import type { BoardDocs } from './board-docs.ts';
import { layers, type Layer } from './shape.ts';

/** What one transaction changed in one of the two documents. */
export interface BoardChange {
	layer: Layer;
	ids: ReadonlySet<string>;
	/** Who asked: an `Origin` of this program, or whatever a sync client uses for changes from afar. */
	origin: unknown;
	/** Whether the change was made here. */
	local: boolean;
}

/** Tells which elements changed, once for each transaction, until the answer is called. */
export function observeBoard(docs: BoardDocs, listener: (change: BoardChange) => void): () => void {
	const stops = layers.map((layer) => {
		const elements = docs.elementsOf(layer);
		const tell = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
			const ids = new Set<string>();
			for (const event of events) {
				if (event.path.length > 0) ids.add(String(event.path[0]));
				else for (const id of event.keys.keys()) ids.add(id);
			}
			if (ids.size > 0) listener({ layer, ids, origin: transaction.origin, local: transaction.local });
		};
		elements.observeDeep(tell);
		return () => elements.unobserveDeep(tell);
	});
	return () => stops.forEach((stop) => stop());
}
