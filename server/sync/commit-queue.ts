import { limits, type Limits } from '#protocol/limits.ts';
import type { SyncLog } from './access.ts';
import type { AppendOutcome, DocumentLog, Entry } from './document-log.ts';

/** An entry on its way to the disk and what happens when its fate is known. */
export interface Waiting extends Entry {
	/** Whether what it was judged against has turned out to be wrong, so that it may not be written any more. */
	readonly outdated: boolean;
	settled(): void;
	/** It was not written, because what it was judged against was wrong; whoever sent it has to be asked again. */
	stale(): void;
}

/** What the rooms want to know of the commits. */
export interface CommitListener {
	/** The outcome for one document; called before its entries are told that they are settled. */
	onOutcome(document: string, outcome: AppendOutcome): void;
	/** No commit for `pauseWritersAfter`: stop reading from those who wait. */
	onStall(): void;
	/** No commit for `closeWritersAfter`: ask those who wait to come back later. */
	onGiveUp(): void;
	/** Commits succeed again. */
	onRecovery(): void;
}

/**
 * Group commit. One transaction is under way; what arrives meanwhile forms the next, which begins at most `commitEvery` after the
 * one before: that is rarely felt and saves commits and messages when many write. Nothing is shown to anybody before its commit,
 * and nothing that was accepted is dropped: a failed batch is tried again until it succeeds. An attempt whose answer got lost may
 * have succeeded; then the log finds the second one stale, and whoever sent it is asked again.
 */
export class CommitQueue {
	#waiting: Waiting[] = [];
	#barriers: (() => void)[] = [];
	#bytes = 0;
	/** When the next commit may begin: at once in calm times, in beats while much comes in. */
	#notBefore = 0;
	#running = false;
	#closed = false;
	#stalled = false;
	#full = false;

	constructor(
		private readonly documents: Pick<DocumentLog, 'append'>,
		private readonly listener: CommitListener,
		private readonly log: SyncLog,
		private readonly times: Limits = limits
	) {}

	/** Whether whoever writes should wait before sending more. */
	get congested(): boolean {
		return this.#stalled || this.#full;
	}

	add(entry: Waiting): void {
		this.#waiting.push(entry);
		this.#bytes += entry.bytes.length;
		this.#full ||= this.#bytes > this.times.waitingBytes;
		if (!this.#running) void this.#run();
	}

	/** Calls back when everything that was added before is on disk. */
	barrier(reached: () => void): void {
		if (this.#running) this.#barriers.push(reached);
		else reached();
	}

	/** Waits until everything that was accepted is on disk, at most this long. */
	async close(within: number): Promise<void> {
		const end = performance.now() + within;
		while (this.#running && performance.now() < end) await pause(5);
		this.#closed = true;
	}

	async #run(): Promise<void> {
		this.#running = true;
		while (this.#waiting.length + this.#barriers.length > 0 && !this.#closed) {
			const early = this.#notBefore - performance.now();
			if (early > 0 && this.#waiting.length > 0) await pause(early);
			this.#notBefore = performance.now() + this.times.commitEvery;
			const batch = this.#takeUpToDate();
			const barriers = this.#barriers;
			this.#barriers = [];
			const outcomes = batch.length > 0 ? await this.#commit(batch) : nothing;
			if (!outcomes) break;
			this.#announce(batch, outcomes);
			for (const reached of barriers) reached();
		}
		this.#running = false;
	}

	#takeUpToDate(): Waiting[] {
		const [batch, outdated]: [Waiting[], Waiting[]] = [[], []];
		for (const entry of this.#waiting) (entry.outdated ? outdated : batch).push(entry);
		this.#waiting = [];
		for (const entry of outdated) {
			this.#bytes -= entry.bytes.length;
			entry.stale();
		}
		return batch;
	}

	#announce(batch: readonly Waiting[], outcomes: ReadonlyMap<string, AppendOutcome>): void {
		for (const [document, outcome] of outcomes) {
			try {
				this.listener.onOutcome(document, outcome);
			} catch (error) {
				this.log.error({ err: error, document }, 'Committed updates could not be shown');
			}
		}
		for (const entry of batch) {
			this.#bytes -= entry.bytes.length;
			const kind = outcomes.get(entry.document)?.kind;
			if (kind === 'committed') entry.settled();
			else if (kind === 'stale') entry.stale();
		}
		if (this.#full && this.#bytes < this.times.waitingBytes) {
			this.#full = false;
			this.listener.onRecovery();
		}
	}

	async #commit(batch: readonly Waiting[]): Promise<Map<string, AppendOutcome> | null> {
		const stall = setTimeout(() => this.#stall(batch.length), this.times.pauseWritersAfter);
		const giveUp = setTimeout(() => this.listener.onGiveUp(), this.times.closeWritersAfter);
		try {
			for (let wait = this.times.retryFirst; !this.#closed; wait = Math.min(wait * 2, this.times.retryAtMost)) {
				try {
					const outcomes = await this.documents.append(batch);
					this.#recover();
					return outcomes;
				} catch (error) {
					this.log.warn({ err: error, updates: batch.length }, 'Updates could not be committed; trying again');
					await pause(wait);
				}
			}
			return null;
		} finally {
			clearTimeout(stall);
			clearTimeout(giveUp);
		}
	}

	#stall(updates: number): void {
		this.#stalled = true;
		this.log.error({ updates }, 'The database takes no updates; reading from writers is paused');
		this.listener.onStall();
	}

	#recover(): void {
		if (!this.#stalled) return;
		this.#stalled = false;
		this.log.info({}, 'The database takes updates again');
		this.listener.onRecovery();
	}
}

const nothing: Map<string, AppendOutcome> = new Map();

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
