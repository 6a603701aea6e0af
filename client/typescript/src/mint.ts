// Rendered from modules/mint/module.py by `python -m cli.render`; not to be edited.
import type { Address, Hex } from "viem";

/** Mint: the schedule of issuance, and the one ledger of the coin supply. */
export const mintAddress = "0x0000000000000000000000000000000000000808" as const;

export const mintAbi = [
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
    "name": "NothingToBurn",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Paused",
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
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "AllowanceLapsed",
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
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "Burned",
    "type": "event"
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
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "supplyWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "rate",
        "type": "uint256"
      }
    ],
    "name": "Issued",
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
    "name": "allowance",
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
    "name": "annualProvisions",
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
    "name": "bondedRatio",
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
    "name": "burnCoins",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "burned",
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
    "name": "genesisSupply",
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
    "name": "inflationRate",
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
    "name": "minted",
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
        "internalType": "struct IMint.MintParams",
        "name": "",
        "components": [
          {
            "internalType": "uint16",
            "name": "inflationBpsMin",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "inflationBpsMax",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "inflationChangeBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "goalBondedBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "supplyBpsMax",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "deviceShareBps",
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
    "name": "supply",
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
    "name": "supplyCap",
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

/** What viem takes to read, write and watch: `{ ...mint, functionName: ... }`. */
export const mint = { address: mintAddress, abi: mintAbi } as const;

/** Nobody drew what devices might have drawn: it is never created. */
export interface AllowanceLapsedEvent {
  amountWei: bigint;
}

/** Somebody destroyed coins of their own. */
export interface BurnedEvent {
  account: Address;
  amountWei: bigint;
}

/** Coins were created since the last such event, at a rate that is now `rate` * 1e-18 a year. */
export interface IssuedEvent {
  amountWei: bigint;
  supplyWei: bigint;
  rate: bigint;
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

export type MintEvent =
  | { eventName: "AllowanceLapsed"; args: AllowanceLapsedEvent }
  | { eventName: "Burned"; args: BurnedEvent }
  | { eventName: "Issued"; args: IssuedEvent }
  | { eventName: "CoinsMoved"; args: CoinsMovedEvent }
  | { eventName: "ModulePaused"; args: ModulePausedEvent }
  | { eventName: "ModuleResumed"; args: ModuleResumedEvent }
  | { eventName: "TimerFailed"; args: TimerFailedEvent };

/** Coins must be sent along to be burned. */
export interface NothingToBurnRefusal {
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

export type MintRefusal =
  | { errorName: "NothingToBurn"; args: NothingToBurnRefusal }
  | { errorName: "Paused"; args: PausedRefusal }
  | { errorName: "NotPayable"; args: NotPayableRefusal }
  | { errorName: "InsufficientCoins"; args: InsufficientCoinsRefusal }
  | { errorName: "Unauthorized"; args: UnauthorizedRefusal }
  | { errorName: "DelegatecallRefused"; args: DelegatecallRefusedRefusal }
  | { errorName: "Reentered"; args: ReenteredRefusal }
  | { errorName: "AddressTaken"; args: AddressTakenRefusal };
