import { and, asc, desc, eq, gte, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database, Transaction } from '../database.ts';
import { auditEvents } from '../schema/audit.ts';
import { people } from '../schema/organisation.ts';
import { texts } from '../schema/processes.ts';
import { textMinutes } from '../schema/text-minutes.ts';
import { listTextSuggesters, type NamedPerson } from './text-readers.ts';
import { nameOf } from './people.ts';
import type { LiveText } from './texts.ts';

type Reader = Database | Transaction;

/** The minutes of sittings on a text, the newest first. */
export function listMinutesOf(db: Reader, tenantId: string, aboutId: string) {
	return db
		.select({
			id: texts.id,
			title: texts.title,
			state: texts.state,
			beganAt: textMinutes.beganAt,
			endedAt: textMinutes.endedAt
		})
		.from(textMinutes)
		.innerJoin(texts, and(eq(texts.tenantId, textMinutes.tenantId), eq(texts.id, textMinutes.textId)))
		.where(and(eq(textMinutes.tenantId, tenantId), eq(textMinutes.aboutId, aboutId)))
		.orderBy(desc(textMinutes.beganAt), desc(texts.id));
}

/** Of which sitting on which text a text is the minutes, and who takes them; null for one that is none. Erased people have no name. */
export async function findMinutes(db: Reader, tenantId: string, textId: string) {
	const about = alias(texts, 'about');
	const [found] = await db
		.select({ aboutId: about.id, title: about.title, beganAt: textMinutes.beganAt, keeper: people.name })
		.from(textMinutes)
		.innerJoin(about, and(eq(about.tenantId, textMinutes.tenantId), eq(about.id, textMinutes.aboutId)))
		.innerJoin(people, and(eq(people.tenantId, textMinutes.tenantId), eq(people.id, textMinutes.keeperId)))
		.where(and(eq(textMinutes.tenantId, tenantId), eq(textMinutes.textId, textId)));
	return found ?? null;
}

/** Who can take the minutes of a sitting on a text: whoever asks, and all who suggest for it. */
export async function listKeepers(db: Reader, text: LiveText, personId: string): Promise<NamedPerson[]> {
	const own = { personId, name: await nameOf(db, text.tenantId, personId) };
	const others = await listTextSuggesters(db, text);
	return [own, ...others.filter((each) => each.personId !== personId)];
}

/** What people do in a sitting: the first commands lead it, the others say that somebody took part. */
export const leadingDeeds = [
	'decide-suggestions',
	'discuss-paragraph',
	'decide-amendment',
	'consolidate-text',
	'freeze-text'
];
const otherDeeds = ['suggest-wording', 'withdraw-suggestion', 'take-stance', 'hand-in-amendment', 'withdraw-amendment'];

/** What was done about a text since a moment, the first first: by whom, and her name if she still has one. */
export function listDeeds(db: Reader, { tenantId, id }: LiveText, since: Date | null) {
	return db
		.select({ at: auditEvents.at, command: auditEvents.command, personId: people.id, name: people.name })
		.from(auditEvents)
		.innerJoin(people, and(eq(people.tenantId, auditEvents.tenantId), eq(people.id, auditEvents.actor)))
		.where(
			and(
				eq(auditEvents.tenantId, tenantId),
				eq(auditEvents.entity, 'text'),
				eq(auditEvents.entityId, id),
				inArray(auditEvents.command, [...leadingDeeds, ...otherDeeds]),
				since === null ? undefined : gte(auditEvents.at, since)
			)
		)
		.orderBy(asc(auditEvents.seq));
}
