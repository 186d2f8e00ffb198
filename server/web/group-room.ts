import { may } from '#domain/rights/rights.ts';
import type { GroupRoomView, HandedIn } from '#protocol/group-room.ts';
import { blocksOfSection } from '#text/group-room/section.ts';
import type { Actor } from '../auth/actor.ts';
import { standingsOf } from '../auth/standings.ts';
import type { App } from '../app.ts';
import { settingOfText } from '../commands/text-places.ts';
import { findGroupRoom, listHandedIn, listRoomMembers } from '../db/repositories/group-rooms.ts';
import { listTextSuggesters } from '../db/repositories/text-readers.ts';
import { findText, type LiveText } from '../db/repositories/texts.ts';
import { readText } from './read-text.ts';
import { readLastDay } from './suggestions.ts';

/** The room of a group, for one of its members; null for a text that is none. Of the live text she is told only what she may read there. */
export async function readGroupRoom(
	app: App,
	actor: Extract<Actor, { kind: 'person' }>,
	{ tenantId, id: roomId, roomOf }: LiveText
): Promise<GroupRoomView | null> {
	if (roomOf === null) return null;
	const { db } = app;
	const [room, original, members] = await Promise.all([
		findGroupRoom(db, tenantId, roomId),
		findText(db, roomOf),
		listRoomMembers(db, tenantId, roomId)
	]);
	if (!room || !original) return null;
	const { groupName, headingId, base, openedBy } = room;
	const there = await standingsOf(db, actor, settingOfText(original));
	const reads = may(there, 'text.read');
	const rows = reads ? await listHandedIn(db, { tenantId, originalId: original.id, roomId }) : [];
	const section = reads ? blocksOfSection(await readText(app, original.id), headingId) : null;
	const manages = openedBy === actor.personId;
	return {
		groupName,
		original: reads ? { id: original.id, title: original.title, state: original.state } : null,
		sectionGone: reads && section === null,
		memory: {
			base,
			handedIn: rows
				.filter(({ suggestion }) => suggestion.state !== 'withdrawn')
				.map(({ suggestion: { before, after } }) => ({ before, after })),
			original: section
		},
		handedIn: inMoments(rows),
		members,
		candidates: manages ? withMembers(await listTextSuggesters(db, original), members, actor.personId) : null,
		lastDay: reads ? await readLastDay(app, original) : null,
		writesOriginal: may(there, 'text.write'),
		mayHandIn: original.state === 'open' && !original.rests && may(there, 'text.suggest')
	};
}

/** What was handed in together stands together. */
function inMoments(rows: Awaited<ReturnType<typeof listHandedIn>>): HandedIn[] {
	const moments = new Map<number, HandedIn>();
	for (const { suggestion, author } of rows) {
		const { id, before, after, state, reason } = suggestion;
		const at = suggestion.createdAt.getTime();
		const moment = moments.get(at) ?? { at, by: author ?? '', reason, changes: [] };
		moment.changes.push({ id, before, after, state });
		moments.set(at, moment);
	}
	return [...moments.values()];
}

/** Who can be chosen: also members who could not be asked in today, but not the one who chooses. */
function withMembers<Person extends { personId: string }>(
	possible: readonly Person[],
	members: readonly Person[],
	chooser: string
): Person[] {
	const known = new Set(possible.map(({ personId }) => personId));
	const others = members.filter(({ personId }) => !known.has(personId));
	return [...possible, ...others].filter(({ personId }) => personId !== chooser);
}
