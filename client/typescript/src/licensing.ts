// Rendered from modules/licensing/module.py by `python -m cli.render`; not to be edited.
import type { Address, Hex } from "viem";

/** Licensing: who may use which data for what, and who gets paid for it. */
export const licensingAddress = "0x0000000000000000000000000000000000000a02" as const;

export const licensingAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "AccountInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "accountMax",
        "type": "uint256"
      }
    ],
    "name": "AccountLimit",
    "type": "error"
  },
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
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "AlreadyRenewed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      }
    ],
    "name": "AlreadySealed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "items",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "AnswersInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "app",
        "type": "bytes32"
      }
    ],
    "name": "AppForbidden",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "AssetDisputed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "AssetNotPayable",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "AssetVoid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "BondMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "BondTooLow",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "budgetWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "BudgetMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "availableWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "priceWei",
        "type": "uint256"
      }
    ],
    "name": "CapExceeded",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "case_",
        "type": "uint256"
      }
    ],
    "name": "CaseOpen",
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
        "internalType": "uint64",
        "name": "calmUntilS",
        "type": "uint64"
      }
    ],
    "name": "DisputeTooSoon",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "EvidenceInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "priceWei",
        "type": "uint256"
      }
    ],
    "name": "FeeRoundsToZero",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      }
    ],
    "name": "GoldInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "GroundInvalid",
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
        "name": "task",
        "type": "uint256"
      }
    ],
    "name": "NoBatchFree",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "NoErasure",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "seats",
        "type": "uint256"
      }
    ],
    "name": "NoSeatFree",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NobodyMay",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      }
    ],
    "name": "NotBounty",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "holder",
        "type": "address"
      }
    ],
    "name": "NotForOthers",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "NotForSale",
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
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "NotRental",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "NotSubscription",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "NotTransferable",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "NothingChanged",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "balanceWei",
        "type": "uint256"
      }
    ],
    "name": "NothingStanding",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "NothingToClaim",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "NoticesSent",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "offer",
        "type": "uint256"
      }
    ],
    "name": "OfferNotOpen",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "OwnDispute",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      }
    ],
    "name": "OwnTask",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "ParentInvalid",
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
        "name": "expectedWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "PaymentMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "awards",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "PickInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "priceWeiMax",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "priceWei",
        "type": "uint256"
      }
    ],
    "name": "PriceAboveLimit",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "purpose",
        "type": "uint256"
      }
    ],
    "name": "PurposeForbidden",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "left",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "QuotaExceeded",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "ReceiptMissing",
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
        "name": "opensAt",
        "type": "uint64"
      }
    ],
    "name": "RenewalTooEarly",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "ReturnExpected",
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
        "internalType": "uint16",
        "name": "royaltyBpsMax",
        "type": "uint16"
      },
      {
        "internalType": "uint16",
        "name": "royaltyBps",
        "type": "uint16"
      }
    ],
    "name": "RoyaltyAboveLimit",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expectedWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "RoyaltyMissing",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint16",
        "name": "stackBpsMax",
        "type": "uint16"
      },
      {
        "internalType": "uint256",
        "name": "foundBps",
        "type": "uint256"
      }
    ],
    "name": "RoyaltyStackTooHigh",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "expected",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "found",
        "type": "bytes32"
      }
    ],
    "name": "SealBroken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      }
    ],
    "name": "SealMissing",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "live",
        "type": "uint256"
      }
    ],
    "name": "SeatsLive",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "supply",
        "type": "uint256"
      }
    ],
    "name": "SoldOut",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "StakeMismatch",
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
        "internalType": "string",
        "name": "field",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "minimum",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "maximum",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "TaskInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "expected",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "found",
        "type": "bytes32"
      }
    ],
    "name": "TermsChanged",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "field",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "minimum",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "maximum",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "TermsInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "ancestorsMax",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "TooManyAncestors",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "appsMax",
        "type": "uint256"
      }
    ],
    "name": "TooManyApps",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "parentsMax",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "TooManyParents",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "versionsMax",
        "type": "uint256"
      }
    ],
    "name": "TooManyVersions",
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
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "UnderNotice",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "UnknownAsset",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      }
    ],
    "name": "UnknownBatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "case_",
        "type": "uint256"
      }
    ],
    "name": "UnknownCase",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "UnknownLicence",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "offer",
        "type": "uint256"
      }
    ],
    "name": "UnknownOffer",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "policy",
        "type": "uint256"
      }
    ],
    "name": "UnknownPolicy",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      }
    ],
    "name": "UnknownTask",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      }
    ],
    "name": "UnknownVersion",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "expiresS",
        "type": "uint64"
      }
    ],
    "name": "VersionExpires",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "uriBytesMax",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "VersionInvalid",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "annotator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      }
    ],
    "name": "AnnotatorJoined",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "annotator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      }
    ],
    "name": "AnnotatorLeft",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "annotator",
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
        "internalType": "enum ILicensing.SeatState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "AnnotatorPenalised",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "annotator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "answers",
        "type": "bytes"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "report",
        "type": "bytes32"
      }
    ],
    "name": "AnswersOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "annotator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "seal",
        "type": "bytes32"
      }
    ],
    "name": "AnswersSealed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "app",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isAllowed",
        "type": "bool"
      }
    ],
    "name": "AppDelegated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
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
    "name": "AssetBondEnded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
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
    "name": "AssetCreated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.AssetState",
        "name": "before",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.AssetState",
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
    "name": "AssetMoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
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
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "AssetTransferred",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "method",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "dataHash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "head",
        "type": "bytes32"
      }
    ],
    "name": "AuditEntryAdded",
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
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "head",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "firstIndex",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "entries",
        "type": "uint256"
      }
    ],
    "name": "AuditEpochClosed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.BatchState",
        "name": "before",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.BatchState",
        "name": "after_",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "untilS",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "BatchMoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "annotator",
        "type": "address"
      }
    ],
    "name": "BatchTaken",
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
        "name": "asset",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "parent",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "parentVersion",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "royaltyBps",
        "type": "uint16"
      }
    ],
    "name": "DerivativeLinked",
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
        "name": "asset",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "challenger",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.CaseKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.Tag",
        "name": "tag",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "trueOwner",
        "type": "address"
      }
    ],
    "name": "Disputed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "lostWei",
        "type": "uint256"
      }
    ],
    "name": "ErasureOverdue",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "proof",
        "type": "bytes32"
      }
    ],
    "name": "ErasureProven",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "grossWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "feeWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "referrerWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "royaltiesWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "ownerWei",
        "type": "uint256"
      }
    ],
    "name": "IncomeReleased",
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
        "name": "asset",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.CaseState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "Judged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "Lapsed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "LateFeeTaken",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "offer",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "holder",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "priceWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "depositWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "termsHash",
        "type": "bytes32"
      }
    ],
    "name": "LicenceMinted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.LicenceState",
        "name": "before",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.LicenceState",
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
    "name": "LicenceMoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
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
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "LicenceRefunded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
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
    "name": "LicenceTransferred",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "child",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "childVersion",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "LineageNotice",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "Listed",
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
        "name": "offer",
        "type": "uint256"
      }
    ],
    "name": "OfferClosed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "reasons",
        "type": "uint256"
      }
    ],
    "name": "RenewalDenied",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "priceWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "keeper",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "rewardWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "endsAt",
        "type": "uint64"
      }
    ],
    "name": "Renewed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
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
        "name": "releasedWei",
        "type": "uint256"
      }
    ],
    "name": "Resolved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.RevocationState",
        "name": "state",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.Ground",
        "name": "ground",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "untilS",
        "type": "uint64"
      }
    ],
    "name": "RevocationMoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.Ground",
        "name": "ground",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "refundWei",
        "type": "uint256"
      }
    ],
    "name": "Revoked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "ancestor",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "RoyaltyPaid",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
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
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "RoyaltyReceived",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isSeated",
        "type": "bool"
      }
    ],
    "name": "SeatChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "annotator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.SeatState",
        "name": "state",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "goldBps",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "agreementBps",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "paidWei",
        "type": "uint256"
      }
    ],
    "name": "SeatSettled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "funder",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "balanceWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "priceWeiMax",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "totalWeiMax",
        "type": "uint256"
      }
    ],
    "name": "StandingChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.TagState",
        "name": "before",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.TagState",
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
    "name": "TagChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.TaskState",
        "name": "before",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.TaskState",
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
    "name": "TaskMoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "requester",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "guide",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "budgetWei",
        "type": "uint256"
      }
    ],
    "name": "TaskPosted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "requester",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "TaskRefunded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "offer",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum ILicensing.Kind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "priceWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "termsHash",
        "type": "bytes32"
      }
    ],
    "name": "TermsAttached",
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
        "name": "asset",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "request",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "untilS",
        "type": "uint64"
      }
    ],
    "name": "Tombstoned",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "user",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "count",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "purpose",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "app",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "receipt",
        "type": "bytes32"
      }
    ],
    "name": "Used",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
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
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "VaultClaimed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "VaultPenalised",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "content",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "schema",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "stackBps",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "expiresS",
        "type": "uint64"
      }
    ],
    "name": "VersionPublished",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      }
    ],
    "name": "acceptBatch",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "internalType": "struct ILicensing.VersionTerms",
        "name": "version",
        "components": [
          {
            "internalType": "bytes32",
            "name": "content",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "schema",
            "type": "bytes32"
          },
          {
            "internalType": "string",
            "name": "uri",
            "type": "string"
          },
          {
            "internalType": "uint256[]",
            "name": "parents",
            "type": "uint256[]"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "addVersion",
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
        "name": "asset",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      }
    ],
    "name": "ancestorsOf",
    "outputs": [
      {
        "internalType": "struct ILicensing.Share[]",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "asset",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "bps",
            "type": "uint16"
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
    "name": "annotationTotals",
    "outputs": [
      {
        "internalType": "struct ILicensing.AnnotationTotals",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "budgetsWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "bondsWei",
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
        "name": "task",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "annotator",
    "outputs": [
      {
        "internalType": "struct ILicensing.Member",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "bondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "live",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "settled",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "earnedWei",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "isMember",
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
    "inputs": [
      {
        "internalType": "uint256",
        "name": "task",
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
    "name": "annotatorsOf",
    "outputs": [
      {
        "internalType": "address[]",
        "name": "",
        "type": "address[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "appeal",
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
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "approve",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "appsOf",
    "outputs": [
      {
        "internalType": "address[]",
        "name": "",
        "type": "address[]"
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
    "name": "asset",
    "outputs": [
      {
        "internalType": "struct ILicensing.AssetView",
        "name": "",
        "components": [
          {
            "internalType": "struct ILicensing.Asset",
            "name": "asset",
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "enum ILicensing.AssetState",
                "name": "state",
                "type": "uint8"
              },
              {
                "internalType": "uint256",
                "name": "versions",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "bondWei",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "bondUntilS",
                "type": "uint64"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct ILicensing.Overlay",
            "name": "overlay",
            "components": [
              {
                "internalType": "enum ILicensing.TagState",
                "name": "tag",
                "type": "uint8"
              },
              {
                "internalType": "uint64",
                "name": "taggedS",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "frozenS",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "voidS",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "untilS",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "case_",
                "type": "uint256"
              },
              {
                "internalType": "bool",
                "name": "isRedirected",
                "type": "bool"
              },
              {
                "internalType": "uint64",
                "name": "calmUntilS",
                "type": "uint64"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct ILicensing.Erasure",
            "name": "erasure",
            "components": [
              {
                "internalType": "uint64",
                "name": "requestedS",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "untilS",
                "type": "uint64"
              },
              {
                "internalType": "bytes32",
                "name": "request",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "proof",
                "type": "bytes32"
              },
              {
                "internalType": "uint256",
                "name": "noticed",
                "type": "uint256"
              },
              {
                "internalType": "bool",
                "name": "isSettled",
                "type": "bool"
              },
              {
                "internalType": "uint16",
                "name": "penaltyBps",
                "type": "uint16"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct ILicensing.Vault",
            "name": "vault",
            "components": [
              {
                "internalType": "uint256",
                "name": "receivedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "claimedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "claimableWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "escrowWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "lostWei",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "uint64",
            "name": "clockS",
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
    "inputs": [],
    "name": "assetTotal",
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
    "name": "assetsOf",
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
        "name": "licence",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "assignSeat",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "batch",
    "outputs": [
      {
        "internalType": "struct ILicensing.Batch",
        "name": "",
        "components": [
          {
            "internalType": "enum ILicensing.BatchState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "sealed_",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "opened",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "untilS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "spanS",
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
        "name": "task",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "batchSeatsOf",
    "outputs": [
      {
        "internalType": "struct ILicensing.Seat[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "annotator",
            "type": "address"
          },
          {
            "internalType": "enum ILicensing.SeatState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "seal",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "report",
            "type": "bytes32"
          },
          {
            "internalType": "bytes",
            "name": "answers",
            "type": "bytes"
          },
          {
            "internalType": "uint16",
            "name": "goldBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "agreementBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "paidWei",
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
        "name": "offer",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "holder",
        "type": "address"
      },
      {
        "internalType": "struct ILicensing.Guards",
        "name": "guards",
        "components": [
          {
            "internalType": "bytes32",
            "name": "termsHash",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "priceWeiMax",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "royaltyBpsMax",
            "type": "uint16"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "address",
        "name": "referrer",
        "type": "address"
      }
    ],
    "name": "buy",
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
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "cancel",
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
    "name": "caseRecord",
    "outputs": [
      {
        "internalType": "struct ILicensing.Case",
        "name": "",
        "components": [
          {
            "internalType": "enum ILicensing.CaseKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "enum ILicensing.CaseState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "asset",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "licence",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "accused",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "challenger",
            "type": "address"
          },
          {
            "internalType": "enum ILicensing.Tag",
            "name": "tag",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "trueOwner",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "evidence",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "claim",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "untilS",
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
        "name": "asset",
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
    "name": "childrenOf",
    "outputs": [
      {
        "internalType": "struct ILicensing.Child[]",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "asset",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "version",
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
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "claimVault",
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
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "clearTag",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "clock",
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
    "inputs": [
      {
        "internalType": "uint256",
        "name": "offer",
        "type": "uint256"
      }
    ],
    "name": "closeOffer",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      }
    ],
    "name": "closeTask",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "contestTag",
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
        "internalType": "struct ILicensing.VersionTerms",
        "name": "version",
        "components": [
          {
            "internalType": "bytes32",
            "name": "content",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "schema",
            "type": "bytes32"
          },
          {
            "internalType": "string",
            "name": "uri",
            "type": "string"
          },
          {
            "internalType": "uint256[]",
            "name": "parents",
            "type": "uint256[]"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "createAsset",
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
        "name": "licence",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "app",
        "type": "address"
      },
      {
        "internalType": "bool",
        "name": "isAllowed",
        "type": "bool"
      }
    ],
    "name": "delegateApp",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
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
    "name": "disputesOf",
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
        "name": "licence",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "priceWeiMax",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "totalWeiMax",
        "type": "uint256"
      }
    ],
    "name": "fundStanding",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "purpose",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "app",
        "type": "bytes32"
      }
    ],
    "name": "isValid",
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
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      }
    ],
    "name": "joinTask",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      }
    ],
    "name": "leaveTask",
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
    "name": "licence",
    "outputs": [
      {
        "internalType": "struct ILicensing.LicenceView",
        "name": "",
        "components": [
          {
            "internalType": "struct ILicensing.Licence",
            "name": "licence",
            "components": [
              {
                "internalType": "uint256",
                "name": "offer",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "asset",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "version",
                "type": "uint256"
              },
              {
                "internalType": "address",
                "name": "holder",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "payer",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "referrer",
                "type": "address"
              },
              {
                "internalType": "enum ILicensing.LicenceState",
                "name": "state",
                "type": "uint8"
              },
              {
                "internalType": "bytes32",
                "name": "termsHash",
                "type": "bytes32"
              },
              {
                "internalType": "uint256",
                "name": "used",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "boughtS",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "untilS",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "depositWei",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "enum ILicensing.LicenceState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "struct ILicensing.Term",
            "name": "term",
            "components": [
              {
                "internalType": "uint256",
                "name": "priceWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "releasedWei",
                "type": "uint256"
              },
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
                "internalType": "uint16",
                "name": "feeBps",
                "type": "uint16"
              },
              {
                "internalType": "uint256",
                "name": "nextPriceWei",
                "type": "uint256"
              },
              {
                "internalType": "uint16",
                "name": "nextFeeBps",
                "type": "uint16"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct ILicensing.Ledger",
            "name": "ledger",
            "components": [
              {
                "internalType": "uint256",
                "name": "paidWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "earnedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "refundedWei",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct ILicensing.Standing",
            "name": "standing",
            "components": [
              {
                "internalType": "address",
                "name": "funder",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "balanceWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "priceWeiMax",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "totalWeiMax",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "spentWei",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct ILicensing.Revocation",
            "name": "revocation",
            "components": [
              {
                "internalType": "enum ILicensing.RevocationState",
                "name": "state",
                "type": "uint8"
              },
              {
                "internalType": "enum ILicensing.Ground",
                "name": "ground",
                "type": "uint8"
              },
              {
                "internalType": "address",
                "name": "revoker",
                "type": "address"
              },
              {
                "internalType": "bytes32",
                "name": "evidence",
                "type": "bytes32"
              },
              {
                "internalType": "uint64",
                "name": "untilS",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "heldWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "case_",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "uint256",
            "name": "earnedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lateFeeWei",
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
    "name": "licenceTotal",
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
        "name": "holder",
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
    "name": "licencesOf",
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
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "listAsset",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "nextDeadline",
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
    "inputs": [
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "offer",
    "outputs": [
      {
        "internalType": "struct ILicensing.OfferView",
        "name": "",
        "components": [
          {
            "internalType": "struct ILicensing.Offer",
            "name": "offer",
            "components": [
              {
                "internalType": "uint256",
                "name": "asset",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "version",
                "type": "uint256"
              },
              {
                "internalType": "enum ILicensing.OfferState",
                "name": "state",
                "type": "uint8"
              },
              {
                "internalType": "bytes32",
                "name": "termsHash",
                "type": "bytes32"
              },
              {
                "internalType": "uint256",
                "name": "sold",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct ILicensing.Terms",
            "name": "terms",
            "components": [
              {
                "internalType": "enum ILicensing.Kind",
                "name": "kind",
                "type": "uint8"
              },
              {
                "internalType": "uint256",
                "name": "priceWei",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "durationS",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "graceS",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "uses",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "seats",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "depositWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "lateFeeWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "supply",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "accountMax",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "purposes",
                "type": "uint256"
              },
              {
                "internalType": "bytes32[]",
                "name": "apps",
                "type": "bytes32[]"
              },
              {
                "internalType": "uint16",
                "name": "royaltyBps",
                "type": "uint16"
              },
              {
                "internalType": "bool",
                "name": "isDerivable",
                "type": "bool"
              },
              {
                "internalType": "bool",
                "name": "isTransferable",
                "type": "bool"
              },
              {
                "internalType": "bool",
                "name": "needsApproval",
                "type": "bool"
              },
              {
                "internalType": "uint256",
                "name": "policy",
                "type": "uint256"
              },
              {
                "internalType": "uint16",
                "name": "referrerBps",
                "type": "uint16"
              },
              {
                "internalType": "bytes32",
                "name": "text",
                "type": "bytes32"
              }
            ],
            "type": "tuple"
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
        "name": "asset",
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
    "name": "offersOn",
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
        "name": "task",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "answers",
        "type": "bytes"
      },
      {
        "internalType": "bytes32",
        "name": "report",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "openAnswers",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      },
      {
        "internalType": "struct ILicensing.Gold[]",
        "name": "golds",
        "components": [
          {
            "internalType": "uint256",
            "name": "item",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "label",
            "type": "uint256"
          }
        ],
        "type": "tuple[]"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32[]",
        "name": "path",
        "type": "bytes32[]"
      }
    ],
    "name": "openGold",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      },
      {
        "internalType": "struct ILicensing.Terms",
        "name": "terms",
        "components": [
          {
            "internalType": "enum ILicensing.Kind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "priceWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "durationS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "graceS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "uses",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "seats",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "depositWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lateFeeWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "supply",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "accountMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "purposes",
            "type": "uint256"
          },
          {
            "internalType": "bytes32[]",
            "name": "apps",
            "type": "bytes32[]"
          },
          {
            "internalType": "uint16",
            "name": "royaltyBps",
            "type": "uint16"
          },
          {
            "internalType": "bool",
            "name": "isDerivable",
            "type": "bool"
          },
          {
            "internalType": "bool",
            "name": "isTransferable",
            "type": "bool"
          },
          {
            "internalType": "bool",
            "name": "needsApproval",
            "type": "bool"
          },
          {
            "internalType": "uint256",
            "name": "policy",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "referrerBps",
            "type": "uint16"
          },
          {
            "internalType": "bytes32",
            "name": "text",
            "type": "bytes32"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "openOffer",
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
        "name": "licence",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "orderRevocation",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "params",
    "outputs": [
      {
        "internalType": "struct ILicensing.LicensingParams",
        "name": "",
        "components": [
          {
            "internalType": "uint16",
            "name": "protocolFeeBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "referrerBpsMax",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "minPaymentWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "parentsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "ancestorsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "royaltyStackBpsMax",
            "type": "uint16"
          },
          {
            "internalType": "uint64",
            "name": "durationSMax",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "approveTimeoutS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "renewWindowS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "graceSMax",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "keeperBps",
            "type": "uint16"
          },
          {
            "internalType": "uint64",
            "name": "revokeNoticeS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "verdictTimeoutS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "tagTimeoutS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "disputeCooldownS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "erasureS",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "erasurePenaltyBps",
            "type": "uint16"
          },
          {
            "internalType": "uint64",
            "name": "bondHoldS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "assetBondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "erasurePolicy",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "regulatorPolicy",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "taskSMax",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "missedSeatBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "cheatSeatBps",
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
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      }
    ],
    "name": "parentsOf",
    "outputs": [
      {
        "internalType": "struct ILicensing.Parent[]",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "asset",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "version",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "licence",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "royaltyBps",
            "type": "uint16"
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
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "pauseAsset",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      },
      {
        "internalType": "uint256[]",
        "name": "winners",
        "type": "uint256[]"
      }
    ],
    "name": "pickAwards",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "struct ILicensing.TaskTerms",
        "name": "terms",
        "components": [
          {
            "internalType": "bytes32",
            "name": "guide",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "itemsRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "goldRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "batches",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "items",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "labels",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "overlap",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "awards",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "payWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "bondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "goldMinBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "agreementMinBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "policy",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "answerS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "openS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "reviewS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "endsS",
            "type": "uint64"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "postTask",
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
        "name": "asset",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "proof",
        "type": "bytes32"
      }
    ],
    "name": "proveErasure",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "offer",
        "type": "uint256"
      },
      {
        "internalType": "bool",
        "name": "hasReferrer",
        "type": "bool"
      }
    ],
    "name": "quote",
    "outputs": [
      {
        "internalType": "struct ILicensing.Quote",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "priceWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "depositWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "totalWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "feeWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "referrerWei",
            "type": "uint256"
          },
          {
            "internalType": "struct ILicensing.QuoteShare[]",
            "name": "royalties",
            "components": [
              {
                "internalType": "uint256",
                "name": "asset",
                "type": "uint256"
              },
              {
                "internalType": "uint16",
                "name": "bps",
                "type": "uint16"
              },
              {
                "internalType": "uint256",
                "name": "amountWei",
                "type": "uint256"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "uint256",
            "name": "ownerWei",
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
        "name": "asset",
        "type": "uint256"
      },
      {
        "internalType": "enum ILicensing.Tag",
        "name": "tag",
        "type": "uint8"
      },
      {
        "internalType": "address",
        "name": "trueOwner",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "raiseDispute",
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
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "reject",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "remainingUses",
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
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "renew",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "renewableFrom",
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
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "reference_",
        "type": "bytes32"
      }
    ],
    "name": "requestErasure",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "resumeAsset",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "retireAsset",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "proof",
        "type": "bytes32"
      }
    ],
    "name": "returnRental",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "internalType": "enum ILicensing.Ground",
        "name": "ground",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "revoke",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      }
    ],
    "name": "sealAnswers",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
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
    "name": "seatsOf",
    "outputs": [
      {
        "internalType": "address[]",
        "name": "",
        "type": "address[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "sendNotices",
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
        "name": "licence",
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
        "name": "task",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "batch",
        "type": "uint256"
      }
    ],
    "name": "settleBatch",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "task",
        "type": "uint256"
      }
    ],
    "name": "takeBatch",
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
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "task",
    "outputs": [
      {
        "internalType": "struct ILicensing.TaskView",
        "name": "",
        "components": [
          {
            "internalType": "struct ILicensing.Task",
            "name": "task",
            "components": [
              {
                "internalType": "address",
                "name": "requester",
                "type": "address"
              },
              {
                "internalType": "enum ILicensing.TaskState",
                "name": "state",
                "type": "uint8"
              },
              {
                "internalType": "uint256",
                "name": "budgetWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "paidWei",
                "type": "uint256"
              },
              {
                "internalType": "uint16",
                "name": "feeBps",
                "type": "uint16"
              },
              {
                "internalType": "uint256",
                "name": "firstOpen",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "live",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "settled",
                "type": "uint256"
              },
              {
                "internalType": "uint16",
                "name": "missedBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "cheatBps",
                "type": "uint16"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct ILicensing.TaskTerms",
            "name": "terms",
            "components": [
              {
                "internalType": "bytes32",
                "name": "guide",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "itemsRoot",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "goldRoot",
                "type": "bytes32"
              },
              {
                "internalType": "uint256",
                "name": "batches",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "items",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "labels",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "overlap",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "awards",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "payWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "bondWei",
                "type": "uint256"
              },
              {
                "internalType": "uint16",
                "name": "goldMinBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "agreementMinBps",
                "type": "uint16"
              },
              {
                "internalType": "uint256",
                "name": "policy",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "answerS",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "openS",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "reviewS",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "endsS",
                "type": "uint64"
              }
            ],
            "type": "tuple"
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
    "name": "taskTotal",
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
        "name": "requester",
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
    "name": "tasksOf",
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
    "inputs": [],
    "name": "totals",
    "outputs": [
      {
        "internalType": "struct ILicensing.Totals",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "vaultsWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "deferredWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "depositsWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "standingWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "bondsWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "heldWei",
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
        "name": "asset",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "target",
        "type": "address"
      }
    ],
    "name": "transferAsset",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "target",
        "type": "address"
      }
    ],
    "name": "transferLicence",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "unassignSeat",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "count",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "purpose",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "app",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "receipt",
        "type": "bytes32"
      }
    ],
    "name": "use",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
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
    "name": "usesOf",
    "outputs": [
      {
        "internalType": "struct ILicensing.Use[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "user",
            "type": "address"
          },
          {
            "internalType": "uint64",
            "name": "atS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "count",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "purpose",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "app",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "receipt",
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
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "validUntil",
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
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asset",
        "type": "uint256"
      }
    ],
    "name": "vault",
    "outputs": [
      {
        "internalType": "struct ILicensing.Vault",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "receivedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "claimedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "claimableWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "escrowWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lostWei",
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
        "name": "asset",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "version",
    "outputs": [
      {
        "internalType": "struct ILicensing.Version",
        "name": "",
        "components": [
          {
            "internalType": "bytes32",
            "name": "content",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "schema",
            "type": "bytes32"
          },
          {
            "internalType": "string",
            "name": "uri",
            "type": "string"
          },
          {
            "internalType": "uint64",
            "name": "publishedS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "expiresS",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "stackBps",
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
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "waive",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      }
    ],
    "name": "withdrawRevocation",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "licence",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "withdrawStanding",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;

/** What viem takes to read, write and watch: `{ ...licensing, functionName: ... }`. */
export const licensing = { address: licensingAddress, abi: licensingAbi } as const;

/** What is sold. */
export const Kind = {
  PERPETUAL: 0,
  TIMED: 1,
  USES: 2,
  SEATS: 3,
  RENTAL: 4,
  FREE: 5,
  SUBSCRIPTION: 6,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** What an asset is accused of. */
export const Tag = {
  NOT_THE_OWNERS: 0,
  UNLAWFUL: 1,
  PERSONAL_DATA: 2,
  MISDESCRIBED: 3,
} as const;
export type Tag = (typeof Tag)[keyof typeof Tag];

/** Why a licence is revoked. */
export const Ground = {
  BREACH: 0,
  NO_FAULT: 1,
  REGULATORY: 2,
  WAIVED: 3,
  ASSET_VOID: 4,
} as const;
export type Ground = (typeof Ground)[keyof typeof Ground];

/** Where an asset stands. */
export const AssetState = {
  NOTHING: 0,
  DRAFT: 1,
  LISTED: 2,
  PAUSED: 3,
  RETIRED: 4,
} as const;
export type AssetState = (typeof AssetState)[keyof typeof AssetState];

/** What is said against an asset. */
export const TagState = {
  CLEAN: 0,
  CHALLENGED: 1,
  TAGGED: 2,
} as const;
export type TagState = (typeof TagState)[keyof typeof TagState];

/** Whether an offer can be taken. */
export const OfferState = {
  NOTHING: 0,
  ACTIVE: 1,
  CLOSED: 2,
} as const;
export type OfferState = (typeof OfferState)[keyof typeof OfferState];

/** What a jury is asked. */
export const CaseKind = {
  TAG: 0,
  CONTEST: 1,
  APPEAL: 2,
} as const;
export type CaseKind = (typeof CaseKind)[keyof typeof CaseKind];

/** Whether a case is decided: UPHELD is in favour of who brought it. */
export const CaseState = {
  NOTHING: 0,
  OPEN: 1,
  UPHELD: 2,
  DISMISSED: 3,
  LAPSED: 4,
} as const;
export type CaseState = (typeof CaseState)[keyof typeof CaseState];

/** Where a licence stands; SUSPENDED follows from its asset and is never stored. */
export const LicenceState = {
  NOTHING: 0,
  PENDING: 1,
  REJECTED: 2,
  ACTIVE: 3,
  CANCELLING: 4,
  GRACE: 5,
  OVERDUE: 6,
  SUSPENDED: 7,
  EXPIRED: 8,
  EXHAUSTED: 9,
  LAPSED: 10,
  ENDED: 11,
  RETURNED: 12,
  REVOKED: 13,
} as const;
export type LicenceState = (typeof LicenceState)[keyof typeof LicenceState];

/** How far a licensor's revocation is. */
export const RevocationState = {
  NONE: 0,
  NOTICE: 1,
  APPEALED: 2,
  LIFTED: 3,
  EFFECTIVE: 4,
} as const;
export type RevocationState = (typeof RevocationState)[keyof typeof RevocationState];

/** Whether a task gives batches out. */
export const TaskState = {
  NOTHING: 0,
  OPEN: 1,
  CLOSING: 2,
  CLOSED: 3,
} as const;
export type TaskState = (typeof TaskState)[keyof typeof TaskState];

/** How far a batch is. */
export const BatchState = {
  EMPTY: 0,
  FILLING: 1,
  OPENING: 2,
  REVIEW: 3,
  SETTLED: 4,
} as const;
export type BatchState = (typeof BatchState)[keyof typeof BatchState];

/** What became of an annotator's place at a batch. */
export const SeatState = {
  NOTHING: 0,
  TAKEN: 1,
  SEALED: 2,
  OPENED: 3,
  PAID: 4,
  UNPAID: 5,
  CHEATED: 6,
  MISSED: 7,
} as const;
export type SeatState = (typeof SeatState)[keyof typeof SeatState];

/** A task is open, with all its pay locked. */
export interface TaskPostedEvent {
  task: bigint;
  requester: Address;
  guide: Hex;
  budgetWei: bigint;
}

/** A task went from one state to another. */
export interface TaskMovedEvent {
  task: bigint;
  before: number;
  after_: number;
  reason: string;
}

/** What a task did not pay out went back to its requester. */
export interface TaskRefundedEvent {
  task: bigint;
  requester: Address;
  amountWei: bigint;
}

/** Somebody may take batches, with a bond at stake. */
export interface AnnotatorJoinedEvent {
  task: bigint;
  annotator: Address;
  bondWei: bigint;
}

/** Somebody took its bond back. */
export interface AnnotatorLeftEvent {
  task: bigint;
  annotator: Address;
  bondWei: bigint;
}

/** A part of a bond was lost. */
export interface AnnotatorPenalisedEvent {
  task: bigint;
  annotator: Address;
  amountWei: bigint;
  state: number;
}

/** Somebody has a seat at a batch. */
export interface BatchTakenEvent {
  task: bigint;
  batch: bigint;
  annotator: Address;
}

/** A batch went from one state to another; it stays there until `until_s` at most. */
export interface BatchMovedEvent {
  task: bigint;
  batch: bigint;
  before: number;
  after_: number;
  untilS: bigint;
  reason: string;
}

/** Somebody committed to answers. */
export interface AnswersSealedEvent {
  task: bigint;
  batch: bigint;
  annotator: Address;
  seal: Hex;
}

/** Somebody showed the answers that it had sealed. */
export interface AnswersOpenedEvent {
  task: bigint;
  batch: bigint;
  annotator: Address;
  answers: Hex;
  report: Hex;
}

/** How a seat's answers were scored, and what they were paid. */
export interface SeatSettledEvent {
  task: bigint;
  batch: bigint;
  annotator: Address;
  state: number;
  goldBps: number;
  agreementBps: number;
  paidWei: bigint;
}

/** An asset is on the register, as a draft with its first version. */
export interface AssetCreatedEvent {
  asset: bigint;
  owner: Address;
  bondWei: bigint;
}

/** A version is fixed: what it commits to, what its ancestors get together, when it expires. */
export interface VersionPublishedEvent {
  asset: bigint;
  version: bigint;
  content: Hex;
  schema: Hex;
  stackBps: number;
  expiresS: bigint;
}

/** A version is made of another asset's. */
export interface DerivativeLinkedEvent {
  asset: bigint;
  version: bigint;
  parent: bigint;
  parentVersion: bigint;
  licence: bigint;
  royaltyBps: number;
}

/** An asset can be licensed. */
export interface ListedEvent {
  asset: bigint;
}

/** An asset went from one state to another. */
export interface AssetMovedEvent {
  asset: bigint;
  before: number;
  after_: number;
  reason: string;
}

/** An asset has another owner. */
export interface AssetTransferredEvent {
  asset: bigint;
  before: Address;
  after_: Address;
  reason: string;
}

/** An asset's bond went back, or was lost to somebody. */
export interface AssetBondEndedEvent {
  asset: bigint;
  target: Address;
  amountWei: bigint;
  reason: string;
}

/** An offer stands: terms by their hash, for one version. */
export interface TermsAttachedEvent {
  offer: bigint;
  asset: bigint;
  version: bigint;
  kind: number;
  priceWei: bigint;
  termsHash: Hex;
}

/** An offer is not taken any more. */
export interface OfferClosedEvent {
  offer: bigint;
}

/** Somebody has a licence, or waits for its approval; `payer` paid for `holder`. */
export interface LicenceMintedEvent {
  licence: bigint;
  offer: bigint;
  holder: Address;
  payer: Address;
  priceWei: bigint;
  depositWei: bigint;
  termsHash: Hex;
}

/** A licence went from one state to another. */
export interface LicenceMovedEvent {
  licence: bigint;
  before: number;
  after_: number;
  reason: string;
}

/** A licence has another holder. */
export interface LicenceTransferredEvent {
  licence: bigint;
  before: Address;
  after_: Address;
}

/** A seat was given to somebody, or taken back. */
export interface SeatChangedEvent {
  licence: bigint;
  account: Address;
  isSeated: boolean;
}

/** An app's account may use a licence, or may no more. */
export interface AppDelegatedEvent {
  licence: bigint;
  app: Address;
  isAllowed: boolean;
}

/** The data was used, for a purpose, by a program; the receipt is whoever's it is to show. */
export interface UsedEvent {
  licence: bigint;
  user: Address;
  count: bigint;
  purpose: bigint;
  app: Hex;
  receipt: Hex;
}

/** A subscription is paid for one more period; a keeper got its reward out of the price. */
export interface RenewedEvent {
  licence: bigint;
  priceWei: bigint;
  keeper: Address;
  rewardWei: bigint;
  endsAt: bigint;
}

/** A subscription was not renewed because its holder may not buy any more. */
export interface RenewalDeniedEvent {
  licence: bigint;
  reasons: bigint;
}

/** A subscription's grace is over. */
export interface LapsedEvent {
  licence: bigint;
}

/** What stands behind a subscription's renewals. */
export interface StandingChangedEvent {
  licence: bigint;
  funder: Address;
  balanceWei: bigint;
  priceWeiMax: bigint;
  totalWeiMax: bigint;
}

/** A part of a price was earned and paid out: before fees, and each leg after. */
export interface IncomeReleasedEvent {
  licence: bigint;
  asset: bigint;
  grossWei: bigint;
  feeWei: bigint;
  referrerWei: bigint;
  royaltiesWei: bigint;
  ownerWei: bigint;
}

/** An ancestor's vault got its share of a descendant's income. */
export interface RoyaltyPaidEvent {
  asset: bigint;
  ancestor: bigint;
  amountWei: bigint;
}

/** Another market paid an asset for what was made with it. */
export interface RoyaltyReceivedEvent {
  asset: bigint;
  payer: Address;
  amountWei: bigint;
}

/** A rental came back late, or never: a part of its deposit became income. */
export interface LateFeeTakenEvent {
  licence: bigint;
  amountWei: bigint;
}

/** What a licence deferred went back to who paid it. */
export interface LicenceRefundedEvent {
  licence: bigint;
  payer: Address;
  amountWei: bigint;
}

/** An asset's income was paid to its owner. */
export interface VaultClaimedEvent {
  asset: bigint;
  owner: Address;
  amountWei: bigint;
}

/** A part of an asset's income was lost. */
export interface VaultPenalisedEvent {
  asset: bigint;
  amountWei: bigint;
}

/** How far a revocation is; a new one takes effect at `until_s`. */
export interface RevocationMovedEvent {
  licence: bigint;
  state: number;
  ground: number;
  untilS: bigint;
}

/** A licence was taken back. */
export interface RevokedEvent {
  licence: bigint;
  ground: number;
  refundWei: bigint;
}

/** A question is before a jury. */
export interface DisputedEvent {
  case_: bigint;
  asset: bigint;
  challenger: Address;
  kind: number;
  tag: number;
  evidence: Hex;
  trueOwner: Address;
}

/** A case is over. */
export interface JudgedEvent {
  case_: bigint;
  asset: bigint;
  state: number;
}

/** What is said against an asset changed; while TAGGED its licences' time stands still. */
export interface TagChangedEvent {
  asset: bigint;
  before: number;
  after_: number;
  reason: string;
}

/** A tag is over: what was in escrow can be claimed. */
export interface ResolvedEvent {
  asset: bigint;
  owner: Address;
  releasedWei: bigint;
}

/** An asset must be erased: its owner proves that by a time. */
export interface TombstonedEvent {
  asset: bigint;
  request: Hex;
  untilS: bigint;
}

/** An asset's owner showed the proof that its key is destroyed. */
export interface ErasureProvenEvent {
  asset: bigint;
  proof: Hex;
}

/** No proof came: bond and vault paid for it. */
export interface ErasureOverdueEvent {
  asset: bigint;
  lostWei: bigint;
}

/** What a derivative was made of must be erased; its owner is told. */
export interface LineageNoticeEvent {
  asset: bigint;
  child: bigint;
  childVersion: bigint;
  owner: Address;
}

/** A change entered the module's audit log; `head` is the chain's hash with it. */
export interface AuditEntryAddedEvent {
  index: bigint;
  sender: Address;
  method: bigint;
  dataHash: Hex;
  head: Hex;
}

/** The entries of an epoch stand under this root from now on. */
export interface AuditEpochClosedEvent {
  epoch: bigint;
  root: Hex;
  head: Hex;
  firstIndex: bigint;
  entries: bigint;
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

export type LicensingEvent =
  | { eventName: "TaskPosted"; args: TaskPostedEvent }
  | { eventName: "TaskMoved"; args: TaskMovedEvent }
  | { eventName: "TaskRefunded"; args: TaskRefundedEvent }
  | { eventName: "AnnotatorJoined"; args: AnnotatorJoinedEvent }
  | { eventName: "AnnotatorLeft"; args: AnnotatorLeftEvent }
  | { eventName: "AnnotatorPenalised"; args: AnnotatorPenalisedEvent }
  | { eventName: "BatchTaken"; args: BatchTakenEvent }
  | { eventName: "BatchMoved"; args: BatchMovedEvent }
  | { eventName: "AnswersSealed"; args: AnswersSealedEvent }
  | { eventName: "AnswersOpened"; args: AnswersOpenedEvent }
  | { eventName: "SeatSettled"; args: SeatSettledEvent }
  | { eventName: "AssetCreated"; args: AssetCreatedEvent }
  | { eventName: "VersionPublished"; args: VersionPublishedEvent }
  | { eventName: "DerivativeLinked"; args: DerivativeLinkedEvent }
  | { eventName: "Listed"; args: ListedEvent }
  | { eventName: "AssetMoved"; args: AssetMovedEvent }
  | { eventName: "AssetTransferred"; args: AssetTransferredEvent }
  | { eventName: "AssetBondEnded"; args: AssetBondEndedEvent }
  | { eventName: "TermsAttached"; args: TermsAttachedEvent }
  | { eventName: "OfferClosed"; args: OfferClosedEvent }
  | { eventName: "LicenceMinted"; args: LicenceMintedEvent }
  | { eventName: "LicenceMoved"; args: LicenceMovedEvent }
  | { eventName: "LicenceTransferred"; args: LicenceTransferredEvent }
  | { eventName: "SeatChanged"; args: SeatChangedEvent }
  | { eventName: "AppDelegated"; args: AppDelegatedEvent }
  | { eventName: "Used"; args: UsedEvent }
  | { eventName: "Renewed"; args: RenewedEvent }
  | { eventName: "RenewalDenied"; args: RenewalDeniedEvent }
  | { eventName: "Lapsed"; args: LapsedEvent }
  | { eventName: "StandingChanged"; args: StandingChangedEvent }
  | { eventName: "IncomeReleased"; args: IncomeReleasedEvent }
  | { eventName: "RoyaltyPaid"; args: RoyaltyPaidEvent }
  | { eventName: "RoyaltyReceived"; args: RoyaltyReceivedEvent }
  | { eventName: "LateFeeTaken"; args: LateFeeTakenEvent }
  | { eventName: "LicenceRefunded"; args: LicenceRefundedEvent }
  | { eventName: "VaultClaimed"; args: VaultClaimedEvent }
  | { eventName: "VaultPenalised"; args: VaultPenalisedEvent }
  | { eventName: "RevocationMoved"; args: RevocationMovedEvent }
  | { eventName: "Revoked"; args: RevokedEvent }
  | { eventName: "Disputed"; args: DisputedEvent }
  | { eventName: "Judged"; args: JudgedEvent }
  | { eventName: "TagChanged"; args: TagChangedEvent }
  | { eventName: "Resolved"; args: ResolvedEvent }
  | { eventName: "Tombstoned"; args: TombstonedEvent }
  | { eventName: "ErasureProven"; args: ErasureProvenEvent }
  | { eventName: "ErasureOverdue"; args: ErasureOverdueEvent }
  | { eventName: "LineageNotice"; args: LineageNoticeEvent }
  | { eventName: "AuditEntryAdded"; args: AuditEntryAddedEvent }
  | { eventName: "AuditEpochClosed"; args: AuditEpochClosedEvent }
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

/** There is no task of this number. */
export interface UnknownTaskRefusal {
  task: bigint;
}

/** The task has no batch of this number; they count from 0. */
export interface UnknownBatchRefusal {
  task: bigint;
  batch: bigint;
}

/** A field of the task's terms is out of its bounds. */
export interface TaskInvalidRefusal {
  field: string;
  minimum: bigint;
  maximum: bigint;
  found: bigint;
}

/** A task brings exactly the pay of all its batches. */
export interface BudgetMismatchRefusal {
  budgetWei: bigint;
  foundWei: bigint;
}

/** Joining brings a bond up to exactly what the task asks for. */
export interface StakeMismatchRefusal {
  bondWei: bigint;
  foundWei: bigint;
}

/** A requester does not answer its own task. */
export interface OwnTaskRefusal {
  task: bigint;
}

/** Less than the task's bond is left; it is topped up by joining again. */
export interface BondTooLowRefusal {
  bondWei: bigint;
  foundWei: bigint;
}

/** So many batches of the annotator are not settled. */
export interface SeatsLiveRefusal {
  live: bigint;
}

/** No seat is free for this annotator among the next batches. */
export interface NoBatchFreeRefusal {
  task: bigint;
}

/** The seat's answers were sealed, opened or missed already. */
export interface AlreadySealedRefusal {
  batch: bigint;
}

/** Answers are one label an item, and are what was sealed. */
export interface AnswersInvalidRefusal {
  items: bigint;
  found: bigint;
}

/** A seal of answers, or a report, is a hash. */
export interface SealMissingRefusal {
  batch: bigint;
}

/** Gold questions are items of the batch, under the root that was sealed with the task. */
export interface GoldInvalidRefusal {
  batch: bigint;
}

/** A bounty's winners are so many of those who opened, each named once. */
export interface PickInvalidRefusal {
  awards: bigint;
  found: bigint;
}

/** Awards are picked in bounties, and batches accepted or tested by gold elsewhere. */
export interface NotBountyRefusal {
  task: bigint;
}

/** What was opened is not what was sealed. */
export interface SealBrokenRefusal {
  expected: Hex;
  found: Hex;
}

/** There is no asset of this number. */
export interface UnknownAssetRefusal {
  asset: bigint;
}

/** The asset has no version of this number. */
export interface UnknownVersionRefusal {
  asset: bigint;
  version: bigint;
}

/** There is no offer of this number. */
export interface UnknownOfferRefusal {
  offer: bigint;
}

/** There is no licence of this number. */
export interface UnknownLicenceRefusal {
  licence: bigint;
}

/** There is no case of this number. */
export interface UnknownCaseRefusal {
  case_: bigint;
}

/** A new asset brings exactly this bond. */
export interface BondMismatchRefusal {
  bondWei: bigint;
  foundWei: bigint;
}

/** A version names what it commits to, its schema and a place of some bytes at most. */
export interface VersionInvalidRefusal {
  uriBytesMax: bigint;
  found: bigint;
}

/** An asset has so many versions at most. */
export interface TooManyVersionsRefusal {
  versionsMax: bigint;
}

/** A parent is a licence of the owner's, valid now, for derivatives of a listed other asset. */
export interface ParentInvalidRefusal {
  licence: bigint;
}

/** A version is made of so many others at most, each named once. */
export interface TooManyParentsRefusal {
  parentsMax: bigint;
  found: bigint;
}

/** A version has so many ancestors at most. */
export interface TooManyAncestorsRefusal {
  ancestorsMax: bigint;
  found: bigint;
}

/** All ancestors of a new version get so much together at most. */
export interface RoyaltyStackTooHighRefusal {
  stackBpsMax: number;
  foundBps: bigint;
}

/** A field of the terms is out of its bounds, or means nothing for this kind. */
export interface TermsInvalidRefusal {
  field: string;
  minimum: bigint;
  maximum: bigint;
  found: bigint;
}

/** There is no policy of this number. */
export interface UnknownPolicyRefusal {
  policy: bigint;
}

/** The offer's terms are not those that the buyer agreed to. */
export interface TermsChangedRefusal {
  expected: Hex;
  found: Hex;
}

/** The price is more than the buyer agreed to. */
export interface PriceAboveLimitRefusal {
  priceWeiMax: bigint;
  priceWei: bigint;
}

/** Derivatives would owe more than the buyer agreed to. */
export interface RoyaltyAboveLimitRefusal {
  royaltyBpsMax: number;
  royaltyBps: number;
}

/** Exactly this much is to be sent. */
export interface PaymentMismatchRefusal {
  expectedWei: bigint;
  foundWei: bigint;
}

/** The price is so small that the protocol's share of it would be nothing. */
export interface FeeRoundsToZeroRefusal {
  priceWei: bigint;
}

/** The asset is not listed, or stands tagged. */
export interface NotForSaleRefusal {
  asset: bigint;
}

/** The asset is in dispute or tagged; this waits for the end of it. */
export interface AssetDisputedRefusal {
  asset: bigint;
}

/** The asset was erased, or tagged for good. */
export interface AssetVoidRefusal {
  asset: bigint;
}

/** What the version was made of ends before the licence would. */
export interface VersionExpiresRefusal {
  expiresS: bigint;
}

/** As many licences of the offer were sold as there may be. */
export interface SoldOutRefusal {
  supply: bigint;
}

/** The account has as many licences of the offer as one may have. */
export interface AccountLimitRefusal {
  accountMax: bigint;
}

/** Free licences are taken for oneself only. */
export interface NotForOthersRefusal {
  holder: Address;
}

/** Another account is expected here. */
export interface AccountInvalidRefusal {
  account: Address;
}

/** The licence is not for this purpose. */
export interface PurposeForbiddenRefusal {
  purpose: bigint;
}

/** The licence is not for use in this app. */
export interface AppForbiddenRefusal {
  app: Hex;
}

/** So many uses are left; at least one is expected. */
export interface QuotaExceededRefusal {
  left: bigint;
  found: bigint;
}

/** A use comes with the hash of its receipt. */
export interface ReceiptMissingRefusal {
  licence: bigint;
}

/** All seats are taken. */
export interface NoSeatFreeRefusal {
  seats: bigint;
}

/** So many apps at most use one licence. */
export interface TooManyAppsRefusal {
  appsMax: bigint;
}

/** It is so already. */
export interface NothingChangedRefusal {
  licence: bigint;
}

/** The licence stays with its holder, or is under notice. */
export interface NotTransferableRefusal {
  licence: bigint;
}

/** Only a rental is returned. */
export interface NotRentalRefusal {
  licence: bigint;
}

/** A rental is not given up, it is returned, with the proof of it. */
export interface ReturnExpectedRefusal {
  licence: bigint;
}

/** Only a subscription is renewed or cancelled, and has standing coins. */
export interface NotSubscriptionRefusal {
  licence: bigint;
}

/** The subscription can be renewed from then on, on the asset's clock. */
export interface RenewalTooEarlyRefusal {
  opensAt: bigint;
}

/** The next period is paid for already. */
export interface AlreadyRenewedRefusal {
  licence: bigint;
}

/** The offer is closed: what it sold goes on to its end. */
export interface OfferNotOpenRefusal {
  offer: bigint;
}

/** The licence is about to be revoked. */
export interface UnderNoticeRefusal {
  licence: bigint;
}

/** The price does not fit under the standing cap, or into what stands behind it. */
export interface CapExceededRefusal {
  availableWei: bigint;
  priceWei: bigint;
}

/** So little stands behind the subscription. */
export interface NothingStandingRefusal {
  balanceWei: bigint;
}

/** A licensor revokes for breach or without fault; an appeal is against what needs a ground. */
export interface GroundInvalidRefusal {
  licence: bigint;
}

/** Evidence has a hash, and was not brought before. */
export interface EvidenceInvalidRefusal {
  evidence: Hex;
}

/** An owner does not dispute its own asset. */
export interface OwnDisputeRefusal {
  asset: bigint;
}

/** After a dispute that was dismissed the asset is left in peace until then. */
export interface DisputeTooSoonRefusal {
  calmUntilS: bigint;
}

/** A case about it is open already. */
export interface CaseOpenRefusal {
  case_: bigint;
}

/** The vault has nothing claimable. */
export interface NothingToClaimRefusal {
  asset: bigint;
}

/** Governance named no policy that admits anybody to this. */
export interface NobodyMayRefusal {
}

/** No erasure of this asset is under way. */
export interface NoErasureRefusal {
  asset: bigint;
}

/** Every derivative's owner was told. */
export interface NoticesSentRefusal {
  asset: bigint;
}

/** The coins that another market says it paid are not here. */
export interface RoyaltyMissingRefusal {
  expectedWei: bigint;
  foundWei: bigint;
}

/** The asset takes no income. */
export interface AssetNotPayableRefusal {
  asset: bigint;
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

export type LicensingRefusal =
  | { errorName: "Denied"; args: DeniedRefusal }
  | { errorName: "RoleForbids"; args: RoleForbidsRefusal }
  | { errorName: "StateForbids"; args: StateForbidsRefusal }
  | { errorName: "UnknownTask"; args: UnknownTaskRefusal }
  | { errorName: "UnknownBatch"; args: UnknownBatchRefusal }
  | { errorName: "TaskInvalid"; args: TaskInvalidRefusal }
  | { errorName: "BudgetMismatch"; args: BudgetMismatchRefusal }
  | { errorName: "StakeMismatch"; args: StakeMismatchRefusal }
  | { errorName: "OwnTask"; args: OwnTaskRefusal }
  | { errorName: "BondTooLow"; args: BondTooLowRefusal }
  | { errorName: "SeatsLive"; args: SeatsLiveRefusal }
  | { errorName: "NoBatchFree"; args: NoBatchFreeRefusal }
  | { errorName: "AlreadySealed"; args: AlreadySealedRefusal }
  | { errorName: "AnswersInvalid"; args: AnswersInvalidRefusal }
  | { errorName: "SealMissing"; args: SealMissingRefusal }
  | { errorName: "GoldInvalid"; args: GoldInvalidRefusal }
  | { errorName: "PickInvalid"; args: PickInvalidRefusal }
  | { errorName: "NotBounty"; args: NotBountyRefusal }
  | { errorName: "SealBroken"; args: SealBrokenRefusal }
  | { errorName: "UnknownAsset"; args: UnknownAssetRefusal }
  | { errorName: "UnknownVersion"; args: UnknownVersionRefusal }
  | { errorName: "UnknownOffer"; args: UnknownOfferRefusal }
  | { errorName: "UnknownLicence"; args: UnknownLicenceRefusal }
  | { errorName: "UnknownCase"; args: UnknownCaseRefusal }
  | { errorName: "BondMismatch"; args: BondMismatchRefusal }
  | { errorName: "VersionInvalid"; args: VersionInvalidRefusal }
  | { errorName: "TooManyVersions"; args: TooManyVersionsRefusal }
  | { errorName: "ParentInvalid"; args: ParentInvalidRefusal }
  | { errorName: "TooManyParents"; args: TooManyParentsRefusal }
  | { errorName: "TooManyAncestors"; args: TooManyAncestorsRefusal }
  | { errorName: "RoyaltyStackTooHigh"; args: RoyaltyStackTooHighRefusal }
  | { errorName: "TermsInvalid"; args: TermsInvalidRefusal }
  | { errorName: "UnknownPolicy"; args: UnknownPolicyRefusal }
  | { errorName: "TermsChanged"; args: TermsChangedRefusal }
  | { errorName: "PriceAboveLimit"; args: PriceAboveLimitRefusal }
  | { errorName: "RoyaltyAboveLimit"; args: RoyaltyAboveLimitRefusal }
  | { errorName: "PaymentMismatch"; args: PaymentMismatchRefusal }
  | { errorName: "FeeRoundsToZero"; args: FeeRoundsToZeroRefusal }
  | { errorName: "NotForSale"; args: NotForSaleRefusal }
  | { errorName: "AssetDisputed"; args: AssetDisputedRefusal }
  | { errorName: "AssetVoid"; args: AssetVoidRefusal }
  | { errorName: "VersionExpires"; args: VersionExpiresRefusal }
  | { errorName: "SoldOut"; args: SoldOutRefusal }
  | { errorName: "AccountLimit"; args: AccountLimitRefusal }
  | { errorName: "NotForOthers"; args: NotForOthersRefusal }
  | { errorName: "AccountInvalid"; args: AccountInvalidRefusal }
  | { errorName: "PurposeForbidden"; args: PurposeForbiddenRefusal }
  | { errorName: "AppForbidden"; args: AppForbiddenRefusal }
  | { errorName: "QuotaExceeded"; args: QuotaExceededRefusal }
  | { errorName: "ReceiptMissing"; args: ReceiptMissingRefusal }
  | { errorName: "NoSeatFree"; args: NoSeatFreeRefusal }
  | { errorName: "TooManyApps"; args: TooManyAppsRefusal }
  | { errorName: "NothingChanged"; args: NothingChangedRefusal }
  | { errorName: "NotTransferable"; args: NotTransferableRefusal }
  | { errorName: "NotRental"; args: NotRentalRefusal }
  | { errorName: "ReturnExpected"; args: ReturnExpectedRefusal }
  | { errorName: "NotSubscription"; args: NotSubscriptionRefusal }
  | { errorName: "RenewalTooEarly"; args: RenewalTooEarlyRefusal }
  | { errorName: "AlreadyRenewed"; args: AlreadyRenewedRefusal }
  | { errorName: "OfferNotOpen"; args: OfferNotOpenRefusal }
  | { errorName: "UnderNotice"; args: UnderNoticeRefusal }
  | { errorName: "CapExceeded"; args: CapExceededRefusal }
  | { errorName: "NothingStanding"; args: NothingStandingRefusal }
  | { errorName: "GroundInvalid"; args: GroundInvalidRefusal }
  | { errorName: "EvidenceInvalid"; args: EvidenceInvalidRefusal }
  | { errorName: "OwnDispute"; args: OwnDisputeRefusal }
  | { errorName: "DisputeTooSoon"; args: DisputeTooSoonRefusal }
  | { errorName: "CaseOpen"; args: CaseOpenRefusal }
  | { errorName: "NothingToClaim"; args: NothingToClaimRefusal }
  | { errorName: "NobodyMay"; args: NobodyMayRefusal }
  | { errorName: "NoErasure"; args: NoErasureRefusal }
  | { errorName: "NoticesSent"; args: NoticesSentRefusal }
  | { errorName: "RoyaltyMissing"; args: RoyaltyMissingRefusal }
  | { errorName: "AssetNotPayable"; args: AssetNotPayableRefusal }
  | { errorName: "Paused"; args: PausedRefusal }
  | { errorName: "NotPayable"; args: NotPayableRefusal }
  | { errorName: "InsufficientCoins"; args: InsufficientCoinsRefusal }
  | { errorName: "Unauthorized"; args: UnauthorizedRefusal }
  | { errorName: "DelegatecallRefused"; args: DelegatecallRefusedRefusal }
  | { errorName: "Reentered"; args: ReenteredRefusal }
  | { errorName: "AddressTaken"; args: AddressTakenRefusal };
