// Rendered from modules/slashing/module.py by `python -m cli.render`; not to be edited.
import type { Address, Hex } from "viem";

/** Slashing: validators that break consensus, or are not there, lose stake and their seat. */
export const slashingAddress = "0x0000000000000000000000000000000000000806" as const;

export const slashingAbi = [
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
        "internalType": "uint64",
        "name": "untilS",
        "type": "uint64"
      }
    ],
    "name": "StillJailed",
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
        "indexed": true,
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "missedBlocks",
        "type": "uint256"
      }
    ],
    "name": "BlockMissed",
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
        "indexed": true,
        "internalType": "address",
        "name": "consensusAddress",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum ISlashing.Fault",
        "name": "fault",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "enum ISlashing.Reason",
        "name": "reason",
        "type": "uint8"
      }
    ],
    "name": "FaultIgnored",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "consensusAddress",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum ISlashing.Fault",
        "name": "fault",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      }
    ],
    "name": "FaultPostponed",
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
        "indexed": true,
        "internalType": "address",
        "name": "consensusAddress",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum ISlashing.Fault",
        "name": "fault",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "fractionBps",
        "type": "uint16"
      }
    ],
    "name": "FaultPunished",
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
        "internalType": "uint256",
        "name": "missedBlocks",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "untilS",
        "type": "uint64"
      }
    ],
    "name": "JailedForDowntime",
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
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "Unjailed",
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
    "name": "isTombstoned",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
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
    "name": "jailedUntil",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "missedBlocksMax",
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
        "internalType": "struct ISlashing.SlashingParams",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "windowBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "signedBpsMin",
            "type": "uint16"
          },
          {
            "internalType": "uint64",
            "name": "jailS",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "downtimeBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "doubleSignBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "doubleProposalBps",
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
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "signingInfo",
    "outputs": [
      {
        "internalType": "struct ISlashing.SigningInfo",
        "name": "",
        "components": [
          {
            "internalType": "uint64",
            "name": "memberSince",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "startHeight",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "windowBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "missedBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "jailedUntilS",
            "type": "uint64"
          },
          {
            "internalType": "bool",
            "name": "isTombstoned",
            "type": "bool"
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
    "name": "unjail",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;

/** What viem takes to read, write and watch: `{ ...slashing, functionName: ... }`. */
export const slashing = { address: slashingAddress, abi: slashingAbi } as const;

/** What a validator was proven to have done. */
export const Fault = {
  DUPLICATE_VOTE: 1,
  DUPLICATE_PROPOSAL: 2,
  AMNESIA: 3,
  LIGHT_CLIENT_ATTACK: 4,
} as const;
export type Fault = (typeof Fault)[keyof typeof Fault];

/** Why proof of a fault changed nothing. */
export const Reason = {
  STRANGER: 0,
  NOT_PAST: 1,
  TOMBSTONED: 2,
} as const;
export type Reason = (typeof Reason)[keyof typeof Reason];

/** A validator did not sign the block before this one. */
export interface BlockMissedEvent {
  validator: Address;
  missedBlocks: bigint;
}

/** Proof of a fault changed nothing. */
export interface FaultIgnoredEvent {
  consensusAddress: Address;
  fault: number;
  height: bigint;
  reason: number;
}

/** Staking is paused; the fault is punished when it goes on. */
export interface FaultPostponedEvent {
  consensusAddress: Address;
  fault: number;
  height: bigint;
}

/** A validator broke consensus: slashed, and shut out for good. */
export interface FaultPunishedEvent {
  validator: Address;
  consensusAddress: Address;
  fault: number;
  height: bigint;
  fractionBps: number;
}

/** A validator missed too many blocks of its window. */
export interface JailedForDowntimeEvent {
  validator: Address;
  missedBlocks: bigint;
  untilS: bigint;
}

/** A validator may compete for the set again. */
export interface UnjailedEvent {
  validator: Address;
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

export type SlashingEvent =
  | { eventName: "BlockMissed"; args: BlockMissedEvent }
  | { eventName: "FaultIgnored"; args: FaultIgnoredEvent }
  | { eventName: "FaultPostponed"; args: FaultPostponedEvent }
  | { eventName: "FaultPunished"; args: FaultPunishedEvent }
  | { eventName: "JailedForDowntime"; args: JailedForDowntimeEvent }
  | { eventName: "Unjailed"; args: UnjailedEvent }
  | { eventName: "CoinsMoved"; args: CoinsMovedEvent }
  | { eventName: "ModulePaused"; args: ModulePausedEvent }
  | { eventName: "ModuleResumed"; args: ModuleResumedEvent }
  | { eventName: "TimerFailed"; args: TimerFailedEvent };

/** The jail time of this validator is not over before this time. */
export interface StillJailedRefusal {
  untilS: bigint;
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

export type SlashingRefusal =
  | { errorName: "StillJailed"; args: StillJailedRefusal }
  | { errorName: "Paused"; args: PausedRefusal }
  | { errorName: "NotPayable"; args: NotPayableRefusal }
  | { errorName: "InsufficientCoins"; args: InsufficientCoinsRefusal }
  | { errorName: "Unauthorized"; args: UnauthorizedRefusal }
  | { errorName: "DelegatecallRefused"; args: DelegatecallRefusedRefusal }
  | { errorName: "Reentered"; args: ReenteredRefusal }
  | { errorName: "AddressTaken"; args: AddressTakenRefusal };
