// A module's view over eth_call, typed by its ABI.
import { type Abi, type Address, type ContractFunctionArgs, type ContractFunctionName, type ContractFunctionReturnType, type Hex, decodeErrorResult, decodeFunctionResult, encodeFunctionData } from "viem";
import { RpcError, ask } from "./rpc";
import { quantity } from "./types";

type Views<A extends Abi> = ContractFunctionName<A, "view" | "pure">;
type Arguments<A extends Abi, N extends Views<A>> = ContractFunctionArgs<A, "view" | "pure", N>;

/** A module said no: `name` is its error's, `args` what it says of it. */
export class Refused extends Error {
  constructor(
    override readonly name: string,
    readonly args: readonly unknown[],
  ) {
    super(`${name}(${args.map(String).join(", ")})`);
  }
}

/** Ask a view, at a block or at the newest; rejects with Refused where the module says no. */
export async function read<const A extends Abi, N extends Views<A>>(
  module: { readonly address: Address; readonly abi: A },
  functionName: N,
  args: Arguments<A, N>,
  block?: number | bigint,
): Promise<ContractFunctionReturnType<A, "view" | "pure", N>> {
  const { address, abi } = module;
  const data = encodeFunctionData({ abi, functionName, args } as never);
  try {
    const where = block === undefined ? "latest" : quantity(block);
    const found = await ask<Hex>("eth_call", { to: address, data }, where);
    return decodeFunctionResult({ abi, functionName, data: found } as never) as ContractFunctionReturnType<A, "view" | "pure", N>;
  } catch (cause) {
    throw refusal(abi, cause);
  }
}

function refusal(abi: Abi, cause: unknown): unknown {
  if (!(cause instanceof RpcError) || typeof cause.data !== "string") return cause;
  try {
    const { errorName, args } = decodeErrorResult({ abi, data: cause.data as Hex });
    return new Refused(errorName, (args ?? []) as readonly unknown[]);
  } catch {
    return cause;
  }
}
