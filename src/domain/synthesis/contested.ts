/** What a round says about one topic among the others. */
export interface TopicWeight {
	/** Dots that it got. */
	readonly dots: number;
	/** How many gave it at least one. */
	readonly voters: number;
	/** How many voted in the round. */
	readonly cast: number;
	/** Dots of the topic that got the most in this round. */
	readonly most: number;
}

/**
 * Whether a group is at odds about a topic: it weighs at least half as much as the heaviest one, but fewer than half of
 * those who voted gave it anything. Two people cannot be told apart from a group, so from fewer than four nothing follows.
 */
export function isContested({ dots, voters, cast, most }: TopicWeight): boolean {
	return cast >= 4 && dots > 0 && dots * 2 >= most && voters * 2 < cast;
}
