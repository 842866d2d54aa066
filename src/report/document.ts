import type { Figure } from "./figures/figure.ts";

/** How a word should strike the reader; a renderer decides what that looks like. */
export type Tone = "plain" | "strong" | "faint" | "good" | "bad" | "caution";

export interface DocumentColumn {
  readonly title: string;
  readonly align: "left" | "right";
  /** Its text goes on below where the width ends; without one, the first column's does. */
  readonly wraps?: true;
}

export interface TableSection {
  readonly heading?: string;
  readonly rows: readonly (readonly string[])[];
}

/** Something with a name, and what is said of it. */
export interface DocumentEntry {
  readonly term: string;
  /** Beside the term. */
  readonly note: string;
  /** Below it. */
  readonly texts: readonly string[];
}

/** What something means for one group of people. */
export interface Card {
  readonly heading: string;
  /** The number to remember, with its unit and what it is. */
  readonly lead?: { readonly value: string; readonly unit: string; readonly label: string };
  readonly sentences: readonly string[];
}

/** What a document is made of, in the order in which it is read. */
export type Block =
  | { readonly type: "title"; readonly text: string; readonly under?: string }
  /** Of a section, or of a part of one, which is `level` 2. */
  | { readonly type: "heading"; readonly text: string; readonly level?: 2 }
  | {
      readonly type: "table";
      readonly columns: readonly DocumentColumn[];
      readonly sections: readonly TableSection[];
    }
  | { readonly type: "entries"; readonly entries: readonly DocumentEntry[] }
  /** To be copied: no line is broken. In `language`, where that is known: `mermaid` is a diagram. */
  | { readonly type: "code"; readonly lines: readonly string[]; readonly language?: "json" | "mermaid" }
  | { readonly type: "text"; readonly sentences: readonly string[] }
  /** What is asked, and what is to be thought of it. */
  | {
      readonly type: "answer";
      readonly question: string;
      readonly answer: string;
      readonly sentences: readonly string[];
      readonly tone: Tone;
    }
  | { readonly type: "cards"; readonly cards: readonly Card[] }
  | { readonly type: "figure"; readonly figure: Figure }
  /** What belongs together; what is folded is for those who ask. */
  | {
      readonly type: "section";
      readonly heading: string;
      readonly folded: boolean;
      readonly blocks: readonly Block[];
    }
  | { readonly type: "list"; readonly items: readonly string[]; readonly tone: Tone; readonly mark: string };

/** Something to read: every renderer (terminal, page, Markdown, CSV) shows the same one. */
export type Document = readonly Block[];
