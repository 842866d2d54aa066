/** How a word should strike the reader; a renderer decides what that looks like. */
export type Tone = "plain" | "strong" | "faint" | "good" | "bad" | "caution";

export interface DocumentColumn {
  readonly title: string;
  readonly align: "left" | "right";
}

export interface TableSection {
  readonly heading?: string;
  readonly rows: readonly (readonly string[])[];
}

/** What a document is made of, in the order in which it is read. */
export type Block =
  | { readonly type: "title"; readonly text: string; readonly under?: string }
  | { readonly type: "heading"; readonly text: string }
  | {
      readonly type: "table";
      readonly columns: readonly DocumentColumn[];
      readonly sections: readonly TableSection[];
    }
  | { readonly type: "text"; readonly sentences: readonly string[] }
  | { readonly type: "list"; readonly items: readonly string[]; readonly tone: Tone; readonly mark: string };

/** Something to read: every renderer (terminal, later pages) shows the same one. */
export type Document = readonly Block[];
