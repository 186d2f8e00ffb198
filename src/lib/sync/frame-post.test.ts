import { expect, test } from 'vitest';
import { lineHeaders, unpackFrames } from '#protocol/http-line.ts';
import { FramePost } from './frame-post.ts';

const frame = (value: number) => new Uint8Array([value]);

/** A server on a bad line: takes a POST in and loses its answer as often as told. It keeps what came under each number. */
function badLine(lose: (attempt: number) => number | 'lost') {
	const taken = new Map<number, number[]>();
	let attempts = 0;
	const ask: typeof fetch = async (_address, init = {}) => {
		const sequence = Number(new Headers(init.headers).get(lineHeaders.sequence));
		const frames = unpackFrames(init.body as Uint8Array).map(([value]) => value!);
		const known = taken.get(sequence);
		if (known) expect(frames).toEqual(known);
		else taken.set(sequence, frames);
		const fate = lose(++attempts);
		if (fate === 'lost') throw new TypeError('network error');
		return new Response(null, { status: fate });
	};
	return { ask, taken, attempts: () => attempts };
}

test('frames arrive once and in order when answers are lost', async () => {
	const line = badLine((attempt) => (attempt % 2 === 1 ? 'lost' : 204));
	const broken: unknown[] = [];
	const post = new FramePost('/sync/x', 'id', line.ask, (error) => broken.push(error));
	for (const value of [1, 2, 3]) post.add(frame(value));
	await post.finish();
	post.add(frame(4));
	expect(post.bufferedAmount).toBe(1);
	await post.finish();
	expect([...line.taken.entries()]).toEqual([
		[1, [1, 2, 3]],
		[2, [4]]
	]);
	expect([post.bufferedAmount, broken]).toEqual([0, []]);
});

test('a sign of life is an empty POST, and none of its own when frames travel anyway', async () => {
	const line = badLine(() => 204);
	const post = new FramePost('/sync/x', 'id', line.ask, () => {});
	post.sign();
	await post.finish();
	post.add(frame(1));
	post.sign();
	await post.finish();
	expect([...line.taken.values()]).toEqual([[], [1]]);
});

test('a server that does not know the stream is not asked again', async () => {
	const line = badLine(() => 404);
	let broken = false;
	const post = new FramePost('/sync/x', 'id', line.ask, () => (broken = true));
	post.add(frame(1));
	await post.finish();
	post.add(frame(2));
	await post.finish();
	expect([broken, line.attempts()]).toEqual([true, 1]);
});
