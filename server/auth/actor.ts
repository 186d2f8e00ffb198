/** Who asks. Names stay out: whoever needs one asks the table of people. */
export type Actor =
	| { kind: 'anonymous' }
	| { kind: 'person'; personId: string; tenantId: string; role: 'admin' | 'steering' | 'member' | 'guest' };

/** Somebody who has not signed in. */
export const anonymous: Actor = { kind: 'anonymous' };
