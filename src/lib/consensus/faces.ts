import type { MethodKey } from '#domain/consensus/methods.ts';
import type { Face } from './face.ts';
import { consent } from './faces/consent.ts';
import { dots } from './faces/dots.ts';
import { hand } from './faces/hand.ts';
import { majority } from './faces/majority.ts';
import { pairwise } from './faces/pairwise.ts';
import { points } from './faces/points.ts';
import { ranking } from './faces/ranking.ts';
import { resistance } from './faces/resistance.ts';
import { weighted } from './faces/weighted.ts';

/** A method in which people take part; what is only put on record has no round. */
export type VotingMethod = Exclude<MethodKey, 'recorded'>;

/** The faces of all methods, in the order in which facilitators choose. A method without one does not compile. */
export const faces = {
	dots,
	points,
	ranking,
	resistance,
	consent,
	weighted,
	pairwise,
	majority,
	hand
} satisfies Record<VotingMethod, Face>;

/** The face of a stored method; null for one that this program does not know. */
export const faceOf = (method: string): Face | null =>
	Object.hasOwn(faces, method) ? faces[method as VotingMethod] : null;
