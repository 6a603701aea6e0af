// Rendered from modules/rewards/module.py by `python -m cli.render`; not to be edited.
import type { Address, Hex } from "viem";

/** Rewards: what validators and delegators earn for deciding blocks. */
export const rewardsAddress = "0x0000000000000000000000000000000000000801" as const;

export const rewardsAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "AddressTaken",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "DelegatecallRefused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "neededWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "InsufficientCoins",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "valueWei",
        "type": "uint256"
      }
    ],
    "name": "NotPayable",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingToWithdraw",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Paused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "PayeeInvalid",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Reentered",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "Unauthorized",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "address",
        "name": "source",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "target",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "CoinsMoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "CommissionWithdrawn",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "string",
        "name": "invariant",
        "type": "string"
      }
    ],
    "name": "ModulePaused",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "ModuleResumed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "delegator",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "RewardsWithdrawn",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "kind",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "key",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "TimerFailed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "WithdrawAddressChanged",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "commission",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "community",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "index",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "outstanding",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "owed",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "params",
    "outputs": [
      {
        "internalType": "struct IRewards.RewardsParams",
        "name": "",
        "components": [
          {
            "internalType": "uint16",
            "name": "communityTaxBps",
            "type": "uint16"
          }
        ],
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "delegator",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "pending",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "delegator",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "offset",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "rewardsOf",
    "outputs": [
      {
        "internalType": "struct IRewards.DelegationReward[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "validator",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "amountWei",
            "type": "uint256"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "setWithdrawAddress",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "undistributed",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "withdraw",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "withdrawAddress",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "offset",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "withdrawAll",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "withdrawCommission",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;

/** What viem takes to read, write and watch: `{ ...rewards, functionName: ... }`. */
export const rewards = { address: rewardsAddress, abi: rewardsAbi } as const;

/** A validator took its commission. */
export interface CommissionWithdrawnEvent {
  validator: Address;
  payee: Address;
  amountWei: bigint;
}

/** An account took what its stake with a validator had earned. */
export interface RewardsWithdrawnEvent {
  delegator: Address;
  validator: Address;
  payee: Address;
  amountWei: bigint;
}

/** An account's rewards and commission are paid to this address from now on. */
export interface WithdrawAddressChangedEvent {
  account: Address;
  payee: Address;
}

/** Coins moved on a module's word: the one event of every `move`. */
export interface CoinsMovedEvent {
  source: Address;
  target: Address;
  amountWei: bigint;
  reason: string;
}

/** An invariant of the module failed; its calls are refused until governance resumes it. */
export interface ModulePausedEvent {
  invariant: string;
}

/** Governance resumed the module. */
export interface ModuleResumedEvent {
}

/** A deadline's handling was refused and undone; the deadline is spent. */
export interface TimerFailedEvent {
  kind: bigint;
  key: bigint;
  reason: string;
}

export type RewardsEvent =
  | { eventName: "CommissionWithdrawn"; args: CommissionWithdrawnEvent }
  | { eventName: "RewardsWithdrawn"; args: RewardsWithdrawnEvent }
  | { eventName: "WithdrawAddressChanged"; args: WithdrawAddressChangedEvent }
  | { eventName: "CoinsMoved"; args: CoinsMovedEvent }
  | { eventName: "ModulePaused"; args: ModulePausedEvent }
  | { eventName: "ModuleResumed"; args: ModuleResumedEvent }
  | { eventName: "TimerFailed"; args: TimerFailedEvent };

/** There is nothing to take yet. */
export interface NothingToWithdrawRefusal {
}

/** Rewards cannot be paid to the zero address or back to where they come from. */
export interface PayeeInvalidRefusal {
  payee: Address;
}

/** This module is paused: one of its invariants failed. */
export interface PausedRefusal {
}

/** This call takes no coins. */
export interface NotPayableRefusal {
  valueWei: bigint;
}

/** The account has fewer coins than the move needs. */
export interface InsufficientCoinsRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** Only another module may make this call. */
export interface UnauthorizedRefusal {
  sender: Address;
}

/** A module is called at its own address only, not by delegatecall or callcode. */
export interface DelegatecallRefusedRefusal {
}

/** This module waits for a contract that it called; until then it only answers views. */
export interface ReenteredRefusal {
}

/** No contract can be placed here: the account has code, a nonce or storage. */
export interface AddressTakenRefusal {
  account: Address;
}

export type RewardsRefusal =
  | { errorName: "NothingToWithdraw"; args: NothingToWithdrawRefusal }
  | { errorName: "PayeeInvalid"; args: PayeeInvalidRefusal }
  | { errorName: "Paused"; args: PausedRefusal }
  | { errorName: "NotPayable"; args: NotPayableRefusal }
  | { errorName: "InsufficientCoins"; args: InsufficientCoinsRefusal }
  | { errorName: "Unauthorized"; args: UnauthorizedRefusal }
  | { errorName: "DelegatecallRefused"; args: DelegatecallRefusedRefusal }
  | { errorName: "Reentered"; args: ReenteredRefusal }
  | { errorName: "AddressTaken"; args: AddressTakenRefusal };
