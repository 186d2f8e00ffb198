import * as v from 'valibot';
import { limits } from './limits.ts';

const place = v.pipe(v.number(), v.finite());
const side = v.pipe(v.number(), v.finite(), v.minValue(0));
const elementId = v.pipe(v.string(), v.maxLength(64));
const clientId = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A place in a text as `Y.relativePositionToJSON` writes it. */
const textPlace = v.object({
	type: v.optional(v.nullable(v.object({ client: clientId, clock: clientId }))),
	tname: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(limits.keyLength)))),
	item: v.optional(v.nullable(v.object({ client: clientId, clock: clientId }))),
	assoc: v.optional(v.number())
});

/** What a client may say about the person in front of it. Everything else, a name above all, is left out. */
export const saidPresence = v.object({
	/** The pointer on the board, or the selection in a text. */
	cursor: v.optional(
		v.nullable(v.union([v.object({ x: place, y: place }), v.object({ anchor: textPlace, head: textPlace })]))
	),
	/** Selected elements. */
	selection: v.optional(v.pipe(v.array(elementId), v.maxLength(100))),
	/** The visible part of the board, for following. */
	view: v.optional(v.nullable(v.object({ x: place, y: place, w: side, h: side }))),
	/** Whether she shows the areas of the board one by one. */
	presenting: v.optional(v.boolean()),
	/** When she last called everybody to what she sees. Only a facilitator is listened to, by the server's word on who she is. */
	call: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
	/** Elements on their way; they are written to the document only when dropped. */
	drag: v.optional(v.nullable(v.object({ ids: v.pipe(v.array(elementId), v.maxLength(100)), dx: place, dy: place }))),
	/** The element whose text is being edited. */
	editing: v.optional(v.nullable(elementId)),
	/** Whether the person has looked away. */
	idle: v.optional(v.boolean())
});
export type SaidPresence = v.InferOutput<typeof saidPresence>;

/** Who somebody is for the others in a document. The server stamps it; a client cannot choose it. */
export interface PresenceIdentity {
	/** A pseudonym that is stable within the session. */
	readonly id: string;
	readonly name: string;
	/** A colour token of the interface, not a CSS value. */
	readonly colour: string;
	readonly role: string;
}

/** What the others see: what the client said, and who it is by the server's word. */
export type Presence = SaidPresence & { user: PresenceIdentity };
