import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Random } from '#board/ids.ts';
import { insist } from '../support/insist.ts';
import { later } from '../support/sync.ts';
import { Visitor } from '../support/visitor.ts';
import { dropped, repeated } from './plan.ts';
import { Screen } from './screen.ts';
import type { Times } from './times.ts';

/** What a group's phones have in common. */
export interface Hall {
	url: string;
	joinPath: string;
	sessionId: string;
	times: Times;
	/** What went otherwise than it should, one sentence each. */
	faults: string[];
}

/** A card that the server called accepted. */
export interface Accepted {
	cardId: string;
	elementId: string;
	late: boolean;
}

/** One guest with her phone in a hall with a bad network. */
export class Phone {
	/** What the server answered her page and her commands with; the stream is counted by itself. */
	#answered = 0;
	readonly #visitor: Visitor;
	#screen: Screen | undefined;

	constructor(
		readonly name: string,
		readonly hall: Hall,
		readonly random: Random
	) {
		this.#visitor = new Visitor(hall.url);
	}

	/** All that was sent to this phone, without headers, scripts and styles. */
	get bytes(): number {
		return this.#answered + (this.#screen?.bytes ?? 0);
	}

	get screen(): Screen {
		if (!this.#screen) throw new Error(`${this.name} has not come in`);
		return this.#screen;
	}

	/** Comes in by the link behind the QR code and opens the page, at some moment within this time. */
	async comeIn(within: number): Promise<void> {
		await later(this.random() * within);
		const { joinPath, sessionId, times } = this.hall;
		await times.of('coming in (form)', this.#visitor.join(joinPath, this.name));
		const page = await times.of('the page of a phone', this.#visitor.get(`/s/${sessionId}/take-part`));
		this.#answered += (await page.arrayBuffer()).byteLength;
		this.#screen = await times.of('its first state', Screen.open(this.#visitor, sessionId, 'participant'));
	}

	/** Loses the line at some moment within this time, if she is one of those who do. */
	async perhapsDrop(within: number): Promise<void> {
		if (this.random() >= dropped) return;
		await later(this.random() * within);
		this.screen.drop();
	}

	/**
	 * Sends a command once for the person, but perhaps more often for the server: the network doubles some requests and loses the
	 * answer of others, which are then sent again under their key. Undefined when it was refused, which is a fault here.
	 */
	async send<T>(command: string, input: unknown): Promise<T | undefined> {
		const key = randomUUID();
		const once = async (signal?: AbortSignal) => {
			const answer = await this.#visitor.command<T>(command, input, key, signal);
			this.#answered += Buffer.byteLength(JSON.stringify(answer));
			return answer;
		};
		const luck = this.random();
		if (luck < repeated / 2) await once(AbortSignal.timeout(Math.ceil(this.random() * 40))).catch(() => undefined);
		const first = this.hall.times.of(command, insist(once));
		const answers = await Promise.all(luck >= repeated / 2 && luck < repeated ? [first, insist(once)] : [first]);
		const [{ value, problem }] = answers as [Awaited<typeof first>];
		if (problem) this.hall.faults.push(`${command} of ${this.name} was refused: ${JSON.stringify(problem)}`);
		if (!answers.every((answer) => isDeepStrictEqual(answer, answers[0])))
			this.hall.faults.push(`${command} of ${this.name} got two answers under one key: ${JSON.stringify(answers)}`);
		return value;
	}
}
