// What a client saw: every step by name, brought to what compares between two nodes.
//
//   order on stdin --> script --> see("step", async () => answer) --> JSON on stdout
import { readFileSync } from "fs";
import { createRequire } from "module";

export const require = createRequire(new URL("../../npm/package.json", import.meta.url));
export const order = JSON.parse(readFileSync(0, "utf8"));
const seen = {};

const plain = (value) => JSON.parse(JSON.stringify(value ?? null, (_, item) => (typeof item === "bigint" ? String(item) : item)));

// Take a step; its answer, or what the client makes of its failure, is what was seen.
export async function see(name, step, explain = (error) => ({ message: error.message })) {
  if (name in seen) throw new Error(`seen twice: ${name}`);
  try {
    const value = await step();
    seen[name] = plain(value);
    return value;
  } catch (error) {
    seen[name] = { failed: plain(explain(error)) };
    return undefined;
  }
}

// The names of an object's fields, sorted: its shape.
export const shape = (value) => Object.keys(value).filter((key) => value[key] !== undefined).sort();

// Resolve when `begin(resolve)` resolves, or fail after some seconds.
export const within = (seconds, begin) =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("nothing came")), seconds * 1000).unref();
    Promise.resolve(begin(resolve)).catch(reject);
  });

export async function run(main) {
  try {
    await main();
    console.log(JSON.stringify(seen));
    process.exit(0);
  } catch (error) {
    console.error(error, Object.keys(seen).at(-1));
    process.exit(1);
  }
}
