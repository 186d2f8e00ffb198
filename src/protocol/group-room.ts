import type { DocNode } from '#domain/texts/doc.ts';
import type { SuggestionState } from '#domain/texts/suggestions.ts';
import type { LastDay } from './suggestion-view.ts';
import type { RoomMemory } from '#text/group-room/room-changes.ts';

/** Somebody who is in the room of a group or could be asked in. */
export interface RoomPerson {
	personId: string;
	name: string;
}

/** What a room handed in at one moment, in milliseconds since 1970, and what became of it. */
export interface HandedIn {
	at: number;
	/** The name of who handed it in; empty once she is erased. */
	by: string;
	reason: string;
	changes: { id: string; before: readonly DocNode[]; after: readonly DocNode[]; state: SuggestionState }[];
}

/** The room of a group as its members see it, beside the text in it. */
export interface GroupRoomView {
	groupName: string;
	/** The live text of which it holds a copy; null for a member who may not read that any more. */
	original: { id: string; title: string; state: 'open' | 'frozen' } | null;
	/** Whether the section no longer stands in the live text. */
	sectionGone: boolean;
	memory: RoomMemory;
	/** The last first. */
	handedIn: readonly HandedIn[];
	/** Who is in it, the longest there first, those who came together by name. */
	members: readonly RoomPerson[];
	/** Whom the member who opened it can choose from; null for the others. */
	candidates: readonly RoomPerson[] | null;
	/** Up to which day the live text takes suggestions, if there is such a day and she may read it. */
	lastDay: LastDay | null;
	/** Whether she writes the live text; then that day does not bind her. */
	writesOriginal: boolean;
	/** Whether this member may hand in and take over. */
	mayHandIn: boolean;
}
