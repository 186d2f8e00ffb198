import * as v from 'valibot';
import { defineElement } from '../define-element.ts';
import { whereIn } from '../description.ts';
import { limits } from '../limits.ts';
import { optionalFields } from '../optional-fields.ts';

/** The kinds that stand on a board for something of the house. */
export type LinkedKind = 'goal' | 'strategy-card';

/** What only they say of themselves. */
export interface LinkedFields {
	/** The id of what it stands for. What that says today is asked of the server, for those who may read it, and never written here. */
	ref?: string;
}

const formalId = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

/** Something of the house as it was worded when it was laid: people read it offline, and a later wording is seen as another one. */
const linked = <const T extends LinkedKind>(type: T) =>
	defineElement({
		type,
		layer: 'cards',
		defaultSize: [320, 200],
		defaultColour: type === 'goal' ? 'turquoise' : 'violet',
		fields: optionalFields({ ref: formalId }),
		factsOfThisOne: [],
		migrations: [],
		describe: (element, board) => ({ key: type, text: element.text, ...whereIn(element, board) }),
		promotesTo: null,
		holdsIdea: false,
		turnsInto: null,
		hasText: true,
		isQuoted: true,
		textLimit: limits.readText,
		canContain: false,
		keepsContent: false,
		joins: false
	});

/** A goal of the goal system. */
export const goal = linked('goal');

/** A strategy card of the synthesis. */
export const strategyCard = linked('strategy-card');
