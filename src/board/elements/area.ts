import * as v from 'valibot';
import { defineElement } from '../define-element.ts';
import { areaTitle } from '../description.ts';
import { limits } from '../limits.ts';

/** What only an area says of itself. */
export interface AreaFields {
	/** Whether it is a cluster, where its document alone would not tell: a cluster that was locked, a working area that was freed. */
	cluster?: boolean;
}

const fields = v.pipe(
	v.unknown(),
	v.transform((stored): AreaFields => {
		const { cluster } = stored as { cluster?: unknown };
		return typeof cluster === 'boolean' ? { cluster } : {};
	})
);

/** A titled region whose content moves with it: a working area of the scaffold, or a cluster that people made of notes. */
export const area = defineElement({
	type: 'area',
	layer: 'scaffold',
	defaultSize: [880, 640],
	defaultColour: 'blue',
	fields,
	factsOfThisOne: [],
	migrations: [],
	describe: (element, board) => ({
		key: 'area',
		title: element.text,
		area: areaTitle(element, board),
		count: board.children.get(element.id)?.length ?? 0
	}),
	promotesTo: 'field',
	hasText: true,
	textLimit: limits.titleText,
	canContain: true,
	keepsContent: true,
	joins: false
});
