/** What a text that people write together is meant to become. */
export const textKinds = [
	'vision',
	'guiding-principles',
	'wording',
	'proposal',
	'reasoning',
	'strategy-card',
	'note'
] as const;
export type TextKind = (typeof textKinds)[number];
