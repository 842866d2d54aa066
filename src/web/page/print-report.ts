import * as comlink from "comlink";
import type { Document } from "../../report/index.ts";
import type { Printer } from "../printer.ts";
import PrinterWorker from "../printer.ts?worker&inline";

/** A report as one HTML file, by a worker of its own. */
export async function printReport(document: Document): Promise<string> {
  const worker = new PrinterWorker();
  try {
    const failed = new Promise<never>((_, reject) => {
      worker.onerror = ({ message }) => reject(new Error(message));
    });
    return await Promise.race([comlink.wrap<Printer>(worker).html(document), failed]);
  } finally {
    worker.terminate();
  }
}
