// Rendered from modules/treasury/module.py by `python -m cli.render`; not to be edited.
import type { Address, Hex } from "viem";

/** Treasury: the community pool, which only a passed proposal spends. */
export const treasuryAddress = "0x0000000000000000000000000000000000000807" as const;

export const treasuryAbi = [
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
    "name": "NothingToMove",
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
        "internalType": "uint256",
        "name": "bytesMax",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundBytes",
        "type": "uint256"
      }
    ],
    "name": "PurposeTooLong",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "RecipientMissing",
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
        "name": "donor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "Funded",
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
        "name": "recipient",
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
        "name": "purpose",
        "type": "string"
      }
    ],
    "name": "Spent",
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
    "inputs": [],
    "name": "balance",
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
    "name": "fund",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "params",
    "outputs": [
      {
        "internalType": "struct ITreasury.TreasuryParams",
        "name": "",
        "components": [
          {
            "internalType": "uint16",
            "name": "baseFeeBurnBps",
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
    "inputs": [],
    "name": "receivedTotal",
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
        "name": "recipient",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      },
      {
        "internalType": "string",
        "name": "purpose",
        "type": "string"
      }
    ],
    "name": "spend",
    "outputs": [],
    "stateMutability": "nonpayable",
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
    "name": "spendings",
    "outputs": [
      {
        "internalType": "struct ITreasury.Spending[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "recipient",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "amountWei",
            "type": "uint256"
          },
          {
            "internalType": "string",
            "name": "purpose",
            "type": "string"
          },
          {
            "internalType": "uint64",
            "name": "height",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timeS",
            "type": "uint64"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "spentTotal",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

/** What viem takes to read, write and watch: `{ ...treasury, functionName: ... }`. */
export const treasury = { address: treasuryAddress, abi: treasuryAbi } as const;

/** Somebody gave coins to the pool. */
export interface FundedEvent {
  donor: Address;
  amountWei: bigint;
}

/** The pool paid out. */
export interface SpentEvent {
  recipient: Address;
  amountWei: bigint;
  purpose: string;
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

export type TreasuryEvent =
  | { eventName: "Funded"; args: FundedEvent }
  | { eventName: "Spent"; args: SpentEvent }
  | { eventName: "CoinsMoved"; args: CoinsMovedEvent }
  | { eventName: "ModulePaused"; args: ModulePausedEvent }
  | { eventName: "ModuleResumed"; args: ModuleResumedEvent }
  | { eventName: "TimerFailed"; args: TimerFailedEvent };

/** An amount above zero is needed. */
export interface NothingToMoveRefusal {
}

/** The zero address cannot be paid; burn coins by the mint module instead. */
export interface RecipientMissingRefusal {
}

/** A purpose must be shorter than this. */
export interface PurposeTooLongRefusal {
  bytesMax: bigint;
  foundBytes: bigint;
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

export type TreasuryRefusal =
  | { errorName: "NothingToMove"; args: NothingToMoveRefusal }
  | { errorName: "RecipientMissing"; args: RecipientMissingRefusal }
  | { errorName: "PurposeTooLong"; args: PurposeTooLongRefusal }
  | { errorName: "Paused"; args: PausedRefusal }
  | { errorName: "NotPayable"; args: NotPayableRefusal }
  | { errorName: "InsufficientCoins"; args: InsufficientCoinsRefusal }
  | { errorName: "Unauthorized"; args: UnauthorizedRefusal }
  | { errorName: "DelegatecallRefused"; args: DelegatecallRefusedRefusal }
  | { errorName: "Reentered"; args: ReenteredRefusal }
  | { errorName: "AddressTaken"; args: AddressTakenRefusal };
