/** A scenario file that the page opens with. */
export interface OpenedText {
  readonly name: string;
  readonly text: string;
}
