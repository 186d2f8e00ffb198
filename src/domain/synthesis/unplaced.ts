/** Where a topic stands in a synthesis. */
export interface TopicPlace {
	/** The action spaces that it lies in. */
	readonly placedIn: readonly string[];
	/** Why it is deliberately left out. */
	readonly leftOutReason: string | null;
}

/** Whether nobody has decided about a topic yet. A synthesis is complete when no topic is open. */
export function isOpen({ placedIn, leftOutReason }: TopicPlace): boolean {
	return placedIn.length === 0 && leftOutReason === null;
}
