import { readLegend, writeLegend } from '../legend.ts';
import { layers, type Origin } from '../shape.ts';
import { becomeAsThen, type Return } from './become-as-then.ts';

/**
 * Makes a board look as it did, by changing only what differs. What has come since goes into the bin and keeps all that is written in
 * it meanwhile; what was thrown away for good comes back as a copy. Somebody who writes in a card that stays loses no letter. Colours mean
 * again what they meant.
 */
export function restoreBoard(way: Return, origin: Origin): void {
	const ids = [way.docs, way.then].flatMap((board) => layers.flatMap((layer) => [...board.elementsOf(layer).keys()]));
	becomeAsThen(way, new Set(ids), origin);
	writeLegend(way.docs, readLegend(way.then), origin);
}
