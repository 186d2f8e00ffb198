/** What a text that people write together is meant to become. */
export const textKinds = [
	'vision',
	'guiding-principles',
	'wording',
	'proposal',
	'reasoning',
	'strategy-card',
	'note',
	'minutes'
] as const;
export type TextKind = (typeof textKinds)[number];

/** The kinds that somebody can begin by themselves; minutes begin with the sitting that they are about. */
export const freeKinds = textKinds.filter((kind) => kind !== 'minutes');
