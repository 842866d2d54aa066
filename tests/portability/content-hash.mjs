import { sha256 } from "../../node_modules/@noble/hashes/sha2.js";

const BLOCK = 1 << 16;
// Bit patterns of NaN: the language leaves open which one a number has, so all of them are one here and the others are free for use.
const NOT_A_NUMBER = 0;
const LIST = 1;
const TEXT = 2;
const utf8 = new TextEncoder();

/** SHA-256 of any plain value, to the last bit of every number; works the same in Node and in a page. */
export class ContentHash {
  #hash = sha256.create();
  #bytes = new Uint8Array(BLOCK);
  #view = new DataView(this.#bytes.buffer);
  #used = 0;

  /** Takes in numbers, strings, booleans, undefined, null, arrays, typed arrays, maps and plain objects, in their own order. */
  add(value) {
    if (typeof value === "number") this.#number(value);
    else if (typeof value === "string") this.#text(value);
    else if (value === null || value === undefined || typeof value === "boolean") this.#text(`<${value}>`);
    else if (ArrayBuffer.isView(value) || Array.isArray(value)) this.#list(value);
    else if (value instanceof Map) this.#list([...value]);
    else if (typeof value === "object") this.#list(Object.entries(value));
    else throw new Error(`a ${typeof value} is not data`);
    return this;
  }

  /** Hexadecimal; nothing can be added after it. */
  digest() {
    this.#flush();
    return Array.from(this.#hash.digest(), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  #list(values) {
    this.#mark(LIST);
    this.#number(values.length);
    for (const value of values) this.add(value);
  }

  #number(value) {
    if (Number.isNaN(value)) this.#mark(NOT_A_NUMBER);
    else {
      if (this.#used + 8 > BLOCK) this.#flush();
      this.#view.setFloat64(this.#used, value);
      this.#used += 8;
    }
  }

  #text(value) {
    const bytes = utf8.encode(value);
    this.#mark(TEXT);
    this.#number(bytes.length);
    this.#flush();
    this.#hash.update(bytes);
  }

  /** Eight bytes that no number has. */
  #mark(meaning) {
    if (this.#used + 8 > BLOCK) this.#flush();
    this.#view.setUint32(this.#used, 0x7ff80000);
    this.#view.setUint32(this.#used + 4, meaning);
    this.#used += 8;
  }

  #flush() {
    this.#hash.update(this.#bytes.subarray(0, this.#used));
    this.#used = 0;
  }
}
