import { fail, redirect } from '@sveltejs/kit';
import { noEdits, type MinutesEdits } from '#domain/minutes/minutes.ts';
import { may } from '#domain/rights/rights.ts';
import type { Part } from '#domain/sessions/non-public.ts';
import { standingsOf } from '#server/auth/standings.ts';
import type { App } from '#server/app.ts';
import type { AnyCommand } from '#server/commands/command.ts';
import { releaseMinutes } from '#server/commands/release-minutes.ts';
import { saveMinutes } from '#server/commands/save-minutes.ts';
import { listMinutes, namesOf, type MinutesRow } from '#server/db/repositories/minutes.ts';
import { listNonPublicParts } from '#server/db/repositories/non-public-parts.ts';
import { findSession, type LiveSession } from '#server/db/repositories/sessions.ts';
import { readBoardNow } from '#server/live/board-content.ts';
import { gatherMinutes } from '#server/minutes/gather-minutes.ts';
import { act, type FormEvent } from '#server/web/act.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

/** Readers get the released versions only; who edits also gets the draft, which is written anew from the session each time. */
export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	const { tenantId } = requirePerson(event);
	const session = (await findSession(app.db, tenantId, event.params.id)) ?? notFound();
	if (session.rehearsalOf) notFound();
	const at = { tenantId, processId: session.processId, sessionId: session.id };
	const person = await requireRight(event, 'minutes.read', at);
	const held = await standingsOf(app.db, person, at);
	const edits = may(held, 'minutes.edit');
	const readsBoth = may(held, 'minutes.read-non-public');
	const part = partIn(event.url);
	const closed = await listNonPublicParts(app.db, tenantId, session.id);
	// Whoever was outside does not find the file of what was not public.
	if (part === 'non-public' && (!readsBoth || closed.length === 0)) notFound();
	const versions = (await listMinutes(app.db, tenantId, session.id, part)).filter(
		({ state }) => edits || state === 'released'
	);
	const wanted = event.url.searchParams.get('version');
	const draft = edits ? draftOf(versions) : null;
	const shown = await showVersion(app, session, { part, versions, wanted, draft });
	const people = shown ? peopleIn(shown) : [];
	return {
		session: { id: session.id, title: session.title, state: session.state },
		part,
		/** The boards of the non-public parts, beside their file. */
		boards:
			part === 'non-public' ? closed.map(({ boardId, startedAt }) => ({ boardId, from: startedAt.getTime() })) : [],
		shown,
		draft,
		names: await namesOf(app.db, tenantId, [
			...people,
			...versions.flatMap(({ releasedBy, editedBy }) => [releasedBy ?? [], editedBy].flat())
		]),
		versions: versions.map(({ number, state, releasedAt, releasedBy, editedBy }) => ({
			number,
			state,
			releasedAt: releasedAt?.getTime() ?? null,
			releasedBy,
			editedBy
		})),
		justReleased: event.url.searchParams.has('released'),
		may: { edit: edits, export: may(held, 'session.export'), otherFile: readsBoth && closed.length > 0 }
	};
};

/** Which of the two files an address means. */
const partIn = (url: URL): Part => (url.searchParams.get('part') === 'non-public' ? 'non-public' : 'public');

interface Wanted {
	part: Part;
	versions: readonly MinutesRow[];
	wanted: string | null;
	draft: Draft | null;
}

type Shown = NonNullable<Awaited<ReturnType<typeof showVersion>>>;

/** The version that was asked for; without a wish the draft if there is one or nothing was released yet, else the newest. */
async function showVersion(app: App, session: LiveSession, { part, versions, wanted, draft }: Wanted) {
	const [last] = versions;
	const asked = versions.find(({ number, state }) => state === 'released' && String(number) === wanted);
	const wantsDraft = draft && (wanted === 'draft' || last?.state !== 'released');
	const released = asked ?? (wantsDraft ? null : versions.find(({ state }) => state === 'released'));
	if (released?.content) {
		const { number, content, sha256, releasedAt, releasedBy } = released;
		return { state: 'released' as const, number, ...content, sha256, releasedBy, at: releasedAt?.getTime() ?? 0 };
	}
	if (!draft) return null;
	const now = app.clock();
	const readBoard = (boardId: string) => readBoardNow(app.db, boardId);
	const minutes = await gatherMinutes(app.db, session, { part, now, readBoard });
	return { state: 'draft' as const, number: draft.number, minutes, edits: draft.edits, at: now.getTime() };
}

type Draft = ReturnType<typeof draftOf>;

/** On what the next saving builds: the draft, or the words of the last released version, or nothing yet. */
function draftOf([last]: readonly MinutesRow[]) {
	const draft = last?.state === 'draft' ? last : null;
	return {
		number: draft?.number ?? (last?.number ?? 0) + 1,
		rev: draft?.rev ?? 0,
		edits: last?.edits ?? noEdits,
		saved: draft && { at: draft.editedAt.getTime(), by: draft.editedBy }
	};
}

function peopleIn({ minutes: { facilitators, attendance, rounds } }: Shown): string[] {
	const present = [...facilitators, ...attendance].map(({ personId }) => personId);
	const voted = rounds.flatMap(({ answers }) => (answers ?? []).map(({ personId }) => personId));
	return [...present, ...voted, ...rounds.flatMap(({ abstained }) => abstained.personIds ?? [])];
}

/** Saves or releases; a refusal brings back what was typed, so that nothing is lost. */
async function write({ locals, params, request, url }: FormEvent & { url: URL }, command: AnyCommand) {
	const form = await request.formData();
	const edits = Object.fromEntries(
		Object.keys(noEdits).map((part) => [part, String(form.get(part) ?? '')])
	) as unknown as MinutesEdits;
	const number = Number(form.get('number'));
	const input = { sessionId: params.id, part: partIn(url), number, rev: Number(form.get('rev')), edits };
	const written = await act(locals, command, input);
	if (!written.ok) return fail(written.failure.status, { ...written.failure.data, edits });
	return { saved: number };
}

export const actions: Actions = {
	save: (event) => write(event, saveMinutes as AnyCommand),
	async release(event) {
		const released = await write(event, releaseMinutes as AnyCommand);
		if (!('saved' in released)) return released;
		redirect(303, `/s/${event.params.id}/minutes?part=${partIn(event.url)}&version=${released.saved}&released`);
	}
};
