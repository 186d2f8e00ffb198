import * as v from 'valibot';
import { isDay } from '#domain/day.ts';
import { ok, refuse } from '#domain/result.ts';
import { minutesText } from '#text/minutes/minutes-text.ts';
import { minutesWords } from '#text/minutes/minutes-words.ts';
import { spanOf } from '#text/minutes/proposed-hours.ts';
import { languageOfTenant, zoneOfTenant } from '../db/repositories/tenants.ts';
import { listKeepers } from '../db/repositories/text-minutes.ts';
import { findText, holdText, setDrafters } from '../db/repositories/texts.ts';
import { textMinutes } from '../db/schema/text-minutes.ts';
import { gatherSitting } from '../minutes/gather-sitting.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { beginText } from './create-text.ts';
import { bodyOf } from './group-rooms.ts';
import { idInput } from './suggestion-input.ts';
import { settingOfText } from './text-places.ts';

const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/**
 * Begins the minutes of a sitting on a text: a text of its own that says who was there and what became of each suggestion, and that people then
 * edit like any other. Who takes the minutes writes it. There are no minutes of minutes.
 */
export const beginTextMinutes = defineCommand({
	name: 'begin-text-minutes',
	right: 'text.take-minutes',
	input: v.object({
		textId: idInput,
		title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(150)),
		day: v.pipe(v.string(), v.check(isDay)),
		/** As the clocks of the house show it. An end before the beginning is one of the next day. */
		from: time,
		until: time,
		keeperId: v.optional(idInput),
		present: v.pipe(v.array(name), v.maxLength(500))
	}),
	async place(tx, { textId }) {
		const text = await findText(tx, textId);
		return text && text.kind !== 'minutes' ? settingOfText(text) : null;
	},
	async run(ctx, input) {
		const { tx, tenantId, now: createdAt } = ctx;
		const text = await holdText(tx, tenantId, input.textId);
		const keeperId = input.keeperId ?? ctx.personId!;
		const keeper = text && (await listKeepers(tx, text, ctx.personId!)).find(({ personId }) => personId === keeperId);
		if (!text) return refuse({ code: 'thing.not-found', kind: 'text' });
		if (!keeper) return refuse({ code: 'thing.not-found', kind: 'person' });
		const zone = await zoneOfTenant(tx, tenantId);
		const language = await languageOfTenant(tx, tenantId);
		const span = spanOf(input, zone);
		const sitting = {
			...(await gatherSitting(tx, text)),
			...{ ...span, title: input.title, about: text.title, body: await bodyOf(ctx, text.id) },
			...{ present: [...new Set(input.present)], keeper: keeper.name, begun: createdAt }
		};
		const title = minutesWords[language].heading(input.title);
		const minutesId = await beginText(ctx, { title, kind: 'minutes' }, minutesText(sitting, language, zone));
		await tx.insert(textMinutes).values({
			...{ tenantId, textId: minutesId, aboutId: text.id, beganAt: span.from, endedAt: span.until },
			...{ keeperId, createdAt }
		});
		await letWrite(ctx, minutesId, keeperId);
		ctx.announce({ kind: 'text.changed', textId: text.id });
		return ok({ minutesId });
	},
	audit: ({ textId }, { minutesId }) => ({ entity: 'text', entityId: minutesId, facts: { about: textId } })
});

/** Whoever begins minutes writes them anyway; another keeper becomes their drafting group. */
async function letWrite(ctx: Context, minutesId: string, keeperId: string): Promise<void> {
	if (keeperId !== ctx.personId) await setDrafters(ctx.tx, ctx.tenantId, minutesId, [keeperId]);
}
