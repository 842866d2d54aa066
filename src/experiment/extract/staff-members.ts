import { ROLES } from "../../model/index.ts";
import { Names } from "./names.ts";

const MOST_STAFF = 2000;

/** People of the staff that a log tells of, and in which roles. */
export class StaffMembers {
  /** By person: how often each role was told, the first entry being none. */
  readonly roles: Int32Array[] = [];
  readonly #names = new Names(MOST_STAFF);

  /** Ordinal of somebody who was told of in this role (place in `ROLES`; −1: none); −1: there are too many people. */
  of(person: string, role: number): number {
    const ordinal = this.#names.of(person);
    if (ordinal < 0) return ordinal;
    this.roles[ordinal] ??= new Int32Array(ROLES.length + 1);
    this.roles[ordinal][role + 1]! += 1;
    return ordinal;
  }

  get count(): number {
    return this.#names.cells.length;
  }
}
