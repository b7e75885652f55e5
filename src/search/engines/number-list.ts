/** A growing list of numbers from 0 to 2^32 - 1 that takes four bytes each. */
export class NumberList {
  #numbers: Uint32Array;
  #length = 0;

  constructor(numbers: Uint32Array = new Uint32Array()) {
    this.#numbers = numbers;
    this.#length = numbers.length;
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    this.#reach(this.#length + 1);
    this.#numbers[this.#length - 1] = number;
  }

  pushAll(numbers: Uint32Array): void {
    const end = this.#length;
    this.#reach(end + numbers.length);
    this.#numbers.set(numbers, end);
  }

  /** The number at a place; 0 behind the end. */
  at(place: number): number {
    return place < this.#length ? (this.#numbers[place] ?? 0) : 0;
  }

  /** Sets the number at a place; the list is 0 up to there where it was shorter. */
  set(place: number, number: number): void {
    this.#reach(place + 1);
    this.#numbers[place] = number;
  }

  /** Adds to the number at a place; the list is 0 up to there where it was shorter. */
  add(place: number, number: number): void {
    this.#reach(place + 1);
    this.#numbers[place] = (this.#numbers[place] ?? 0) + number;
  }

  /** The numbers so far, without a copy: what is pushed later does not change them, `add` does. */
  view(): Uint32Array {
    return this.#numbers.subarray(0, this.#length);
  }

  toArray(): Uint32Array {
    return this.#numbers.slice(0, this.#length);
  }

  #reach(length: number): void {
    if (length > this.#numbers.length) {
      const larger = new Uint32Array(Math.max(1024, length, this.#numbers.length * 2));
      larger.set(this.#numbers.subarray(0, this.#length));
      this.#numbers = larger;
    }
    this.#length = Math.max(this.#length, length);
  }
}
