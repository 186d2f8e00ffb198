/** More things in view are a crowd: they take a while to mount, and nobody reads so many at once. */
const many = 150;
/** From so few on they are none any more; between the two it stays as it was, so that nothing flickers while one looks around. */
const few = 110;

/** Remembers whether there is more in view than is worth mounting. */
export class Crowd {
	#is = false;

	isOne(count: number): boolean {
		this.#is = count > (this.#is ? few : many);
		return this.#is;
	}
}
