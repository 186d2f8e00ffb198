import type { GenericSchema, InferOutput } from 'valibot';
import type { Result } from '#domain/result.ts';
import type { Action } from '#domain/rights/rights.ts';
import type { Actor } from '../auth/actor.ts';
import type { Transaction } from '../db/database.ts';
import type { Context, Place } from './context.ts';

/** The line that a command leaves in the audit log: ids and numbers, never names, contents or codes. */
export interface AuditLine {
	entity: string;
	entityId: string;
	facts?: Record<string, string | number | boolean | null>;
}

/** One thing that people or programs can do. Right, rule, one transaction, one audit line. */
export interface Command<Schema extends GenericSchema, Output> {
	/** Verb and noun, as in the file's name, the REST address and the audit log. */
	name: string;
	/** The line in the table of rights. */
	right: Action;
	input: Schema;
	/** Where it acts, or null if there is no such thing. Runs before the right is checked. */
	place(tx: Transaction, input: InferOutput<Schema>, actor: Actor): Promise<Place | null>;
	run(ctx: Context, input: InferOutput<Schema>): Promise<Result<Output>>;
	audit(input: InferOutput<Schema>, output: Output): AuditLine;
}

/** Writes a command down; the types of input and output follow from its parts. */
export const defineCommand = <Schema extends GenericSchema, Output>(command: Command<Schema, Output>) => command;

/** A command whose types do not matter, as lists and the REST door see it. */
export type AnyCommand = Command<GenericSchema, unknown>;
