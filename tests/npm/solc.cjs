#!/usr/bin/env node
// The compiler as a program that forge can start: `--version`, or standard JSON on stdin.
const solc = require("solc");
const words = process.argv.slice(2);
if (words.includes("--version")) {
  process.stdout.write(`solc, the solidity compiler\nVersion: ${solc.version()}\n`);
} else {
  process.stdout.write(solc.compile(require("fs").readFileSync(0, "utf8")));
}
