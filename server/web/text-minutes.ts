import { dayIn } from '#domain/house-time.ts';
import { may } from '#domain/rights/rights.ts';
import type { MinutesHead, MinutesLink, SittingAtHand } from '#protocol/text-minutes.ts';
import { proposedHours, spanOf } from '#text/minutes/proposed-hours.ts';
import { happenedIn, type Span } from '#text/minutes/sitting.ts';
import type { App } from '../app.ts';
import type { Actor } from '../auth/actor.ts';
import { standingsOf } from '../auth/standings.ts';
import { settingOfText } from '../commands/text-places.ts';
import { listSuggestions } from '../db/repositories/suggestions.ts';
import { zoneOfTenant } from '../db/repositories/tenants.ts';
import { findMinutes, leadingDeeds, listDeeds, listKeepers, listMinutesOf } from '../db/repositories/text-minutes.ts';
import { findText, type LiveText } from '../db/repositories/texts.ts';

type Person = Extract<Actor, { kind: 'person' }>;

/** The minutes of sittings on a text that somebody may read, the newest first. */
export async function readMinutesAbout({ db }: App, person: Person, text: LiveText): Promise<MinutesLink[]> {
	const zone = await zoneOfTenant(db, text.tenantId);
	const links: MinutesLink[] = [];
	for (const { id, title, state, beganAt } of await listMinutesOf(db, text.tenantId, text.id)) {
		if (await mayRead(db, person, id)) links.push({ id, title, state, day: dayIn(zone, beganAt) });
	}
	return links;
}

/** Of what a text is the minutes, or null. Of the text that the sitting was on, its readers are told only. */
export async function readMinutesHead({ db }: App, person: Person, text: LiveText): Promise<MinutesHead | null> {
	const found = text.kind === 'minutes' ? await findMinutes(db, text.tenantId, text.id) : null;
	if (!found) return null;
	const { aboutId: id, title, beganAt, keeper } = found;
	const about = (await mayRead(db, person, id)) ? { id, title } : null;
	return { day: dayIn(await zoneOfTenant(db, text.tenantId), beganAt), about, keeper };
}

/** What is known of the last sitting on a text since the minutes before; nothing of it is claimed. */
export async function readSittingAtHand({ db, clock }: App, person: Person, text: LiveText): Promise<SittingAtHand> {
	const [zone, earlier, keepers] = await Promise.all([
		zoneOfTenant(db, text.tenantId),
		listMinutesOf(db, text.tenantId, text.id),
		listKeepers(db, text, person.personId)
	]);
	const ends = earlier.map(({ endedAt }) => endedAt.getTime());
	const deeds = await listDeeds(db, text, ends.length > 0 ? new Date(Math.max(...ends)) : null);
	const leading = deeds.filter(({ command }) => leadingDeeds.includes(command)).map(({ at }) => at);
	const hours = proposedHours(leading, zone);
	const there = hours ? await actingIn(db, text, deeds, spanOf(hours, zone)) : new Set<string>();
	const names = new Set([...there, ...keepers.map(({ name }) => name)].filter((name) => name !== ''));
	const german = new Intl.Collator('de', { numeric: true });
	return {
		...(hours ?? { day: dayIn(zone, clock()), from: '', until: '' }),
		people: [...names].sort(german.compare).map((name) => ({ name, ticked: there.has(name) })),
		keepers
	};
}

/** Who has done something about a text in some hours, by name; also who has handed in for a group. */
async function actingIn(
	db: App['db'],
	{ tenantId, id }: LiveText,
	deeds: Awaited<ReturnType<typeof listDeeds>>,
	span: Span
): Promise<Set<string>> {
	const suggestions = await listSuggestions(db, tenantId, id);
	const told = suggestions.filter(
		({ suggestion: { state, createdAt } }) => state !== 'withdrawn' && happenedIn(span, createdAt)
	);
	const acted = deeds.filter(({ at }) => happenedIn(span, at));
	return new Set(
		[...acted.map(({ name }) => name), ...told.map(({ author }) => author)].filter((name) => name !== null)
	);
}

async function mayRead(db: App['db'], person: Person, textId: string): Promise<boolean> {
	const text = await findText(db, textId);
	return text !== null && may(await standingsOf(db, person, settingOfText(text)), 'text.read');
}
