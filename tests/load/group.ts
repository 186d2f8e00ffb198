import type { Random } from '#board/ids.ts';
import type { LeadState, RoundView } from '#protocol/session-state.ts';
import { later } from '../support/sync.ts';
import type { Visitor } from '../support/visitor.ts';
import { clusterCards, readNotes } from './clusters.ts';
import { expectCards, expectVotes } from './expectations.ts';
import { Phone, type Accepted, type Hall } from './phone.ts';
import { lateWriters, secondThoughts, type Plan } from './plan.ts';
import { Screen } from './screen.ts';
import { Wall } from './wall.ts';

const clusters = 5;

/** One of the groups of an evening: a facilitator, a projector and the phones of those who sit there. */
export class Group {
	readonly phones: Phone[];
	readonly #wall = new Wall();
	/** Accepted cards with their text, and when the answer came. */
	readonly #cards = new Map<string, { text: string; at: number }>();
	/** The vote that each phone gave last, and when the answer to its first one came. */
	readonly #votes: { ballot: Record<string, number>; at: number }[] = [];

	private constructor(
		readonly lead: Visitor,
		readonly projector: Screen,
		readonly desk: Screen,
		readonly hall: Hall,
		readonly plan: Plan,
		names: readonly string[],
		random: () => Random
	) {
		this.phones = names.map((name) => new Phone(name, hall, random()));
		projector.heard = this.#wall.see;
	}

	/** Makes a session and opens the facilitator's screen and the projector. */
	static async open(
		lead: Visitor,
		{ url, times, faults }: Pick<Hall, 'url' | 'times' | 'faults'>,
		{ processId, title, plan, names, random }: Opening
	): Promise<Group> {
		const input = { processId, title, template: 'potential-workshop' };
		const { sessionId } = await lead.done('create-session', input);
		const desk = await Screen.open(lead, sessionId!, 'lead');
		const projector = await Screen.open(lead, sessionId!, 'projector');
		const { joinPath } = desk.state as LeadState;
		return new Group(
			lead,
			projector,
			desk,
			{ url, joinPath, sessionId: sessionId!, times, faults },
			plan,
			names,
			random
		);
	}

	get bytes(): number {
		return this.phones.reduce((sum, { bytes }) => sum + bytes, 0);
	}

	/** Everybody comes in; the agenda goes on to collecting. */
	async gather(): Promise<void> {
		await Promise.all(this.phones.map((phone) => phone.comeIn(this.plan.joining)));
		await this.projector.when(({ present }) => present === this.phones.length);
		for (let step = 0; step < 2; step++) await this.#leads('move-step', { to: 'next' });
	}

	/** Everybody writes her cards and says that she is ready; nobody sees the others' words. */
	async write(): Promise<void> {
		const { writing, cards } = this.plan;
		await this.#each(async (phone) => {
			void phone.perhapsDrop(writing);
			for (let card = 1; card <= cards; card++) {
				await later((phone.random() * writing) / cards);
				await this.#submit(phone, `Karte ${card} von ${phone.name}: ${'Radwege und Busse '.repeat(1 + card)}`);
			}
			await phone.send('set-ready', { sessionId: this.hall.sessionId, ready: true });
		});
		await this.projector.when(({ cardCount }) => cardCount >= this.#cards.size);
		const answered = [...this.#cards.values()].map(({ at }) => at);
		this.#note('a card, until it counts on the projector', this.#wall.delays('cards', answered));
		if (this.#wall.texts.size > 0) this.hall.faults.push('Cards were on the projector before the reveal');
	}

	/** The cards are revealed; some send one more. */
	async reveal(): Promise<void> {
		const begun = performance.now();
		const onPhones = this.phones.map(({ screen }) =>
			screen.when(({ steps, currentStepId }) => steps.some(({ id, revealed }) => id === currentStepId && revealed))
		);
		await this.#leads('reveal-cards', {});
		const shown = await this.projector.when(({ cards }) => cards.length >= this.#cards.size);
		this.#note('the reveal, until all cards are on the projector', [shown - begun]);
		this.#note(
			'the reveal, until a phone knows',
			(await Promise.all(onPhones)).map((at) => at - begun)
		);
		await this.#each(async (phone) => {
			if (phone.random() >= lateWriters) return;
			await later((phone.random() * this.plan.writing) / 6);
			const accepted = await this.#submit(phone, `Nachgereicht von ${phone.name}`);
			if (!accepted) return;
			const answered = this.#cards.get(accepted.elementId)!.at;
			await this.projector.when(({ cards }) => cards.some(({ elementId }) => elementId === accepted.elementId));
			const delay = Math.max(0, this.#wall.shown(accepted.elementId) - answered);
			this.#note('a late card, until its words are on the projector', [delay]);
		});
	}

	/** The facilitator makes groups of the cards on the board. */
	async cluster(): Promise<void> {
		await this.#leads('move-step', { to: 'next' });
		const desk = this.desk.state as LeadState;
		const by = desk.people.find(({ role }) => role === 'facilitator')?.participantId ?? '';
		const all = this.#cards.size;
		const shown = () =>
			this.projector.when((state) => state.clusters.reduce((sum, { cards }) => sum + cards, 0) === all);
		await clusterCards(this.lead, desk.boardId, { by, count: clusters, shown });
	}

	/** Everybody gives her dots, and some change their minds. */
	async vote(): Promise<void> {
		await this.#leads('move-step', { to: 'next' });
		await this.desk.when(({ steps, currentStepId }) => steps.find(({ id }) => id === currentStepId)?.kind === 'weigh');
		const elementIds = this.desk.state.clusters.map(({ elementId }) => elementId);
		const begun = performance.now();
		const onPhones = this.phones.map(({ screen }) => screen.when(({ rounds }) => rounds.length > 0));
		const { roundId } = await this.#leads('open-round', { question: 'Was zuerst?', elementIds });
		this.#note(
			'a vote opens, until a phone shows it',
			(await Promise.all(onPhones)).map((at) => at - begun)
		);
		const round = this.phones[0]!.screen.state.rounds.find(({ id }) => id === roundId)!;
		await this.#each(async (phone) => {
			void phone.perhapsDrop(this.plan.voting);
			await later(phone.random() * this.plan.voting);
			let ballot = ballotOf(round, phone.random);
			if (!(await phone.send('cast-ballot', { roundId, ballot }))) return;
			const at = performance.now();
			if (phone.random() < secondThoughts) {
				await later((phone.random() * this.plan.voting) / 4);
				ballot = ballotOf(round, phone.random);
				await phone.send('cast-ballot', { roundId, ballot });
			}
			this.#votes.push({ ballot, at });
		});
		await this.projector.when(({ rounds }) => (rounds.at(-1)?.cast ?? 0) >= this.#votes.length);
		const answered = this.#votes.map(({ at }) => at);
		this.#note('a vote, until it counts on the projector', this.#wall.delays('votes', answered));
	}

	/** The vote is closed and the session ends; then everything has to be there once. */
	async close(): Promise<void> {
		const begun = performance.now();
		const closed = ({ rounds }: { rounds: RoundView[] }) => rounds.at(-1)?.state === 'closed';
		const onPhones = this.phones.map(({ screen }) => screen.when(closed));
		await this.#leads('close-round', { roundId: this.desk.state.rounds.at(-1)?.id });
		this.#note(
			'a vote closes, until a phone shows the result',
			(await Promise.all(onPhones)).map((at) => at - begun)
		);
		await this.projector.when(closed);
		await this.#leads('end-session', {});
		const { phones, hall } = this;
		const board = await readNotes(this.lead, this.desk.state.boardId);
		const sent = new Map([...this.#cards].map(([id, { text }]) => [id, text]));
		hall.faults.push(
			...expectCards(sent, { wall: this.#wall, board }),
			...expectVotes(this.#votes, this.projector.state.rounds.at(-1)!, phones)
		);
	}

	/** Everybody leaves. */
	leave(): void {
		for (const screen of [this.projector, this.desk, ...this.phones.map(({ screen }) => screen)]) screen.close();
	}

	/** How many cards and votes were accepted. */
	get accepted(): { cards: number; votes: number } {
		return { cards: this.#cards.size, votes: this.#votes.length };
	}

	async #submit(phone: Phone, text: string): Promise<Accepted | undefined> {
		const accepted = await phone.send<Accepted>('submit-card', { sessionId: this.hall.sessionId, text });
		if (accepted) this.#cards.set(accepted.elementId, { text: text.trim(), at: performance.now() });
		return accepted;
	}

	#leads(command: string, input: object): Promise<Record<string, string>> {
		const { sessionId, times } = this.hall;
		return times.of(command, this.lead.done(command, { sessionId, ...input }));
	}

	async #each(deed: (phone: Phone) => Promise<unknown>): Promise<void> {
		await Promise.all(this.phones.map(deed));
	}

	#note(what: string, taken: readonly number[]): void {
		for (const milliseconds of taken) this.hall.times.note(what, milliseconds);
	}
}

/** What a group begins with. */
interface Opening {
	processId: string;
	title: string;
	plan: Plan;
	names: readonly string[];
	/** The chance of one phone. */
	random: () => Random;
}

/** Some of somebody's dots, at most as many on one option as the rule allows. */
function ballotOf({ options, params }: RoundView, random: Random): Record<string, number> {
	const { dots = 1 } = params as { dots?: number };
	const chosen = options.map(({ id }) => ({ id, luck: random() })).sort((a, b) => a.luck - b.luck);
	return Object.fromEntries(chosen.slice(0, 1 + Math.floor(random() * dots)).map(({ id }) => [id, 1]));
}
