import { boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { json, moment, owned, ownKey, within } from './columns.ts';

/** A county, city or district: the owner of all its data. */
export const tenants = pgTable('tenants', {
	id: uuid().primaryKey(),
	key: text().notNull().unique(),
	name: text().notNull(),
	kind: text({ enum: ['kreis', 'landkreis', 'stadt', 'gemeinde', 'bezirk', 'verband'] }).notNull(),
	locale: text().notNull().default('de'),
	timezone: text().notNull().default('Europe/Berlin'),
	createdAt: moment('created_at').notNull()
});

/** The only table with names. Everything else knows a person by id, so that erasing a name erases it everywhere. */
export const people = pgTable(
	'people',
	{ ...owned(), name: text(), kind: text({ enum: ['account', 'guest'] }).notNull(), erasedAt: moment('erased_at') },
	(row) => [ownKey(row)]
);

/** A way to sign in, with the role in the organisation. */
export const accounts = pgTable(
	'accounts',
	{
		...owned(),
		personId: uuid('person_id').notNull(),
		email: text().notNull(),
		passwordHash: text('password_hash').notNull(),
		role: text({ enum: ['admin', 'steering', 'member'] }).notNull(),
		disabledAt: moment('disabled_at')
	},
	(row) => [ownKey(row), uniqueIndex().on(row.email), within(row, row.personId, () => people)]
);

/** A council, committee, commission, executive college, unit or team. */
export const bodies = pgTable(
	'bodies',
	{
		...owned(),
		key: text().notNull(),
		name: text().notNull(),
		short: text(),
		kind: text({ enum: ['council', 'committee', 'commission', 'college', 'team', 'unit'] }).notNull(),
		/** Fachgruppe, agile core team or project, for teams only. */
		teamKind: text('team_kind', { enum: ['topic-group', 'core-team', 'project'] }),
		/** May its sittings be public? A body that never sits in public is never offered the choice. */
		publicRule: text('public_rule', { enum: ['always', 'never', 'either'] })
			.notNull()
			.default('either'),
		/** Is it competent to adopt a goal system? */
		decides: boolean().notNull().default(false),
		purpose: json<string[]>('purpose').notNull().default([])
	},
	(row) => [ownKey(row), uniqueIndex().on(row.tenantId, row.key)]
);

/** A signed-in session of a person. Only the SHA-256 of the cookie's value is kept. */
export const authSessions = pgTable(
	'auth_sessions',
	{
		idHash: text('id_hash').primaryKey(),
		tenantId: uuid('tenant_id').notNull(),
		personId: uuid('person_id').notNull(),
		expiresAt: moment('expires_at').notNull(),
		createdAt: moment('created_at').notNull().defaultNow()
	},
	(row) => [index().on(row.personId), within(row, row.personId, () => people)]
);

/** The one-time links that make the first organisation and its administrator; only hashes are kept. */
export const setupLinks = pgTable('setup_links', {
	tokenHash: text('token_hash').primaryKey(),
	createdAt: moment('created_at').notNull(),
	usedAt: moment('used_at')
});
