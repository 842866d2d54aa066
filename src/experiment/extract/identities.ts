/** Turns identifiers into numbers that say nothing. */
export interface Identities {
  /** In [0, 1): decides who is in a sample; the same for the same identifier, always. */
  draw(identifier: string): number;
  /** A whole number from 0 that only this reading knows; equal ones are equal. Of people, whose identifiers come again and again, and of anything else. */
  person(identifier: string): number;
  number(identifier: string): number;
}
