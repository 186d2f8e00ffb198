import { fail, redirect } from '@sveltejs/kit';
import type { DocNode } from '#domain/texts/doc.ts';
import { addressed } from '#text/amendments/addressed.ts';
import { blocksAtLines, carriedOver, linesOf, type LineRange } from '#text/amendments/passage.ts';
import { handInAmendment } from '#server/commands/hand-in-amendment.ts';
import { settingOfText } from '#server/commands/text-places.ts';
import { findText, findVersion } from '#server/db/repositories/texts.ts';
import { act } from '#server/web/act.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import { readSuggestions } from '#server/web/suggestions.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The version that a motion is written for, and who writes. */
async function visit(event: RequestEvent) {
	const { db } = event.locals.app;
	requirePerson(event);
	const text = (await findText(db, event.params.id)) ?? notFound();
	const person = await requireRight(event, 'text.suggest', settingOfText(text));
	const version = (await findVersion(db, text.tenantId, text.id, event.params.number)) ?? notFound();
	return { db, text, person, version, doc: addressed(version.doc) };
}

/** The lines that an address or a form names, or null. */
function rangeIn(fields: URLSearchParams | FormData): LineRange | null {
	const [first, last] = ['from', 'to'].map((name) => Number(fields.get(name))) as [number, number];
	return Number.isSafeInteger(first) && first >= 1 && Number.isSafeInteger(last) && last >= first
		? { first, last }
		: null;
}

export const load: PageServerLoad = async (event) => {
	const { db, text, person, version, doc } = await visit(event);
	const query = event.url.searchParams;
	const wanted = query.get('suggestion');
	const suggestion =
		wanted === null ? undefined : (await readSuggestions(db, text, person.personId)).find(({ id }) => id === wanted);
	const carried = suggestion ? carriedOver(doc, suggestion) : null;
	const range = rangeIn(query);
	const chosen = carried?.before ?? (range ? blocksAtLines(doc, range) : []);
	return {
		text: { id: text.id, title: text.title },
		number: version.number,
		doc,
		passage: passageOf(doc, chosen, carried?.after ?? chosen),
		missed: (range !== null || suggestion !== undefined) && chosen.length === 0,
		suggestion: suggestion
			? { id: suggestion.id, groupName: suggestion.groupName ?? '', reason: suggestion.reason }
			: null
	};
};

function passageOf(doc: Parameters<typeof linesOf>[0], before: readonly DocNode[], begun: readonly DocNode[]) {
	const lines = linesOf(doc, before);
	return lines && { lines, before, begun };
}

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const { doc } = await visit(event);
		const range = rangeIn(form);
		const [reason, groupName, suggestion] = ['reason', 'group', 'suggestion'].map((name) =>
			String(form.get(name) ?? '')
		);
		const after = readBlocks(form.get('after'));
		if (!after)
			return fail(400, { problem: { code: 'amendment.says-nothing' } as const, typed: { reason, groupName } });
		const handed = await act(event.locals, handInAmendment, {
			textId: event.params.id,
			number: event.params.number,
			before: range ? blocksAtLines(doc, range) : [],
			after,
			reason,
			groupName,
			...(suggestion && { suggestionId: suggestion })
		});
		if (!handed.ok) return fail(handed.failure.status, { ...handed.failure.data, typed: { reason, groupName, after } });
		const sign = handed.value.amendment;
		redirect(303, `/t/${event.params.id}/versions/${event.params.number}/amendments?in=${sign}#aa-${sign}`);
	}
};

/** The blocks that the editor has sent, or null. */
function readBlocks(sent: unknown): DocNode[] | null {
	try {
		const read: unknown = JSON.parse(String(sent));
		return Array.isArray(read) ? (read as DocNode[]) : null;
	} catch {
		return null;
	}
}
