import { refuse, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import type { ConnectorKind } from '../elements/connector.ts';
import { isConnectable, shownType } from '../elements.ts';
import type { Random } from '../ids.ts';
import { keys, type Layer, type Origin } from '../shape.ts';
import { addElement } from './add-elements.ts';

/** An arrow to be drawn from one element to another. */
export interface NewConnector {
	id: string;
	from: string;
	to: string;
	by: string;
	kind?: ConnectorKind;
	label?: string;
	layer?: Layer;
}

/** Joins two elements by an arrow. The ends may lie in different documents; an arrow cannot join arrows or pins. */
export function connect(docs: BoardDocs, connector: NewConnector, origin: Origin, random: Random): Result<void> {
	const { id, from, to, by, kind, label, layer } = connector;
	if (from === to) return refuse({ code: 'board.connector-to-itself' });
	for (const end of [from, to]) {
		const map = docs.find(end)?.map;
		if (!map) return refuse({ code: 'board.element-missing' });
		const type = shownType(map.get(keys.type));
		if (map.has(keys.deleted) || !isConnectable({ type })) return refuse({ code: 'board.end-not-connectable' });
	}
	return addElement(docs, { id, type: 'connector', by, text: label, layer, own: { from, to, kind } }, origin, random);
}
