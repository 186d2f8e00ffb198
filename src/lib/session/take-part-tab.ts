/** The four views of a phone. */
export const takePartTabs = ['now', 'mine', 'all', 'vote'] as const;
export type TakePartTab = (typeof takePartTabs)[number];

/** The view that an address asks for; anything else is what is on now. */
export function tabFrom(asked: string | null): TakePartTab {
	return takePartTabs.find((tab) => tab === asked) ?? 'now';
}
