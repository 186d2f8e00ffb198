import * as Y from 'yjs';
import { ok, refuse, type Result } from '#domain/result.ts';
import { isElementId } from './ids.ts';
import { keys, layers, openBoardDoc, type ElementMap, type Layer, type Origin } from './shape.ts';

/** One element where it lies. */
export interface FoundElement {
	id: string;
	layer: Layer;
	map: ElementMap;
}

/** The two documents of one board. Where both hold the same id, the scaffold's element is the one that counts. */
export class BoardDocs {
	constructor(
		readonly scaffold: Y.Doc,
		readonly cards: Y.Doc
	) {}

	docOf(layer: Layer): Y.Doc {
		return this[layer];
	}

	elementsOf(layer: Layer): Y.Map<unknown> {
		return openBoardDoc(this.docOf(layer)).elements;
	}

	find(id: string): FoundElement | undefined {
		if (!isElementId(id)) return undefined;
		for (const layer of layers) {
			const map = this.elementsOf(layer).get(id);
			if (map instanceof Y.Map) return { id, layer, map };
		}
		return undefined;
	}

	/** Every element once; what is no element (a wrong key, a bare value) is left out. */
	all(): FoundElement[] {
		const found = new Map<string, FoundElement>();
		for (const layer of layers) {
			this.elementsOf(layer).forEach((map, id) => {
				if (map instanceof Y.Map && isElementId(id) && !found.has(id)) found.set(id, { id, layer, map });
			});
		}
		return [...found.values()];
	}

	/** What lies directly in an area by its own word, the bin included. */
	contentOf(area: string): FoundElement[] {
		return this.all().filter(({ map }) => map.get(keys.parent) === area);
	}

	/** Changes each of the elements in one transaction per document. Missing ones are passed over; none left is refused. */
	changeEach(ids: Iterable<string>, origin: Origin, change: (element: FoundElement) => void): Result<void> {
		const found = [...new Set(ids)].flatMap((id) => this.find(id) ?? []);
		if (found.length === 0) return refuse({ code: 'board.element-missing' });
		for (const layer of layers) {
			const here = found.filter((element) => element.layer === layer);
			if (here.length > 0) this.docOf(layer).transact(() => here.forEach(change), origin);
		}
		return ok();
	}
}
