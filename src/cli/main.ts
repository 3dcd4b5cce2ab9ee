#!/usr/bin/env node
import process from "node:process";
import { runCommandLine } from "./run-command-line.ts";
import { openTerminal } from "./terminal.ts";

const terminal = openTerminal(process);
const exitCode = await runCommandLine(process.argv.slice(2), terminal, process);
await terminal.flush();
process.exit(exitCode);
