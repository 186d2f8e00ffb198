import { redirect } from '@sveltejs/kit';
import { dayIn } from '#domain/house-time.ts';
import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { freezeText } from '#server/commands/freeze-text.ts';
import { inviteDrafters } from '#server/commands/invite-drafters.ts';
import { leaveGroupRoom } from '#server/commands/leave-group-room.ts';
import { setGroupRoomMembers } from '#server/commands/set-group-room-members.ts';
import { takeOverOriginal } from '#server/commands/take-over-original.ts';
import { settingOfText } from '#server/commands/text-places.ts';
import { listVariantsOfVersion } from '#server/db/repositories/amendments.ts';
import { listRoomsOfMember } from '#server/db/repositories/group-rooms.ts';
import { zoneOfTenant } from '#server/db/repositories/tenants.ts';
import { listRounds } from '#server/db/repositories/text-rounds.ts';
import { listResolutionsOfText } from '#server/db/repositories/text-resolutions.ts';
import { findText, findVersion, listPossibleDrafters, listVersions } from '#server/db/repositories/texts.ts';
import { act } from '#server/web/act.ts';
import { readGroupRoom } from '#server/web/group-room.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import { readPastText } from '#server/web/history.ts';
import { readText } from '#server/web/read-text.ts';
import { readPresentedAgain, readPresentedFrom } from '#server/web/resubmissions.ts';
import { readSuggestionsNow } from '#server/web/suggestions.ts';
import { readTextComments } from '#server/web/text-comments.ts';
import { readMinutesAbout, readMinutesHead } from '#server/web/text-minutes.ts';
import { readTextSources } from '#server/web/text-sources.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	requirePerson(event);
	const text = (await findText(app.db, event.params.id)) ?? notFound();
	const setting = settingOfText(text);
	const person = await requireRight(event, 'text.read', setting);
	const held = await standingsOf(app.db, person, setting);
	const open = text.state === 'open' && !text.rests;
	const endsRounds = open && may(held, 'text.freeze');
	const [
		versions,
		body,
		suggested,
		rounds,
		comments,
		room,
		sources,
		resolutions,
		minutes,
		minutesOf,
		presented,
		origin
	] = await Promise.all([
		listVersions(app.db, text.tenantId, text.id),
		readText(app, text.id),
		readSuggestionsNow(app, text, { personId: person.personId, endsRounds }),
		listRounds(app.db, text.tenantId, text.id),
		readTextComments(app.db, person, text),
		readGroupRoom(app, person, text),
		readTextSources(app, person, text),
		listResolutionsOfText(app.db, text.tenantId, text.id),
		readMinutesAbout(app, person, text),
		readMinutesHead(app, person, text),
		readPresentedAgain(app.db, text.tenantId, text.id),
		readPresentedFrom(app.db, text.tenantId, text.id)
	]);
	const [last] = versions;
	const at = event.url.searchParams.get('at');
	const maySuggest = open && may(held, 'text.suggest');
	const { tenantId, personId } = person;
	const mayInvite = open && may(held, 'text.invite');
	return {
		text,
		versions,
		body,
		comments,
		sources,
		lastVersion: last ? await findVersion(app.db, text.tenantId, text.id, last.number) : null,
		/** The suggestions that stand beside it as variants. */
		lastVariants: last ? await listVariantsOfVersion(app.db, text.tenantId, last.id) : [],
		past: at === null ? null : await readPastText(app, text.id, at),
		restored: event.url.searchParams.has('restored'),
		personId: person.personId,
		mayWrite: open && may(held, 'text.write'),
		mayRestore: open && may(held, 'text.write') && may(held, 'checkpoint.restore'),
		suggested,
		rounds: rounds.map(({ round: { id, accepted, rejected, open, variants }, number }) => ({
			...{ id, accepted, rejected, open, variants },
			number: number ?? ''
		})),
		maySuggest,
		/** The room that this text is, for its members. */
		room,
		/** The rooms at this text that she is in. */
		rooms: room ? [] : await listRoomsOfMember(app.db, { tenantId, originalId: text.id, personId }),
		mayDecide: open && may(held, 'text.decide'),
		mayFreeze: endsRounds,
		/** Today, where the house is, for whoever may say up to which day suggestions are taken; null for all others. */
		lastDayFrom:
			text.state === 'open' && may(held, 'text.set-last-day')
				? dayIn(await zoneOfTenant(app.db, text.tenantId), app.clock())
				: null,
		/** The minutes of sittings on this text, and of which sitting it is the minutes itself. */
		minutes,
		minutesOf,
		mayTakeMinutes: text.kind !== 'minutes' && may(held, 'text.take-minutes'),
		possibleDrafters: mayInvite ? await listPossibleDrafters(app.db, text) : null,
		resolutions,
		/** What began from this text, for members: others do not read it. */
		presented: person.role === 'guest' ? [] : presented,
		/** The text of which this one is the Wiedervorlage. */
		origin,
		guest: person.role === 'guest'
	};
};

export const actions: Actions = {
	freeze: async (event) => {
		const form = await event.request.formData();
		const frozen = await act(event.locals, freezeText, {
			textId: event.params.id,
			keepOpen: form.get('keepOpen') === 'on'
		});
		return frozen.ok ? { frozen: frozen.value.number } : frozen.failure;
	},
	invite: async (event) => {
		const form = await event.request.formData();
		const invited = await act(event.locals, inviteDrafters, {
			textId: event.params.id,
			personIds: form.getAll('person')
		});
		return invited.ok ? { invited: true } : invited.failure;
	},
	takeOver: async (event) => {
		const taken = await act(event.locals, takeOverOriginal, { textId: event.params.id });
		return taken.ok ? { takenOver: taken.value } : taken.failure;
	},
	members: async (event) => {
		const form = await event.request.formData();
		const set = await act(event.locals, setGroupRoomMembers, {
			textId: event.params.id,
			personIds: form.getAll('person')
		});
		return set.ok ? { members: true } : set.failure;
	},
	leave: async (event) => {
		const text = await findText(event.locals.app.db, event.params.id);
		const left = await act(event.locals, leaveGroupRoom, { textId: event.params.id });
		if (!left.ok) return left.failure;
		redirect(303, `/t/${text?.roomOf}`);
	}
};
