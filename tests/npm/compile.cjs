// Compiles Solidity: the compiler's standard JSON comes on stdin, its answer goes to stdout.
const solc = require("solc");
const input = require("fs").readFileSync(0, "utf8");
process.stdout.write(solc.compile(input));
