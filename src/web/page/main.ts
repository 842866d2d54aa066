/**
 * What runs in a report's page: makes its pictures answer pointer and keys, fits them to their column, saves them, and opens everything
 * that is folded for the printer. The page is complete without it.
 */
import { loadFigures } from "./live-figure.ts";
import { unfoldForPrinting } from "./printing.ts";

loadFigures();
unfoldForPrinting();
