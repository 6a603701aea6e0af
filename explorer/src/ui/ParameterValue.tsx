// A governed value, shown as what its name says it is: coins, a share, a span of time, an address.
import { toHex } from "viem";
import { Value } from "./Value";

interface Props {
  readonly name: string; // "model_fees.protocol_fee_bps"
  readonly value: bigint;
  readonly maximum: bigint;
}

const ADDRESS_MAX = 2n ** 160n - 1n; // only an address may be as large as this

export function ParameterValue({ name, value, maximum }: Props) {
  const field = { name: camel(name), enumeration: undefined, fields: [] };
  if (maximum === ADDRESS_MAX) return <Value of={{ ...field, type: "address", value: toHex(value, { size: 20 }) }} module="governance" />;
  return <Value of={{ ...field, type: "uint256", value }} module="governance" />;
}

/** "protocolFeeBps" for "model_fees.protocol_fee_bps": values are known by the ABI's names. */
function camel(name: string): string {
  const own = name.slice(name.indexOf(".") + 1);
  return own.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
