import { openChromiumPrinter } from "../../src/chromium/chromium-printer.ts";
import { openFakePrinter } from "../support/fake-printer.ts";
import { describePrinterContract } from "../support/printer-contract.ts";
import { testSurroundings } from "../support/surroundings.ts";

describePrinterContract("The fake printer", openFakePrinter);
describePrinterContract(
  "The Chromium printer",
  () => openChromiumPrinter({ surroundings: testSurroundings(), tabs: 2 }),
  () => openChromiumPrinter({ surroundings: testSurroundings(), tabs: 2, isDrawing: true }),
);
