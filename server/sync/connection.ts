import type { IncomingMessage } from 'node:http';
import { closeCodes, type CloseCode } from '#protocol/close-codes.ts';
import type { DocumentAddress } from '#protocol/document-names.ts';
import type { Limits } from '#protocol/limits.ts';
import { deniedMessage, savedMessage } from '#protocol/messages.ts';
import type { DocumentRight, Grant, SyncLog, Visitor } from './access.ts';
import type { CommitQueue } from './commit-queue.ts';
import { receive } from './incoming.ts';
import type { Member, Room } from './room.ts';
import { SavedCounter } from './saved-counter.ts';
import type { Socket } from './socket.ts';
import { TokenBucket } from './token-bucket.ts';

/** Reading slowly in a few steps a second costs less than in many. */
const shortestPause = 50;

/** Why a connection is not read: its person is unknown yet, it was too fast, the disk is too slow, or the server is closing. */
type PauseReason = 'joining' | 'pace' | 'disk' | 'closing';

/** What a connection needs from its surroundings. */
export interface ConnectionServices {
	readonly commits: CommitQueue;
	readonly log: SyncLog;
	readonly limits: Limits;
}

/** One open socket to one document. It owns the socket: pace, backpressure and the end. What is said over it is `incoming.ts`. */
export class Connection implements Member {
	readonly saved = new SavedCounter();
	room: Room | null = null;
	visitor: Visitor | null = null;
	/** Rises when rights may have changed; whoever is joining looks again. */
	accessEpoch = 0;
	/** Whether a sign of life came since the last heartbeat. */
	alive = true;
	/** Looks again when the session is due to end. */
	sessionTimer: NodeJS.Timeout | undefined;
	#grant: Grant | null = null;
	#closed = false;
	#questions = 0;
	#answering = 0;
	#announcing = false;
	#unread: Uint8Array[] = [];
	readonly #bucket: TokenBucket;
	readonly #pauses = new Set<PauseReason>();

	constructor(
		private readonly socket: Socket,
		readonly request: IncomingMessage,
		readonly name: string,
		readonly address: DocumentAddress,
		readonly services: ConnectionServices
	) {
		this.#bucket = new TokenBucket(services.limits.burstTokens, services.limits.tokensPerSecond);
		this.pause('joining');
	}

	get closed(): boolean {
		return this.#closed;
	}

	get personId(): string {
		return this.visitor?.personId ?? '';
	}

	get identity(): Grant['identity'] {
		return this.#grant!.identity;
	}

	get right(): DocumentRight {
		return this.#grant?.right ?? 'none';
	}

	/** From now on the connection acts with these rights. */
	admit(visitor: Visitor, grant: Grant): void {
		this.visitor = visitor;
		this.#grant = grant;
	}

	/** Whether the client still owes an answer to a question of ours; until then holes in what it sends are to be expected. */
	get owesAnswer(): boolean {
		return this.#questions > 0;
	}

	/** Whether the client owes more than one answer: the next one answers a question that was asked too early. */
	get owesSeveralAnswers(): boolean {
		return this.#questions > 1;
	}

	/** Asks the client for everything that the room lacks. */
	ask(question: Uint8Array): void {
		this.#questions++;
		this.send(question);
	}

	/** An answer to the oldest question has come. */
	answered(): void {
		this.#questions = Math.max(0, this.#questions - 1);
	}

	/** Whether what the client still has to say was asked for, or put off, by what the room knew until now. */
	get awaitsQuestion(): boolean {
		return this.right === 'write' && (this.owesAnswer || this.saved.withholds);
	}

	/** Stops reading for a reason; reading goes on when no reason is left. */
	pause(reason: PauseReason): void {
		this.#pauses.add(reason);
		this.socket.pause();
	}

	resume(reason: PauseReason): void {
		this.#pauses.delete(reason);
		for (let frame = this.#nextUnread(); frame; frame = this.#nextUnread()) this.#read(frame);
		if (this.#pauses.size === 0) this.socket.resume();
	}

	/** A frame has come in. What came with it in the same packet waits as well while reading is paused. */
	take(frame: Uint8Array): void {
		if (this.#pauses.size > 0) this.#unread.push(frame);
		else this.#read(frame);
	}

	#nextUnread(): Uint8Array | undefined {
		return this.#pauses.size === 0 ? this.#unread.shift() : undefined;
	}

	#read(frame: Uint8Array): void {
		if (this.room && !this.#closed) receive(this, this.room, frame);
	}

	/** Takes the price of a message; who has spent too much is read again later. */
	pay(tokens: number): void {
		const wait = this.#bucket.pay(tokens);
		if (wait === 0 || this.#pauses.has('pace')) return;
		this.pause('pace');
		setTimeout(() => this.resume('pace'), Math.max(wait, shortestPause)).unref();
	}

	send(frame: Uint8Array): void {
		if (this.#closed) return;
		if (this.socket.bufferedAmount === 0) this.#answering = 0;
		if (this.socket.bufferedAmount > this.services.limits.bufferedAtMost + this.#answering) {
			this.close(closeCodes.tryAgainLater, 'reads too slowly');
		} else {
			this.socket.send(frame);
		}
	}

	/** Sends what the client asked for. A large document may wait unsent without the client being too slow. */
	answer(frames: readonly Uint8Array[]): void {
		for (const frame of frames) this.send(frame);
		this.#answering = Math.max(
			this.#answering,
			frames.reduce((sum, frame) => sum + frame.length, 0)
		);
	}

	sendPresence(frame: Uint8Array): void {
		if (this.socket.bufferedAmount < this.services.limits.bufferedWithoutPresence) this.send(frame);
	}

	/** A change is on disk or brought nothing new: tells the client how far it is saved. */
	settle(change: number, complete: boolean): void {
		const before = this.saved.saved;
		this.saved.settle(change, complete);
		if (this.saved.saved > before) this.#announceSaved();
	}

	/** Several changes of one batch make one announcement. */
	#announceSaved(): void {
		if (this.#announcing) return;
		this.#announcing = true;
		queueMicrotask(() => {
			this.#announcing = false;
			this.send(savedMessage(this.saved.saved));
		});
	}

	/** Tells somebody who wrote without the right to, and ends the connection. */
	deny(reason: string): void {
		this.send(deniedMessage(reason));
		this.close(closeCodes.noAccess, reason);
	}

	close(code: CloseCode, reason: string): void {
		if (this.#closed) return;
		this.#closed = true;
		this.services.log.info({ document: this.name, person: this.visitor?.personId, code, reason }, 'Connection closed');
		this.#unread = [];
		// A paused socket would never read the other side's farewell.
		this.socket.resume();
		this.socket.close(code, reason);
		setTimeout(() => this.socket.terminate(), this.services.limits.closingWithin).unref();
	}

	/** The socket is gone, whoever closed it. */
	markClosed(): void {
		this.#closed = true;
	}

	/** Asks for a sign of life; without one since the last time the connection is cut. */
	beat(frame: Uint8Array): void {
		if (!this.alive && this.#pauses.size === 0) return this.socket.terminate();
		this.alive = false;
		this.sendPresence(frame);
		this.socket.ping();
	}
}
