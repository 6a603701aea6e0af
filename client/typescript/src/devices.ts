// Rendered from modules/devices/module.py by `python -m cli.render`; not to be edited.
import type { Address, Hex } from "viem";

/** Devices: who serves from where, with how much at stake, and what that earns. */
export const devicesAddress = "0x0000000000000000000000000000000000000a04" as const;

export const devicesAbi = [
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
    "inputs": [
      {
        "internalType": "uint256",
        "name": "window",
        "type": "uint256"
      }
    ],
    "name": "AlreadyBeaten",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "AttestationMissing",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "countMax",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "BatchTooLarge",
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
    "name": "BondTooSmall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "capacityMax",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "CapacityInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "cell",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "cellMax",
        "type": "uint256"
      }
    ],
    "name": "CellFull",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "CellInvalid",
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
        "name": "policy",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "reasons",
        "type": "uint256"
      }
    ],
    "name": "Denied",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "firstEpoch",
        "type": "uint256"
      }
    ],
    "name": "EpochNotStarted",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "feeWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "FeeMismatch",
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
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "KeyTaken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "MaintenanceRefused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "NonceMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "NotApplicant",
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
    "name": "NothingPaid",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingToClaim",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "OwnCase",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "OwnerBarred",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "OwnerInvalid",
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
        "name": "count",
        "type": "uint256"
      }
    ],
    "name": "PenaltiesOpen",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "deadlineS",
        "type": "uint64"
      }
    ],
    "name": "PermissionExpired",
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
    "name": "PriceExceeds",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "maximumWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "PriceTooHigh",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "ProofInvalid",
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
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "ReportRefused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "call",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "roles",
        "type": "string"
      }
    ],
    "name": "RoleForbids",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "window",
        "type": "uint256"
      }
    ],
    "name": "RootTaken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "serial",
        "type": "bytes32"
      }
    ],
    "name": "SerialTaken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "expected",
        "type": "address"
      },
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "SignatureWrong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "machine",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "state",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "call",
        "type": "string"
      }
    ],
    "name": "StateForbids",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "deadlineAt",
        "type": "uint64"
      }
    ],
    "name": "TooLate",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "unitsMax",
        "type": "uint256"
      }
    ],
    "name": "TooManyUnits",
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
    "inputs": [
      {
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "UnknownDevice",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "receipt",
        "type": "uint256"
      }
    ],
    "name": "UnknownReceipt",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "verifier",
        "type": "address"
      }
    ],
    "name": "VotedAlready",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "window",
        "type": "uint256"
      }
    ],
    "name": "WindowClosed",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "challenge",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "verifier",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isReachable",
        "type": "bool"
      }
    ],
    "name": "Attested",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "window",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "capacity",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "BeatHeard",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "addedWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      }
    ],
    "name": "Bonded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "case_",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isConvicted",
        "type": "bool"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isRuled",
        "type": "bool"
      }
    ],
    "name": "CaseClosed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "challenge",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "response",
        "type": "bytes32"
      }
    ],
    "name": "ChallengeAnswered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "challenge",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isDenied",
        "type": "bool"
      }
    ],
    "name": "ChallengeMissed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "challenge",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "ChallengePassed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "challenge",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "nonce",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "deadlineAt",
        "type": "uint64"
      }
    ],
    "name": "Challenged",
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
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "demandWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "floorWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "drawnWei",
        "type": "uint256"
      }
    ],
    "name": "EpochClosed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "before",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "after_",
        "type": "address"
      }
    ],
    "name": "KeyRotated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "usedBlocks",
        "type": "uint256"
      }
    ],
    "name": "MaintenanceClosed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "startsAt",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "endsAt",
        "type": "uint64"
      }
    ],
    "name": "MaintenanceDeclared",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "endsAt",
        "type": "uint64"
      }
    ],
    "name": "MaintenanceOpened",
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
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "before",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "after_",
        "type": "address"
      }
    ],
    "name": "OwnerChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "penalty",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "PenaltyAppealed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "penalty",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum IDevices.Reason",
        "name": "reason",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "tier",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "deadlineAt",
        "type": "uint64"
      }
    ],
    "name": "PenaltyFiled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "penalty",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "PenaltyLifted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "priceWei",
        "type": "uint256"
      }
    ],
    "name": "PriceSet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "key",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum IDevices.DeviceClass",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "capacity",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "serial",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "cell",
        "type": "uint256"
      }
    ],
    "name": "Registered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "before",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "after_",
        "type": "uint256"
      }
    ],
    "name": "Relocated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "RewardAccrued",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "RewardBurned",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "RewardClaimed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "RewardReleased",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "gateway",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "window",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "RootPosted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "valueWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "burnedWei",
        "type": "uint256"
      }
    ],
    "name": "ServiceNoted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "receipt",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "units",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "paidWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "burnedWei",
        "type": "uint256"
      }
    ],
    "name": "ServicePaid",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum IDevices.Reason",
        "name": "reason",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "escrowWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "harmedWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "verifiersWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "treasuryWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "burnedWei",
        "type": "uint256"
      }
    ],
    "name": "Slashed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum IDevices.Status",
        "name": "before",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum IDevices.Status",
        "name": "after_",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "StateChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "case_",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "challenger",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum IDevices.Suspicion",
        "name": "suspicion",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "Suspected",
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
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      }
    ],
    "name": "Unbonded",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "challenge",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "response",
        "type": "bytes32"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "answerChallenge",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "penalty",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "appeal",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "challenge",
        "type": "uint256"
      },
      {
        "internalType": "bool",
        "name": "isReachable",
        "type": "bool"
      }
    ],
    "name": "attest",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "struct IDevices.SignedBeat[]",
        "name": "signed",
        "components": [
          {
            "internalType": "struct IDevices.Beat",
            "name": "beat",
            "components": [
              {
                "internalType": "uint256",
                "name": "device",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "epoch",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "window",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "capacity",
                "type": "uint256"
              },
              {
                "internalType": "bytes32",
                "name": "root",
                "type": "bytes32"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "name": "beat",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "bond",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "first",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "bondedDevices",
    "outputs": [
      {
        "internalType": "uint256[]",
        "name": "",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "caseRecord",
    "outputs": [
      {
        "internalType": "struct IDevices.Case",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "device",
            "type": "uint256"
          },
          {
            "internalType": "enum IDevices.CaseStatus",
            "name": "status",
            "type": "uint8"
          },
          {
            "internalType": "enum IDevices.Suspicion",
            "name": "suspicion",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "challenger",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "evidence",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "valueWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "claim",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineAt",
            "type": "uint64"
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
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "challenge",
    "outputs": [
      {
        "internalType": "struct IDevices.Challenge",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "device",
            "type": "uint256"
          },
          {
            "internalType": "enum IDevices.ChallengeStatus",
            "name": "status",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "nonce",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "deadlineAt",
            "type": "uint64"
          },
          {
            "internalType": "address[]",
            "name": "verifiers",
            "type": "address[]"
          },
          {
            "internalType": "uint256",
            "name": "voted",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "confirmed",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "denied",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "response",
            "type": "bytes32"
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
    "name": "claim",
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
    "name": "claimable",
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
        "internalType": "enum IDevices.DeviceClass",
        "name": "kind",
        "type": "uint8"
      }
    ],
    "name": "classUtilisation",
    "outputs": [
      {
        "internalType": "struct IDevices.ClassInfo",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "devices",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "capacity",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "ready",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "servedWei",
            "type": "uint256"
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
    "name": "currentEpoch",
    "outputs": [
      {
        "internalType": "struct IDevices.Epoch",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "number",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "startedAt",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "windows",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "windowBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "proofBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "demandScore",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "floorScore",
            "type": "uint256"
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
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "internalType": "uint64",
        "name": "startsAt",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "blocks",
        "type": "uint256"
      }
    ],
    "name": "declareMaintenance",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "device",
    "outputs": [
      {
        "internalType": "struct IDevices.DeviceInfo",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "number",
            "type": "uint256"
          },
          {
            "internalType": "struct IDevices.Device",
            "name": "device",
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "key",
                "type": "address"
              },
              {
                "internalType": "enum IDevices.DeviceClass",
                "name": "kind",
                "type": "uint8"
              },
              {
                "internalType": "uint256",
                "name": "capacity",
                "type": "uint256"
              },
              {
                "internalType": "bytes32",
                "name": "serial",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "did",
                "type": "bytes32"
              },
              {
                "internalType": "uint256",
                "name": "cell",
                "type": "uint256"
              },
              {
                "internalType": "bytes32",
                "name": "uri",
                "type": "bytes32"
              },
              {
                "internalType": "uint64",
                "name": "attestedUntilS",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "priceWei",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct IDevices.Standing",
            "name": "standing",
            "components": [
              {
                "internalType": "enum IDevices.Status",
                "name": "status",
                "type": "uint8"
              },
              {
                "internalType": "enum IDevices.Status",
                "name": "prior",
                "type": "uint8"
              },
              {
                "internalType": "bool",
                "name": "isProven",
                "type": "bool"
              },
              {
                "internalType": "uint256",
                "name": "settledEpoch",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "goodEpochs",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "offlineEpochs",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "unreachableEpochs",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "openPenalties",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "unbondsAt",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "passed",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "missed",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "case_",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "requiredWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "bondWei",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "uint256",
            "name": "escrowedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "earnedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "clawedBackWei",
            "type": "uint256"
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
        "name": "key",
        "type": "address"
      }
    ],
    "name": "deviceByKey",
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
        "internalType": "enum IDevices.DeviceClass",
        "name": "kind",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "cell",
        "type": "uint256"
      }
    ],
    "name": "devicesIn",
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
        "name": "owner",
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
    "name": "devicesOf",
    "outputs": [
      {
        "internalType": "uint256[]",
        "name": "",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "endMaintenance",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      }
    ],
    "name": "epochReport",
    "outputs": [
      {
        "internalType": "struct IDevices.EpochReport",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "number",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "startedAt",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "windows",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "windowBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "demandScore",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "floorScore",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "demandWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "floorWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "demandLeft",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "floorLeft",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "creditedWei",
            "type": "uint256"
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
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "escrowed",
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
        "name": "key",
        "type": "address"
      }
    ],
    "name": "keyNonce",
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
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "maintenanceOf",
    "outputs": [
      {
        "internalType": "struct IDevices.Maintenance",
        "name": "",
        "components": [
          {
            "internalType": "uint64",
            "name": "startsAt",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "endsAt",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "beganAt",
            "type": "uint64"
          },
          {
            "internalType": "enum IDevices.Status",
            "name": "resumes",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "year",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "usedBlocks",
            "type": "uint256"
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
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "nextBeat",
    "outputs": [
      {
        "internalType": "struct IDevices.NextBeat",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "epoch",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "window",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "opensAt",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "closesAt",
            "type": "uint64"
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
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "openChallenge",
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
        "internalType": "struct IDevices.DevicesParams",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "gpuBondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "gpuWeightBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "gpuCapacityMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "gpuCellMax",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "gpuAttested",
            "type": "bool"
          },
          {
            "internalType": "uint256",
            "name": "edgeBondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "edgeWeightBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "edgeCapacityMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "edgeCellMax",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "edgeAttested",
            "type": "bool"
          },
          {
            "internalType": "uint256",
            "name": "bandwidthBondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "bandwidthWeightBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "bandwidthCapacityMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "bandwidthCellMax",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "bandwidthAttested",
            "type": "bool"
          },
          {
            "internalType": "uint256",
            "name": "storageBondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "storageWeightBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "storageCapacityMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "storageCellMax",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "storageAttested",
            "type": "bool"
          },
          {
            "internalType": "uint256",
            "name": "sensorBondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "sensorWeightBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "sensorCapacityMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "sensorCellMax",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "sensorAttested",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "maker1",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "maker2",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "maker3",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "maker4",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "registrationFeeWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "windows",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "windowBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "proofBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "degradedBelowBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "offlineBelowBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "probationEpochs",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "probationEpochsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "probationChallenges",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "probationWeightBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "coolUpEpochs",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "recoveryFeeBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "challengeIntervalBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "challengesPerDraw",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "verifiers",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "responseBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "attestBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "missWeight",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "maintenanceBlocksMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "maintenanceNoticeBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "maintenanceYearBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "takeBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "takeBurnBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "betaBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "floorWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "epochWeiMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "escrowEpochs",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "offlineSlash1Bps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "offlineSlash2Bps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "offlineSlash3Bps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "unreachableSlash1Bps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "unreachableSlash2Bps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "unreachableSlash3Bps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "unservedSlash1Bps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "unservedSlash2Bps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "unservedSlash3Bps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "longAfter",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "veryLongAfter",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "harmedBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "verifiersBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "treasuryBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "appealBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "caseBlocksMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "reportBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "unbondingBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "bansMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "entryPolicy",
            "type": "uint256"
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
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "units",
        "type": "uint256"
      }
    ],
    "name": "payForService",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "penalty",
    "outputs": [
      {
        "internalType": "struct IDevices.Penalty",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "device",
            "type": "uint256"
          },
          {
            "internalType": "enum IDevices.PenaltyStatus",
            "name": "status",
            "type": "uint8"
          },
          {
            "internalType": "enum IDevices.Reason",
            "name": "reason",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "tier",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineAt",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "claim",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "amountWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "takenWei",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "harmed",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "evidence",
            "type": "bytes32"
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
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "window",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "postRoot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "gateway",
        "type": "address"
      },
      {
        "internalType": "struct IDevices.ProvenBeat[]",
        "name": "proofs",
        "components": [
          {
            "internalType": "struct IDevices.Beat",
            "name": "beat",
            "components": [
              {
                "internalType": "uint256",
                "name": "device",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "epoch",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "window",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "capacity",
                "type": "uint256"
              },
              {
                "internalType": "bytes32",
                "name": "root",
                "type": "bytes32"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          },
          {
            "internalType": "uint256",
            "name": "index",
            "type": "uint256"
          },
          {
            "internalType": "bytes32[]",
            "name": "path",
            "type": "bytes32[]"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "name": "proveBeats",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "receipt",
    "outputs": [
      {
        "internalType": "struct IDevices.Receipt",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "payer",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "device",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "paidWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "expiresAt",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "penalty",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "units",
            "type": "uint256"
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
        "internalType": "struct IDevices.Application",
        "name": "application",
        "components": [
          {
            "internalType": "address",
            "name": "owner",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "key",
            "type": "address"
          },
          {
            "internalType": "enum IDevices.DeviceClass",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "capacity",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "serial",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "did",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "cell",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "uri",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineS",
            "type": "uint64"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      },
      {
        "internalType": "struct IDevices.Attestation",
        "name": "attestation",
        "components": [
          {
            "internalType": "uint64",
            "name": "validUntilS",
            "type": "uint64"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "register",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "struct IDevices.Application",
        "name": "application",
        "components": [
          {
            "internalType": "address",
            "name": "owner",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "key",
            "type": "address"
          },
          {
            "internalType": "enum IDevices.DeviceClass",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "capacity",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "serial",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "did",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "cell",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "uri",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineS",
            "type": "uint64"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "registrationDigest",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "cell",
        "type": "uint256"
      },
      {
        "internalType": "struct IDevices.Permission",
        "name": "permission",
        "components": [
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineS",
            "type": "uint64"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "relocate",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "receipt",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "windows",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "reportUnserved",
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
        "internalType": "enum IDevices.DeviceClass",
        "name": "kind",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "capacity",
        "type": "uint256"
      }
    ],
    "name": "requiredBond",
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
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "retire",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      },
      {
        "internalType": "struct IDevices.Permission",
        "name": "permission",
        "components": [
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineS",
            "type": "uint64"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "proof",
        "type": "bytes"
      }
    ],
    "name": "rotateKey",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "priceWei",
        "type": "uint256"
      }
    ],
    "name": "setPrice",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "settle",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
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
    "name": "slashHistory",
    "outputs": [
      {
        "internalType": "struct IDevices.Penalty[]",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "device",
            "type": "uint256"
          },
          {
            "internalType": "enum IDevices.PenaltyStatus",
            "name": "status",
            "type": "uint8"
          },
          {
            "internalType": "enum IDevices.Reason",
            "name": "reason",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "tier",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineAt",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "claim",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "amountWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "takenWei",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "harmed",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "evidence",
            "type": "bytes32"
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
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "internalType": "enum IDevices.Suspicion",
        "name": "suspicion",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "suspect",
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
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "topUp",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "tranchesOf",
    "outputs": [
      {
        "internalType": "struct IDevices.Tranche[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "owner",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "epoch",
            "type": "uint256"
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
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "struct IDevices.Permission",
        "name": "permission",
        "components": [
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineS",
            "type": "uint64"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "transfer",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "device",
        "type": "uint256"
      }
    ],
    "name": "uptime",
    "outputs": [
      {
        "internalType": "struct IDevices.Tally",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "epoch",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "earner",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "paused",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "passed",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "missed",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "beats",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "capacityBeats",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "servedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "burnedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "demandScore",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "floorScore",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

/** What viem takes to read, write and watch: `{ ...devices, functionName: ... }`. */
export const devices = { address: devicesAddress, abi: devicesAbi } as const;

/** What a device offers; each class has its line in the table of parameters. */
export const DeviceClass = {
  GPU: 0,
  EDGE_COMPUTE: 1,
  BANDWIDTH: 2,
  STORAGE: 3,
  SENSOR: 4,
} as const;
export type DeviceClass = (typeof DeviceClass)[keyof typeof DeviceClass];

/** What a device is accused of. */
export const Suspicion = {
  LOCATION_CLASH: 0,
  CLONE_KEY: 1,
  SIBLING_FARM: 2,
} as const;
export type Suspicion = (typeof Suspicion)[keyof typeof Suspicion];

/** Where a device stands. */
export const Status = {
  NOTHING: 0,
  REGISTERED: 1,
  PROBATION: 2,
  ACTIVE: 3,
  DEGRADED: 4,
  OFFLINE: 5,
  MAINTENANCE: 6,
  SUSPECTED: 7,
  RETIRING: 8,
  RETIRED: 9,
  BANNED: 10,
} as const;
export type Status = (typeof Status)[keyof typeof Status];

/** How far a challenge is. */
export const ChallengeStatus = {
  NOTHING: 0,
  DRAWN: 1,
  ANSWERED: 2,
  PASSED: 3,
  DENIED: 4,
  MISSED: 5,
} as const;
export type ChallengeStatus = (typeof ChallengeStatus)[keyof typeof ChallengeStatus];

/** How far a penalty is. */
export const PenaltyStatus = {
  NOTHING: 0,
  PENDING: 1,
  APPEALED: 2,
  EXECUTED: 3,
  LIFTED: 4,
} as const;
export type PenaltyStatus = (typeof PenaltyStatus)[keyof typeof PenaltyStatus];

/** Why a device is slashed. */
export const Reason = {
  OFFLINE: 0,
  UNREACHABLE: 1,
  UNSERVED: 2,
  FRAUD: 3,
} as const;
export type Reason = (typeof Reason)[keyof typeof Reason];

/** How far a suspicion is. */
export const CaseStatus = {
  NOTHING: 0,
  OPEN: 1,
  CLEARED: 2,
  CONVICTED: 3,
  LAPSED: 4,
} as const;
export type CaseStatus = (typeof CaseStatus)[keyof typeof CaseStatus];

/** A device is known: its key, its serial and its owner belong together. */
export interface RegisteredEvent {
  device: bigint;
  owner: Address;
  key: Address;
  kind: number;
  capacity: bigint;
  serial: Hex;
  cell: bigint;
}

/** Coins are at stake for a device. */
export interface BondedEvent {
  device: bigint;
  owner: Address;
  addedWei: bigint;
  bondWei: bigint;
}

/** What was left of a bond went back. */
export interface UnbondedEvent {
  device: bigint;
  owner: Address;
  bondWei: bigint;
}

/** A unit of service costs this from now on. */
export interface PriceSetEvent {
  device: bigint;
  priceWei: bigint;
}

/** A device was there in a window of an epoch. */
export interface BeatHeardEvent {
  device: bigint;
  epoch: bigint;
  window: bigint;
  capacity: bigint;
  root: Hex;
}

/** A gateway heard beats in a window; they can be proven until the epoch ends. */
export interface RootPostedEvent {
  gateway: Address;
  epoch: bigint;
  window: bigint;
  root: Hex;
}

/** Somebody paid a device for service. */
export interface ServicePaidEvent {
  device: bigint;
  payer: Address;
  receipt: bigint;
  units: bigint;
  paidWei: bigint;
  burnedWei: bigint;
}

/** The compute market paid for work that a device did. */
export interface ServiceNotedEvent {
  device: bigint;
  valueWei: bigint;
  burnedWei: bigint;
}

/** The beacon drew a device; its answer must be in before the deadline. */
export interface ChallengedEvent {
  challenge: bigint;
  device: bigint;
  nonce: Hex;
  deadlineAt: bigint;
}

/** A device answered. */
export interface ChallengeAnsweredEvent {
  challenge: bigint;
  device: bigint;
  response: Hex;
}

/** A verifier said whether it reached the device. */
export interface AttestedEvent {
  challenge: bigint;
  verifier: Address;
  isReachable: boolean;
}

/** A device's answer stands. */
export interface ChallengePassedEvent {
  challenge: bigint;
  device: bigint;
}

/** A device did not answer, or most verifiers denied it. */
export interface ChallengeMissedEvent {
  challenge: bigint;
  device: bigint;
  isDenied: boolean;
}

/** A device stands elsewhere, and why. */
export interface StateChangedEvent {
  device: bigint;
  before: number;
  after_: number;
  reason: string;
}

/** A device will be away. */
export interface MaintenanceDeclaredEvent {
  device: bigint;
  startsAt: bigint;
  endsAt: bigint;
}

/** A device is away, as declared. */
export interface MaintenanceOpenedEvent {
  device: bigint;
  endsAt: bigint;
}

/** A device is back, or its time is over. */
export interface MaintenanceClosedEvent {
  device: bigint;
  usedBlocks: bigint;
}

/** A device is another's; what it earned before is not. */
export interface OwnerChangedEvent {
  device: bigint;
  before: Address;
  after_: Address;
}

/** Another key speaks for a device; the old one never does again. */
export interface KeyRotatedEvent {
  device: bigint;
  before: Address;
  after_: Address;
}

/** A device is in another cell. */
export interface RelocatedEvent {
  device: bigint;
  before: bigint;
  after_: bigint;
}

/** An epoch's pools are fixed: for demand served, and for being there. */
export interface EpochClosedEvent {
  epoch: bigint;
  demandWei: bigint;
  floorWei: bigint;
  drawnWei: bigint;
}

/** A device earned in an epoch; it is in escrow. */
export interface RewardAccruedEvent {
  device: bigint;
  epoch: bigint;
  owner: Address;
  amountWei: bigint;
}

/** A reward left escrow: its owner may claim it. */
export interface RewardReleasedEvent {
  device: bigint;
  epoch: bigint;
  owner: Address;
  amountWei: bigint;
}

/** A reward in escrow was taken by a slash. */
export interface RewardBurnedEvent {
  device: bigint;
  amountWei: bigint;
}

/** An owner took what was released. */
export interface RewardClaimedEvent {
  owner: Address;
  amountWei: bigint;
}

/** A device is to be slashed, unless its owner appeals with success. */
export interface PenaltyFiledEvent {
  penalty: bigint;
  device: bigint;
  reason: number;
  tier: bigint;
  amountWei: bigint;
  deadlineAt: bigint;
}

/** A jury will decide on a penalty. */
export interface PenaltyAppealedEvent {
  penalty: bigint;
  claim: bigint;
}

/** A penalty is off. */
export interface PenaltyLiftedEvent {
  penalty: bigint;
  device: bigint;
}

/** Coins were taken from a device: legs sum to the slash. */
export interface SlashedEvent {
  device: bigint;
  reason: number;
  bondWei: bigint;
  escrowWei: bigint;
  harmedWei: bigint;
  verifiersWei: bigint;
  treasuryWei: bigint;
  burnedWei: bigint;
}

/** Somebody accuses a device before the jury. */
export interface SuspectedEvent {
  case_: bigint;
  device: bigint;
  challenger: Address;
  suspicion: number;
  evidence: Hex;
}

/** A suspicion is over. */
export interface CaseClosedEvent {
  case_: bigint;
  device: bigint;
  isConvicted: boolean;
  isRuled: boolean;
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

export type DevicesEvent =
  | { eventName: "Registered"; args: RegisteredEvent }
  | { eventName: "Bonded"; args: BondedEvent }
  | { eventName: "Unbonded"; args: UnbondedEvent }
  | { eventName: "PriceSet"; args: PriceSetEvent }
  | { eventName: "BeatHeard"; args: BeatHeardEvent }
  | { eventName: "RootPosted"; args: RootPostedEvent }
  | { eventName: "ServicePaid"; args: ServicePaidEvent }
  | { eventName: "ServiceNoted"; args: ServiceNotedEvent }
  | { eventName: "Challenged"; args: ChallengedEvent }
  | { eventName: "ChallengeAnswered"; args: ChallengeAnsweredEvent }
  | { eventName: "Attested"; args: AttestedEvent }
  | { eventName: "ChallengePassed"; args: ChallengePassedEvent }
  | { eventName: "ChallengeMissed"; args: ChallengeMissedEvent }
  | { eventName: "StateChanged"; args: StateChangedEvent }
  | { eventName: "MaintenanceDeclared"; args: MaintenanceDeclaredEvent }
  | { eventName: "MaintenanceOpened"; args: MaintenanceOpenedEvent }
  | { eventName: "MaintenanceClosed"; args: MaintenanceClosedEvent }
  | { eventName: "OwnerChanged"; args: OwnerChangedEvent }
  | { eventName: "KeyRotated"; args: KeyRotatedEvent }
  | { eventName: "Relocated"; args: RelocatedEvent }
  | { eventName: "EpochClosed"; args: EpochClosedEvent }
  | { eventName: "RewardAccrued"; args: RewardAccruedEvent }
  | { eventName: "RewardReleased"; args: RewardReleasedEvent }
  | { eventName: "RewardBurned"; args: RewardBurnedEvent }
  | { eventName: "RewardClaimed"; args: RewardClaimedEvent }
  | { eventName: "PenaltyFiled"; args: PenaltyFiledEvent }
  | { eventName: "PenaltyAppealed"; args: PenaltyAppealedEvent }
  | { eventName: "PenaltyLifted"; args: PenaltyLiftedEvent }
  | { eventName: "Slashed"; args: SlashedEvent }
  | { eventName: "Suspected"; args: SuspectedEvent }
  | { eventName: "CaseClosed"; args: CaseClosedEvent }
  | { eventName: "CoinsMoved"; args: CoinsMovedEvent }
  | { eventName: "ModulePaused"; args: ModulePausedEvent }
  | { eventName: "ModuleResumed"; args: ModuleResumedEvent }
  | { eventName: "TimerFailed"; args: TimerFailedEvent };

/** The policy does not admit the account; `reasons` are the bits of what stands in the way. */
export interface DeniedRefusal {
  policy: bigint;
  account: Address;
  reasons: bigint;
}

/** The call is for others: whoever has one of these roles. */
export interface RoleForbidsRefusal {
  call: string;
  roles: string;
}

/** What is in this state does not take the call. */
export interface StateForbidsRefusal {
  machine: string;
  state: string;
  call: string;
}

/** The signature is not of the key that must have signed. */
export interface SignatureWrongRefusal {
  expected: Address;
  reason: string;
}

/** There is no device of this number. */
export interface UnknownDeviceRefusal {
  device: bigint;
}

/** Registration takes exactly this fee. */
export interface FeeMismatchRefusal {
  feeWei: bigint;
  foundWei: bigint;
}

/** Only the account that is named as the owner registers a device. */
export interface NotApplicantRefusal {
  owner: Address;
}

/** Too many devices of this owner were banned. */
export interface OwnerBarredRefusal {
  owner: Address;
}

/** A device of this serial was registered before; a serial is never used again. */
export interface SerialTakenRefusal {
  serial: Hex;
}

/** This key speaks, or once spoke, for a device; a key is never used again. */
export interface KeyTakenRefusal {
  key: Address;
}

/** A capacity from 1 to this is expected. */
export interface CapacityInvalidRefusal {
  capacityMax: bigint;
  found: bigint;
}

/** A cell is a 64-bit number. */
export interface CellInvalidRefusal {
  found: bigint;
}

/** The cell has as many devices of this class as may be. */
export interface CellFullRefusal {
  cell: bigint;
  cellMax: bigint;
}

/** The signature was good until then. */
export interface PermissionExpiredRefusal {
  deadlineS: bigint;
}

/** The key's next signature must name this nonce. */
export interface NonceMismatchRefusal {
  expected: bigint;
  found: bigint;
}

/** The class needs the word of a known maker, valid now. */
export interface AttestationMissingRefusal {
  reason: string;
}

/** The bond must be at least this. */
export interface BondTooSmallRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** At most so many at once. */
export interface BatchTooLargeRefusal {
  countMax: bigint;
  found: bigint;
}

/** This window takes no beats now: each has its time, and late is missed. */
export interface WindowClosedRefusal {
  epoch: bigint;
  window: bigint;
}

/** The device's clock begins with this epoch. */
export interface EpochNotStartedRefusal {
  firstEpoch: bigint;
}

/** The device beat in this window already. */
export interface AlreadyBeatenRefusal {
  window: bigint;
}

/** The gateway posted its root for this window already. */
export interface RootTakenRefusal {
  epoch: bigint;
  window: bigint;
}

/** The beat is not under the root that the gateway posted. */
export interface ProofInvalidRefusal {
  device: bigint;
}

/** A payment for at least one unit is expected, at a posted price. */
export interface NothingPaidRefusal {
}

/** A unit of service may cost no more than this. */
export interface PriceTooHighRefusal {
  maximumWei: bigint;
  foundWei: bigint;
}

/** The units cost more than was sent. */
export interface PriceExceedsRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** One receipt is for at most so many units. */
export interface TooManyUnitsRefusal {
  unitsMax: bigint;
}

/** There is no receipt of this number. */
export interface UnknownReceiptRefusal {
  receipt: bigint;
}

/** This payment cannot be reported so. */
export interface ReportRefusedRefusal {
  reason: string;
}

/** It had to be done before this height. */
export interface TooLateRefusal {
  deadlineAt: bigint;
}

/** A verifier speaks once. */
export interface VotedAlreadyRefusal {
  verifier: Address;
}

/** This maintenance cannot be declared. */
export interface MaintenanceRefusedRefusal {
  reason: string;
}

/** Not while penalties are open. */
export interface PenaltiesOpenRefusal {
  count: bigint;
}

/** An owner cannot accuse its own device. */
export interface OwnCaseRefusal {
}

/** Nothing is released. */
export interface NothingToClaimRefusal {
}

/** This account cannot own a device. */
export interface OwnerInvalidRefusal {
  owner: Address;
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

export type DevicesRefusal =
  | { errorName: "Denied"; args: DeniedRefusal }
  | { errorName: "RoleForbids"; args: RoleForbidsRefusal }
  | { errorName: "StateForbids"; args: StateForbidsRefusal }
  | { errorName: "SignatureWrong"; args: SignatureWrongRefusal }
  | { errorName: "UnknownDevice"; args: UnknownDeviceRefusal }
  | { errorName: "FeeMismatch"; args: FeeMismatchRefusal }
  | { errorName: "NotApplicant"; args: NotApplicantRefusal }
  | { errorName: "OwnerBarred"; args: OwnerBarredRefusal }
  | { errorName: "SerialTaken"; args: SerialTakenRefusal }
  | { errorName: "KeyTaken"; args: KeyTakenRefusal }
  | { errorName: "CapacityInvalid"; args: CapacityInvalidRefusal }
  | { errorName: "CellInvalid"; args: CellInvalidRefusal }
  | { errorName: "CellFull"; args: CellFullRefusal }
  | { errorName: "PermissionExpired"; args: PermissionExpiredRefusal }
  | { errorName: "NonceMismatch"; args: NonceMismatchRefusal }
  | { errorName: "AttestationMissing"; args: AttestationMissingRefusal }
  | { errorName: "BondTooSmall"; args: BondTooSmallRefusal }
  | { errorName: "BatchTooLarge"; args: BatchTooLargeRefusal }
  | { errorName: "WindowClosed"; args: WindowClosedRefusal }
  | { errorName: "EpochNotStarted"; args: EpochNotStartedRefusal }
  | { errorName: "AlreadyBeaten"; args: AlreadyBeatenRefusal }
  | { errorName: "RootTaken"; args: RootTakenRefusal }
  | { errorName: "ProofInvalid"; args: ProofInvalidRefusal }
  | { errorName: "NothingPaid"; args: NothingPaidRefusal }
  | { errorName: "PriceTooHigh"; args: PriceTooHighRefusal }
  | { errorName: "PriceExceeds"; args: PriceExceedsRefusal }
  | { errorName: "TooManyUnits"; args: TooManyUnitsRefusal }
  | { errorName: "UnknownReceipt"; args: UnknownReceiptRefusal }
  | { errorName: "ReportRefused"; args: ReportRefusedRefusal }
  | { errorName: "TooLate"; args: TooLateRefusal }
  | { errorName: "VotedAlready"; args: VotedAlreadyRefusal }
  | { errorName: "MaintenanceRefused"; args: MaintenanceRefusedRefusal }
  | { errorName: "PenaltiesOpen"; args: PenaltiesOpenRefusal }
  | { errorName: "OwnCase"; args: OwnCaseRefusal }
  | { errorName: "NothingToClaim"; args: NothingToClaimRefusal }
  | { errorName: "OwnerInvalid"; args: OwnerInvalidRefusal }
  | { errorName: "Paused"; args: PausedRefusal }
  | { errorName: "NotPayable"; args: NotPayableRefusal }
  | { errorName: "InsufficientCoins"; args: InsufficientCoinsRefusal }
  | { errorName: "Unauthorized"; args: UnauthorizedRefusal }
  | { errorName: "DelegatecallRefused"; args: DelegatecallRefusedRefusal }
  | { errorName: "Reentered"; args: ReenteredRefusal }
  | { errorName: "AddressTaken"; args: AddressTakenRefusal };

/** The EIP-712 domain of this module's messages on a chain. */
export const devicesDomain = (chainId: number) =>
  ({ name: "Kumiai Devices", version: "1", chainId, verifyingContract: devicesAddress }) as const;

/** What keys sign for this module: `primaryType` is the name of one of these. */
export const devicesTypes = {
  "Application": [
    {
      "name": "owner",
      "type": "address"
    },
    {
      "name": "key",
      "type": "address"
    },
    {
      "name": "kind",
      "type": "uint8"
    },
    {
      "name": "capacity",
      "type": "uint256"
    },
    {
      "name": "serial",
      "type": "bytes32"
    },
    {
      "name": "did",
      "type": "bytes32"
    },
    {
      "name": "cell",
      "type": "uint256"
    },
    {
      "name": "uri",
      "type": "bytes32"
    },
    {
      "name": "nonce",
      "type": "uint256"
    },
    {
      "name": "deadlineS",
      "type": "uint64"
    }
  ],
  "Beat": [
    {
      "name": "device",
      "type": "uint256"
    },
    {
      "name": "epoch",
      "type": "uint256"
    },
    {
      "name": "window",
      "type": "uint256"
    },
    {
      "name": "capacity",
      "type": "uint256"
    },
    {
      "name": "root",
      "type": "bytes32"
    }
  ],
  "MakerWord": [
    {
      "name": "key",
      "type": "address"
    },
    {
      "name": "serial",
      "type": "bytes32"
    },
    {
      "name": "kind",
      "type": "uint256"
    },
    {
      "name": "validUntilS",
      "type": "uint256"
    }
  ],
  "Handover": [
    {
      "name": "device",
      "type": "uint256"
    },
    {
      "name": "owner",
      "type": "address"
    },
    {
      "name": "nonce",
      "type": "uint256"
    },
    {
      "name": "deadlineS",
      "type": "uint256"
    }
  ],
  "Rotation": [
    {
      "name": "device",
      "type": "uint256"
    },
    {
      "name": "key",
      "type": "address"
    },
    {
      "name": "nonce",
      "type": "uint256"
    },
    {
      "name": "deadlineS",
      "type": "uint256"
    }
  ],
  "Relocation": [
    {
      "name": "device",
      "type": "uint256"
    },
    {
      "name": "cell",
      "type": "uint256"
    },
    {
      "name": "nonce",
      "type": "uint256"
    },
    {
      "name": "deadlineS",
      "type": "uint256"
    }
  ],
  "Answer": [
    {
      "name": "challenge",
      "type": "uint256"
    },
    {
      "name": "nonce",
      "type": "bytes32"
    },
    {
      "name": "response",
      "type": "bytes32"
    }
  ]
} as const;
