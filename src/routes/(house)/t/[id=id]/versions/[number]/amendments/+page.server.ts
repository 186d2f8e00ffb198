import type { RequestEvent } from './$types';
import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { decideAmendment } from '#server/commands/decide-amendment.ts';
import { keepResolvedText } from '#server/commands/keep-resolved-text.ts';
import { orderAmendments } from '#server/commands/order-amendments.ts';
import { recommendAmendment } from '#server/commands/recommend-amendment.ts';
import { settingOfText } from '#server/commands/text-places.ts';
import { withdrawAmendment } from '#server/commands/withdraw-amendment.ts';
import { findText, findVersion, listVersions } from '#server/db/repositories/texts.ts';
import { act } from '#server/web/act.ts';
import { readAmendments, withoutNames } from '#server/web/amendments.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import { readSuggestions } from '#server/web/suggestions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	requirePerson(event);
	const text = (await findText(db, event.params.id)) ?? notFound();
	const setting = settingOfText(text);
	const person = await requireRight(event, 'text.read', setting);
	const version = (await findVersion(db, text.tenantId, text.id, event.params.number)) ?? notFound();
	const now = await readAmendments(db, text, version, person.personId);
	const about = { title: text.title, textId: text.id, number: version.number };
	if (event.url.searchParams.get('view') === 'projector') return { ...about, onWall: withoutNames(now), desk: null };
	const held = await standingsOf(db, person, setting);
	const [open, mayMove] = [now.kept === null, may(held, 'text.suggest')];
	const [newest] = await listVersions(db, text.tenantId, text.id);
	return {
		...about,
		onWall: null,
		desk: {
			...now,
			mayLead: open && may(held, 'text.decide'),
			mayMove: open && mayMove,
			/** Suggestions that were sent on to a formal motion, which goes to the newest version. */
			sentOn: open && mayMove && newest?.id === version.id ? await readSentOn(event, text, now.amendments) : [],
			handedIn: event.url.searchParams.get('in')
		}
	};
};

async function readSentOn(
	{ locals }: Pick<RequestEvent, 'locals'>,
	text: { tenantId: string; id: string },
	amendments: readonly { suggestionId: string | null }[]
) {
	const suggestions = await readSuggestions(locals.app.db, text, '');
	const done = new Set(amendments.map(({ suggestionId }) => suggestionId));
	return suggestions
		.filter(({ id, state }) => state === 'amendment' && !done.has(id))
		.map(({ id, before, after, groupName }) => ({ id, before, after, groupName }));
}

const numberIn = (form: FormData, name: string): number | null => {
	const typed = String(form.get(name) ?? '').trim();
	return typed === '' ? null : Number(typed);
};

/** The votes as they were typed; none where all three fields are empty. */
function tallyIn(form: FormData) {
	const counts = ['yes', 'no', 'abstain'].map((name) => numberIn(form, name));
	const [yes, no, abstain] = counts.map((count) => count ?? 0);
	return counts.some((count) => count !== null) ? { yes, no, abstain } : null;
}

/** What was written in place of a motion; what is no JSON is refused as such by the command. */
function wordsIn(form: FormData): unknown {
	const typed = form.get('words');
	if (typeof typed !== 'string') return null;
	try {
		return JSON.parse(typed);
	} catch {
		return typed;
	}
}

const on = ({ params }: RequestEvent) => ({ textId: params.id, number: params.number });

export const actions: Actions = {
	recommend: async (event) => {
		const { amendmentId, recommendation, words } = Object.fromEntries(await event.request.formData());
		const done = await act(event.locals, recommendAmendment, { ...on(event), amendmentId, recommendation, words });
		return done.ok ? done.value : done.failure;
	},
	order: async (event) => {
		const form = await event.request.formData();
		const { db } = event.locals.app;
		const text = (await findText(db, event.params.id)) ?? notFound();
		await requireRight(event, 'text.decide', settingOfText(text));
		const version = (await findVersion(db, text.tenantId, text.id, event.params.number)) ?? notFound();
		const { amendments } = await readAmendments(db, text, version, '');
		const moved = String(form.get('amendmentId'));
		const ids = amendments.filter(({ state }) => state !== 'withdrawn').map(({ id }) => id);
		const others = ids.filter((id) => id !== moved);
		const to = (numberIn(form, 'step') ?? numberIn(form, 'place') ?? 1) - 1;
		const amendmentIds = [...others.slice(0, to), ...ids.filter((id) => id === moved), ...others.slice(to)];
		const done = await act(event.locals, orderAmendments, { ...on(event), amendmentIds });
		return done.ok ? done.value : done.failure;
	},
	decide: async (event) => {
		const form = await event.request.formData();
		const [amendmentId, state] = [form.get('amendmentId'), form.get('state')];
		const input = { ...on(event), amendmentId, state, tally: tallyIn(form), words: wordsIn(form) };
		const done = await act(event.locals, decideAmendment, input);
		return done.ok ? done.value : done.failure;
	},
	withdraw: async (event) => {
		const { amendmentId } = Object.fromEntries(await event.request.formData());
		const done = await act(event.locals, withdrawAmendment, { ...on(event), amendmentId });
		return done.ok ? done.value : done.failure;
	},
	keep: async (event) => {
		const done = await act(event.locals, keepResolvedText, on(event));
		return done.ok ? done.value : done.failure;
	}
};
