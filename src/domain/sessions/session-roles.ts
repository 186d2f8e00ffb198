/** What a role means in a live session. */
interface SessionRoleRules {
	/** Moves the agenda, reveals cards, opens and closes rounds. */
	readonly leads: boolean;
	/** Writes cards and votes. */
	readonly takesPart: boolean;
	/** Is counted and named among the people present; a screen on the wall is not a person. */
	readonly isPerson: boolean;
}

/** The roles in a live session: facilitator (Moderation), participant, observer, and the projector, which only shows. */
export const sessionRoles = {
	facilitator: { leads: true, takesPart: true, isPerson: true },
	participant: { leads: false, takesPart: true, isPerson: true },
	observer: { leads: false, takesPart: false, isPerson: true },
	projector: { leads: false, takesPart: false, isPerson: false }
} as const satisfies Record<string, SessionRoleRules>;

/** The name of a role in a live session. */
export type SessionRole = keyof typeof sessionRoles;
