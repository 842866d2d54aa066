import { sha256 } from "../../node_modules/@noble/hashes/sha2.js";

const BLOCK = 1 << 16;
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
    this.#number(values.length);
    for (const value of values) this.add(value);
  }

  #number(value) {
    if (this.#used + 8 > BLOCK) this.#flush();
    // Which of the many bit patterns of NaN a number has is the one thing that the language leaves open.
    if (Number.isNaN(value)) this.#view.setUint32(this.#used, 0x7ff80000);
    else this.#view.setFloat64(this.#used, value);
    this.#used += 8;
  }

  #text(value) {
    const bytes = utf8.encode(value);
    this.#number(bytes.length);
    this.#flush();
    this.#hash.update(bytes);
  }

  #flush() {
    this.#hash.update(this.#bytes.subarray(0, this.#used));
    this.#bytes.fill(0, 0, this.#used);
    this.#used = 0;
  }
}
