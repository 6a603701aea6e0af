// Call data and logs of modules, taken apart by their ABIs.
import { type AbiParameter, type Hex, decodeEventLog, decodeFunctionData, toFunctionSelector } from "viem";
import { type Module, moduleAt } from "./modules";
import type { Log, Transaction } from "./types";

/** One value with what the ABI says of it; a record's own fields lie in `fields`. */
export interface Field {
  readonly name: string;
  readonly type: string; // of Solidity: uint256, tuple[]
  readonly enumeration: string | undefined; // "OrderState"
  readonly value: unknown;
  readonly fields: readonly Field[];
}

export interface Decoded {
  readonly kind: "call" | "event";
  readonly module: Module;
  readonly name: string; // openOrder, OrderOpened
  readonly fields: readonly Field[];
}

const SELECTOR_CHARACTERS = 10;

/** What a transaction asks a module to do; undefined where its target is none, or has no such call. */
export function decodeCall({ to, input }: Pick<Transaction, "to" | "input">): Decoded | undefined {
  const module = moduleAt(to);
  if (!module || input.length < SELECTOR_CHARACTERS) return undefined;
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi: module.abi, data: input });
    const selector = input.slice(0, SELECTOR_CHARACTERS).toLowerCase();
    const item = module.abi.find((item) => item.type === "function" && toFunctionSelector(item) === selector);
    const inputs = item?.type === "function" ? item.inputs : [];
    return { kind: "call", module, name: functionName, fields: inputs.map((input, at) => field(input, args[at])) };
  } catch {
    return undefined;
  }
}

/** What a module says has happened; undefined for a log of any other contract. */
export function decodeLog({ address, topics, data }: Pick<Log, "address" | "topics" | "data">): Decoded | undefined {
  const module = moduleAt(address);
  if (!module || topics.length === 0) return undefined;
  try {
    const found = decodeEventLog({ abi: module.abi, topics: topics as [Hex, ...Hex[]], data });
    const name = found.eventName ?? "";
    const args = (found.args ?? {}) as Readonly<Record<string, unknown>>;
    const item = module.abi.find((item) => item.type === "event" && item.name === name);
    const inputs = item?.type === "event" ? item.inputs : [];
    return { kind: "event", module, name, fields: inputs.map((input) => field(input, args[input.name ?? ""])) };
  } catch {
    return undefined;
  }
}

/** The field at a path such as "terms.kind". */
export function fieldAt(fields: readonly Field[], path: string): Field | undefined {
  const [name, ...rest] = path.split(".");
  const found = fields.find((field) => field.name === name);
  return found && rest.length > 0 ? fieldAt(found.fields, rest.join(".")) : found;
}

function field(parameter: AbiParameter, value: unknown): Field {
  const { name = "", type, internalType = "" } = parameter;
  const components = "components" in parameter ? parameter.components : [];
  const enumeration = /^enum (?:\w+\.)?(\w+)/.exec(internalType)?.[1];
  return { name, type, enumeration, value, fields: parts(type, components, value) };
}

/** The fields of a record; of a list of records, the records by their places. */
function parts(type: string, components: readonly AbiParameter[], value: unknown): Field[] {
  if (type === "tuple") {
    const record = value as Readonly<Record<string, unknown>>;
    return components.map((component) => field(component, record[component.name ?? ""]));
  }
  if (type === "tuple[]") {
    const item = { type: "tuple", components } as AbiParameter;
    return (value as readonly unknown[]).map((record, at) => field({ ...item, name: String(at + 1) }, record));
  }
  return [];
}
