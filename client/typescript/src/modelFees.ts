// Rendered from modules/model_fees/module.py by `python -m cli.render`; not to be edited.
import type { Address, Hex } from "viem";

/** Model fees: what models cost, who pays, and who is paid. */
export const modelFeesAddress = "0x0000000000000000000000000000000000000a03" as const;

export const modelFeesAbi = [
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
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "AgentRefused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "vouchersMax",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "voucherBytes",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundBytes",
        "type": "uint256"
      }
    ],
    "name": "BatchInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "minimumWei",
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
        "name": "maxTotalWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "chargeWei",
        "type": "uint256"
      }
    ],
    "name": "ChargeAboveLimit",
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
    "name": "ConditionsRefused",
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
        "name": "minimumWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "DepositTooSmall",
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
    "name": "DisputeRefused",
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
        "name": "bytesMax",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundBytes",
        "type": "uint256"
      }
    ],
    "name": "MetadataTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      }
    ],
    "name": "ModelExists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "found",
        "type": "string"
      }
    ],
    "name": "ModelIdInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "author",
        "type": "address"
      }
    ],
    "name": "NotAuthor",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      }
    ],
    "name": "NothingScheduled",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingUsed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "latestS",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "foundS",
        "type": "uint64"
      }
    ],
    "name": "NoticeTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "earliestS",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "foundS",
        "type": "uint64"
      }
    ],
    "name": "NoticeTooShort",
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
        "name": "chargeWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "PaymentTooSmall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "meter",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limitWei",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      }
    ],
    "name": "ProviderRefused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "sample",
        "type": "uint256"
      },
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "ReceiptInvalid",
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
        "internalType": "uint256",
        "name": "referrers",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "sumBps",
        "type": "uint256"
      }
    ],
    "name": "ReferrersInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "earliestS",
        "type": "uint64"
      }
    ],
    "name": "RetiredTooSoon",
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
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "SessionRefused",
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
        "internalType": "uint256",
        "name": "sumBps",
        "type": "uint256"
      }
    ],
    "name": "SplitInvalid",
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
        "internalType": "enum IModelFees.ModelStatus",
        "name": "status",
        "type": "uint8"
      }
    ],
    "name": "StatusInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "signedWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "paidWei",
        "type": "uint256"
      }
    ],
    "name": "StillOwed",
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
    "name": "TicketRefused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "faceWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "TicketsUnfunded",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "earliestS",
        "type": "uint64"
      }
    ],
    "name": "TooEarly",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "maximum",
        "type": "uint256"
      }
    ],
    "name": "TooManyChannels",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "maximum",
        "type": "uint256"
      }
    ],
    "name": "TooManyRecipients",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "requestsMax",
        "type": "uint256"
      }
    ],
    "name": "TooManyRequests",
    "type": "error"
  },
  {
    "inputs": [
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
    "name": "TooManyTokens",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "meters",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
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
        "name": "channel",
        "type": "uint256"
      }
    ],
    "name": "UnknownChannel",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "dispute",
        "type": "uint256"
      }
    ],
    "name": "UnknownDispute",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      }
    ],
    "name": "UnknownModel",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "tariff",
        "type": "uint256"
      }
    ],
    "name": "UnknownTariff",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "enum IModelFees.Fault",
        "name": "fault",
        "type": "uint8"
      }
    ],
    "name": "VoucherInvalid",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "key",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "capWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "periodS",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "endsS",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint256[]",
        "name": "models",
        "type": "uint256[]"
      }
    ],
    "name": "AgentAuthorised",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "key",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "endsS",
        "type": "uint64"
      }
    ],
    "name": "AgentRevoked",
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
        "name": "channel",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "deadlineS",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isExpired",
        "type": "bool"
      }
    ],
    "name": "ChannelClosing",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "channel",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "depositWei",
        "type": "uint256"
      }
    ],
    "name": "ChannelOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "channel",
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
        "name": "refundedWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isExpired",
        "type": "bool"
      }
    ],
    "name": "ChannelSettled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "channel",
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
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "ChannelToppedUp",
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
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "conditions",
        "type": "uint256"
      }
    ],
    "name": "ConditionsSet",
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
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isHeld",
        "type": "bool"
      }
    ],
    "name": "DataPaid",
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
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isLapsed",
        "type": "bool"
      }
    ],
    "name": "DataReleased",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "sinceS",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "factorBps",
        "type": "uint256"
      }
    ],
    "name": "FactorChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "string",
        "name": "base",
        "type": "string"
      },
      {
        "indexed": true,
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "IncomeBooked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "IncomeDistributed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "dispute",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "answered",
        "type": "uint256"
      }
    ],
    "name": "MeterAnswered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "dispute",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "channel",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
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
        "name": "lockedWei",
        "type": "uint256"
      }
    ],
    "name": "MeterDisputed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "dispute",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum IModelFees.DisputeState",
        "name": "state",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "refundedWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "forfeitedWei",
        "type": "uint256"
      }
    ],
    "name": "MeterResolved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "dispute",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "seed",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "samples",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "deadlineS",
        "type": "uint64"
      }
    ],
    "name": "MeterSampled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "author",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "metadataUri",
        "type": "string"
      }
    ],
    "name": "ModelRegistered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "enum IModelFees.ModelStatus",
        "name": "status",
        "type": "uint8"
      }
    ],
    "name": "ModelStatusChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "protocolFeeBps",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "inputTokens",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "outputTokens",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "totalWei",
        "type": "uint256"
      }
    ],
    "name": "ModelUsed",
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
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isAllowed",
        "type": "bool"
      }
    ],
    "name": "ProviderAllowed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "ProviderBonded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "ProviderUnbonded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
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
        "internalType": "uint64",
        "name": "leavesS",
        "type": "uint64"
      }
    ],
    "name": "ProviderUnbonding",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "dispute",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "sample",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "ReceiptDoubted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "tariff",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "totalWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256[]",
        "name": "units",
        "type": "uint256[]"
      },
      {
        "indexed": false,
        "internalType": "uint256[]",
        "name": "channels",
        "type": "uint256[]"
      },
      {
        "indexed": false,
        "internalType": "uint256[]",
        "name": "paidWei",
        "type": "uint256[]"
      }
    ],
    "name": "Redeemed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "channel",
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
        "internalType": "uint64",
        "name": "expiresS",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint256[]",
        "name": "tariffs",
        "type": "uint256[]"
      }
    ],
    "name": "SessionStarted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "recipient",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum IModelFees.LegKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "SplitPaid",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      }
    ],
    "name": "TermsCancelled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "version",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "struct IModelFees.Terms",
        "name": "terms",
        "components": [
          {
            "internalType": "uint64",
            "name": "effectiveS",
            "type": "uint64"
          },
          {
            "internalType": "struct IModelFees.Prices",
            "name": "prices",
            "components": [
              {
                "internalType": "uint256",
                "name": "inputTokenPriceWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "outputTokenPriceWei",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct IModelFees.RevenueSplit",
            "name": "split",
            "components": [
              {
                "internalType": "address",
                "name": "infrastructure",
                "type": "address"
              },
              {
                "internalType": "uint16",
                "name": "authorBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "infrastructureBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "referrerBps",
                "type": "uint16"
              }
            ],
            "type": "tuple"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "TermsScheduled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "recipient",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "faceWei",
        "type": "uint256"
      }
    ],
    "name": "TicketRedeemed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "TicketsFunded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      },
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
      }
    ],
    "name": "TicketsReserved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "TicketsReturned",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "unlocksS",
        "type": "uint64"
      }
    ],
    "name": "TicketsUnlocking",
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
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "string",
        "name": "model",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "uint256[]",
        "name": "units",
        "type": "uint256[]"
      },
      {
        "indexed": false,
        "internalType": "uint256[]",
        "name": "freeUnits",
        "type": "uint256[]"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "totalWei",
        "type": "uint256"
      }
    ],
    "name": "UnitsPaid",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "channel",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "position",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum IModelFees.Fault",
        "name": "fault",
        "type": "uint8"
      }
    ],
    "name": "VoucherRefused",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "channel",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "tower",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "rewardWei",
        "type": "uint256"
      }
    ],
    "name": "WatchRewarded",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      }
    ],
    "name": "activateModel",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "agent",
    "outputs": [
      {
        "internalType": "struct IModelFees.Grant",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "capWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "periodS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "grantedS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "endsS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "spentWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256[]",
            "name": "models",
            "type": "uint256[]"
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
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "agentLeft",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "internalType": "bool",
        "name": "isAllowed",
        "type": "bool"
      }
    ],
    "name": "allowProvider",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "dispute",
        "type": "uint256"
      },
      {
        "internalType": "struct IModelFees.Opening[]",
        "name": "openings",
        "components": [
          {
            "internalType": "uint256",
            "name": "sample",
            "type": "uint256"
          },
          {
            "internalType": "struct IModelFees.Receipt",
            "name": "receipt",
            "components": [
              {
                "internalType": "uint256",
                "name": "channel",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "epoch",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "lane",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "index",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "version",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "beforeWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "amountWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "units0",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "units1",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "units2",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "units3",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "units4",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "units5",
                "type": "uint256"
              },
              {
                "internalType": "bytes32",
                "name": "request",
                "type": "bytes32"
              }
            ],
            "type": "tuple"
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
    "name": "answerDispute",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "capWei",
        "type": "uint256"
      },
      {
        "internalType": "uint64",
        "name": "periodS",
        "type": "uint64"
      },
      {
        "internalType": "string[]",
        "name": "models",
        "type": "string[]"
      },
      {
        "internalType": "uint64",
        "name": "endsS",
        "type": "uint64"
      }
    ],
    "name": "authoriseAgent",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "bondProvider",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      }
    ],
    "name": "cancelScheduled",
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
    "name": "channel",
    "outputs": [
      {
        "internalType": "struct IModelFees.Channel",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "number",
            "type": "uint256"
          },
          {
            "internalType": "enum IModelFees.ChannelState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "payer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "payee",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "epoch",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "sessionS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "expiresS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "deadlineS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "depositWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "paidWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "leftWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256[]",
            "name": "tariffs",
            "type": "uint256[]"
          },
          {
            "internalType": "struct IModelFees.Cap",
            "name": "cap",
            "components": [
              {
                "internalType": "address",
                "name": "referrer",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "capWei",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "periodS",
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
    "name": "channelTotal",
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
        "name": "payee",
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
    "name": "channelsFor",
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
        "internalType": "address",
        "name": "payer",
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
    "name": "channelsOf",
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
        "name": "channel",
        "type": "uint256"
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
        "internalType": "uint256",
        "name": "channel",
        "type": "uint256"
      }
    ],
    "name": "closeChannel",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "channel",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "paidWei",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "vouchers",
        "type": "bytes"
      },
      {
        "internalType": "bytes",
        "name": "payerSignature",
        "type": "bytes"
      },
      {
        "internalType": "bytes",
        "name": "payeeSignature",
        "type": "bytes"
      }
    ],
    "name": "closeTogether",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      }
    ],
    "name": "conditionsInForce",
    "outputs": [
      {
        "internalType": "struct IModelFees.Conditions",
        "name": "",
        "components": [
          {
            "internalType": "struct IModelFees.Meter[]",
            "name": "meters",
            "components": [
              {
                "internalType": "string",
                "name": "name",
                "type": "string"
              },
              {
                "internalType": "uint256",
                "name": "priceWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "scale",
                "type": "uint256"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "struct IModelFees.BaseShare[]",
            "name": "bases",
            "components": [
              {
                "internalType": "string",
                "name": "modelId",
                "type": "string"
              },
              {
                "internalType": "uint16",
                "name": "shareBps",
                "type": "uint16"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "struct IModelFees.DataShare[]",
            "name": "data",
            "components": [
              {
                "internalType": "uint256",
                "name": "asset",
                "type": "uint256"
              },
              {
                "internalType": "uint16",
                "name": "shareBps",
                "type": "uint16"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "uint256[]",
            "name": "freeUnits",
            "type": "uint256[]"
          },
          {
            "internalType": "uint64",
            "name": "freePeriodS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "requestsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "windowS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "policy",
            "type": "uint256"
          },
          {
            "internalType": "struct IModelFees.Band",
            "name": "band",
            "components": [
              {
                "internalType": "uint256",
                "name": "capacityWei",
                "type": "uint256"
              },
              {
                "internalType": "uint16",
                "name": "lowBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "highBps",
                "type": "uint16"
              },
              {
                "internalType": "uint256",
                "name": "stepBps",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "floorBps",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "ceilingBps",
                "type": "uint256"
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
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "conditionsNumbered",
    "outputs": [
      {
        "internalType": "struct IModelFees.Conditions",
        "name": "",
        "components": [
          {
            "internalType": "struct IModelFees.Meter[]",
            "name": "meters",
            "components": [
              {
                "internalType": "string",
                "name": "name",
                "type": "string"
              },
              {
                "internalType": "uint256",
                "name": "priceWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "scale",
                "type": "uint256"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "struct IModelFees.BaseShare[]",
            "name": "bases",
            "components": [
              {
                "internalType": "string",
                "name": "modelId",
                "type": "string"
              },
              {
                "internalType": "uint16",
                "name": "shareBps",
                "type": "uint16"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "struct IModelFees.DataShare[]",
            "name": "data",
            "components": [
              {
                "internalType": "uint256",
                "name": "asset",
                "type": "uint256"
              },
              {
                "internalType": "uint16",
                "name": "shareBps",
                "type": "uint16"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "uint256[]",
            "name": "freeUnits",
            "type": "uint256[]"
          },
          {
            "internalType": "uint64",
            "name": "freePeriodS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "requestsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "windowS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "policy",
            "type": "uint256"
          },
          {
            "internalType": "struct IModelFees.Band",
            "name": "band",
            "components": [
              {
                "internalType": "uint256",
                "name": "capacityWei",
                "type": "uint256"
              },
              {
                "internalType": "uint16",
                "name": "lowBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "highBps",
                "type": "uint16"
              },
              {
                "internalType": "uint256",
                "name": "stepBps",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "floorBps",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "ceilingBps",
                "type": "uint256"
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      }
    ],
    "name": "demand",
    "outputs": [
      {
        "internalType": "struct IModelFees.Demand",
        "name": "",
        "components": [
          {
            "internalType": "uint64",
            "name": "sinceS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "valueWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "factorBps",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      }
    ],
    "name": "deprecateModel",
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
    "name": "dispute",
    "outputs": [
      {
        "internalType": "struct IModelFees.Dispute",
        "name": "",
        "components": [
          {
            "internalType": "enum IModelFees.DisputeState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "payer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "lane",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "tariff",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "requests",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "fromWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "untilWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "root",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "seed",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "samples",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "answered",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "multiplierBps",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lockedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "stakeWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deadlineS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "sinceAt",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "claim",
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
        "name": "channel",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "lane",
        "type": "uint256"
      }
    ],
    "name": "disputeMeter",
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
    "name": "disputeSamples",
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
    "name": "disputeTotal",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      }
    ],
    "name": "distribute",
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
        "name": "dispute",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "sample",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "doubtReceipt",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "freeUnitsLeft",
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
    "name": "fundTickets",
    "outputs": [],
    "stateMutability": "payable",
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
    "name": "heldForData",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      }
    ],
    "name": "income",
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
        "name": "channel",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "lane",
        "type": "uint256"
      }
    ],
    "name": "lane",
    "outputs": [
      {
        "internalType": "struct IModelFees.Lane",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "requests",
            "type": "uint256"
          },
          {
            "internalType": "uint256[]",
            "name": "units",
            "type": "uint256[]"
          },
          {
            "internalType": "uint256",
            "name": "amountWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "redeemedS",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "receiptRoot",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      }
    ],
    "name": "model",
    "outputs": [
      {
        "internalType": "struct IModelFees.Model",
        "name": "",
        "components": [
          {
            "internalType": "string",
            "name": "modelId",
            "type": "string"
          },
          {
            "internalType": "address",
            "name": "author",
            "type": "address"
          },
          {
            "internalType": "string",
            "name": "metadataUri",
            "type": "string"
          },
          {
            "internalType": "enum IModelFees.ModelStatus",
            "name": "status",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "registeredS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "deprecatedS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "versions",
            "type": "uint256"
          },
          {
            "internalType": "struct IModelFees.Terms",
            "name": "terms",
            "components": [
              {
                "internalType": "uint64",
                "name": "effectiveS",
                "type": "uint64"
              },
              {
                "internalType": "struct IModelFees.Prices",
                "name": "prices",
                "components": [
                  {
                    "internalType": "uint256",
                    "name": "inputTokenPriceWei",
                    "type": "uint256"
                  },
                  {
                    "internalType": "uint256",
                    "name": "outputTokenPriceWei",
                    "type": "uint256"
                  }
                ],
                "type": "tuple"
              },
              {
                "internalType": "struct IModelFees.RevenueSplit",
                "name": "split",
                "components": [
                  {
                    "internalType": "address",
                    "name": "infrastructure",
                    "type": "address"
                  },
                  {
                    "internalType": "uint16",
                    "name": "authorBps",
                    "type": "uint16"
                  },
                  {
                    "internalType": "uint16",
                    "name": "infrastructureBps",
                    "type": "uint16"
                  },
                  {
                    "internalType": "uint16",
                    "name": "referrerBps",
                    "type": "uint16"
                  }
                ],
                "type": "tuple"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct IModelFees.Usage",
            "name": "usage",
            "components": [
              {
                "internalType": "uint256",
                "name": "payments",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "inputTokens",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "outputTokens",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "chargedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "treasuryWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "infrastructureWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "referrersWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "authorWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "basesWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "dataWei",
                "type": "uint256"
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
    "name": "modelCount",
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
        "name": "offset",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "models",
    "outputs": [
      {
        "internalType": "struct IModelFees.Model[]",
        "name": "",
        "components": [
          {
            "internalType": "string",
            "name": "modelId",
            "type": "string"
          },
          {
            "internalType": "address",
            "name": "author",
            "type": "address"
          },
          {
            "internalType": "string",
            "name": "metadataUri",
            "type": "string"
          },
          {
            "internalType": "enum IModelFees.ModelStatus",
            "name": "status",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "registeredS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "deprecatedS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "versions",
            "type": "uint256"
          },
          {
            "internalType": "struct IModelFees.Terms",
            "name": "terms",
            "components": [
              {
                "internalType": "uint64",
                "name": "effectiveS",
                "type": "uint64"
              },
              {
                "internalType": "struct IModelFees.Prices",
                "name": "prices",
                "components": [
                  {
                    "internalType": "uint256",
                    "name": "inputTokenPriceWei",
                    "type": "uint256"
                  },
                  {
                    "internalType": "uint256",
                    "name": "outputTokenPriceWei",
                    "type": "uint256"
                  }
                ],
                "type": "tuple"
              },
              {
                "internalType": "struct IModelFees.RevenueSplit",
                "name": "split",
                "components": [
                  {
                    "internalType": "address",
                    "name": "infrastructure",
                    "type": "address"
                  },
                  {
                    "internalType": "uint16",
                    "name": "authorBps",
                    "type": "uint16"
                  },
                  {
                    "internalType": "uint16",
                    "name": "infrastructureBps",
                    "type": "uint16"
                  },
                  {
                    "internalType": "uint16",
                    "name": "referrerBps",
                    "type": "uint16"
                  }
                ],
                "type": "tuple"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct IModelFees.Usage",
            "name": "usage",
            "components": [
              {
                "internalType": "uint256",
                "name": "payments",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "inputTokens",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "outputTokens",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "chargedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "treasuryWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "infrastructureWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "referrersWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "authorWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "basesWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "dataWei",
                "type": "uint256"
              }
            ],
            "type": "tuple"
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
        "internalType": "struct IModelFees.SessionTerms",
        "name": "terms",
        "components": [
          {
            "internalType": "address",
            "name": "payee",
            "type": "address"
          },
          {
            "internalType": "struct IModelFees.ModelLimit[]",
            "name": "models",
            "components": [
              {
                "internalType": "string",
                "name": "modelId",
                "type": "string"
              },
              {
                "internalType": "struct IModelFees.UnitPrice[]",
                "name": "pricesMax",
                "components": [
                  {
                    "internalType": "uint256",
                    "name": "priceWei",
                    "type": "uint256"
                  },
                  {
                    "internalType": "uint256",
                    "name": "scale",
                    "type": "uint256"
                  }
                ],
                "type": "tuple[]"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "uint256",
            "name": "capWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "periodS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "expiresS",
            "type": "uint64"
          },
          {
            "internalType": "address",
            "name": "referrer",
            "type": "address"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "openChannel",
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
    "inputs": [],
    "name": "params",
    "outputs": [
      {
        "internalType": "struct IModelFees.ModelFeesParams",
        "name": "",
        "components": [
          {
            "internalType": "uint16",
            "name": "protocolFeeBps",
            "type": "uint16"
          },
          {
            "internalType": "uint64",
            "name": "priceNoticeS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "epochS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "challengeS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "channelSMax",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "channelsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "depositMinWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "watchS",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "watchBps",
            "type": "uint16"
          },
          {
            "internalType": "uint64",
            "name": "agentNoticeS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "factorBpsMin",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "factorBpsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "factorStepBpsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "providerBondMinWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "bondWaitS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "disputeWindowS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "answerS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "verdictS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "receiptSamples",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "overchargeMultiplierBps",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "disputeFeeWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "ticketFaceMinWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "ticketWaitS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "ticketSMax",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "uint256[]",
        "name": "units",
        "type": "uint256[]"
      },
      {
        "internalType": "uint256",
        "name": "maxTotalWei",
        "type": "uint256"
      },
      {
        "internalType": "struct IModelFees.Referrer[]",
        "name": "referrers",
        "components": [
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "uint16",
            "name": "shareBps",
            "type": "uint16"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "name": "payForUnits",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "inputTokens",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "outputTokens",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "maxTotalWei",
        "type": "uint256"
      },
      {
        "internalType": "struct IModelFees.Referrer[]",
        "name": "referrers",
        "components": [
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "uint16",
            "name": "shareBps",
            "type": "uint16"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "name": "payForUse",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "uint64",
        "name": "timeS",
        "type": "uint64"
      }
    ],
    "name": "priceAt",
    "outputs": [
      {
        "internalType": "struct IModelFees.Terms",
        "name": "",
        "components": [
          {
            "internalType": "uint64",
            "name": "effectiveS",
            "type": "uint64"
          },
          {
            "internalType": "struct IModelFees.Prices",
            "name": "prices",
            "components": [
              {
                "internalType": "uint256",
                "name": "inputTokenPriceWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "outputTokenPriceWei",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct IModelFees.RevenueSplit",
            "name": "split",
            "components": [
              {
                "internalType": "address",
                "name": "infrastructure",
                "type": "address"
              },
              {
                "internalType": "uint16",
                "name": "authorBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "infrastructureBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "referrerBps",
                "type": "uint16"
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
        "internalType": "address",
        "name": "provider",
        "type": "address"
      }
    ],
    "name": "providerBond",
    "outputs": [
      {
        "internalType": "struct IModelFees.Bond",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "freeWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lockedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "leavingWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "leavesS",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
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
    "name": "providersOf",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "inputTokens",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "outputTokens",
        "type": "uint256"
      },
      {
        "internalType": "struct IModelFees.Referrer[]",
        "name": "referrers",
        "components": [
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "uint16",
            "name": "shareBps",
            "type": "uint16"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "name": "quote",
    "outputs": [
      {
        "internalType": "struct IModelFees.Quote",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "version",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "protocolFeeBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "totalWei",
            "type": "uint256"
          },
          {
            "internalType": "struct IModelFees.Leg[]",
            "name": "legs",
            "components": [
              {
                "internalType": "enum IModelFees.LegKind",
                "name": "kind",
                "type": "uint8"
              },
              {
                "internalType": "address",
                "name": "recipient",
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
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "uint256[]",
        "name": "units",
        "type": "uint256[]"
      },
      {
        "internalType": "struct IModelFees.Referrer[]",
        "name": "referrers",
        "components": [
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "uint16",
            "name": "shareBps",
            "type": "uint16"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "name": "quoteUnits",
    "outputs": [
      {
        "internalType": "struct IModelFees.Quote",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "version",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "protocolFeeBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "totalWei",
            "type": "uint256"
          },
          {
            "internalType": "struct IModelFees.Leg[]",
            "name": "legs",
            "components": [
              {
                "internalType": "enum IModelFees.LegKind",
                "name": "kind",
                "type": "uint8"
              },
              {
                "internalType": "address",
                "name": "recipient",
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
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "struct IModelFees.Voucher",
        "name": "voucher",
        "components": [
          {
            "internalType": "uint256",
            "name": "channel",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "epoch",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lane",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "requests",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "units0",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "units1",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "units2",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "units3",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "units4",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "units5",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "amountWei",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "receiptRoot",
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
    "name": "redeem",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes",
        "name": "vouchers",
        "type": "bytes"
      }
    ],
    "name": "redeemBatch",
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
        "internalType": "struct IModelFees.Ticket",
        "name": "ticket",
        "components": [
          {
            "internalType": "address",
            "name": "sender",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "recipient",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "model",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "faceWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "winThreshold",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "recipientSeal",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "expiresS",
            "type": "uint256"
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
        "internalType": "bytes32",
        "name": "preimage",
        "type": "bytes32"
      }
    ],
    "name": "redeemTicket",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "metadataUri",
        "type": "string"
      },
      {
        "internalType": "struct IModelFees.Prices",
        "name": "prices",
        "components": [
          {
            "internalType": "uint256",
            "name": "inputTokenPriceWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "outputTokenPriceWei",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "struct IModelFees.RevenueSplit",
        "name": "split",
        "components": [
          {
            "internalType": "address",
            "name": "infrastructure",
            "type": "address"
          },
          {
            "internalType": "uint16",
            "name": "authorBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "infrastructureBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "referrerBps",
            "type": "uint16"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "registerModel",
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
    "name": "releaseData",
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
        "name": "channel",
        "type": "uint256"
      },
      {
        "internalType": "struct IModelFees.SessionTerms",
        "name": "terms",
        "components": [
          {
            "internalType": "address",
            "name": "payee",
            "type": "address"
          },
          {
            "internalType": "struct IModelFees.ModelLimit[]",
            "name": "models",
            "components": [
              {
                "internalType": "string",
                "name": "modelId",
                "type": "string"
              },
              {
                "internalType": "struct IModelFees.UnitPrice[]",
                "name": "pricesMax",
                "components": [
                  {
                    "internalType": "uint256",
                    "name": "priceWei",
                    "type": "uint256"
                  },
                  {
                    "internalType": "uint256",
                    "name": "scale",
                    "type": "uint256"
                  }
                ],
                "type": "tuple[]"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "uint256",
            "name": "capWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "periodS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "expiresS",
            "type": "uint64"
          },
          {
            "internalType": "address",
            "name": "referrer",
            "type": "address"
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
    "name": "renewChannel",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "requestsLeft",
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
      }
    ],
    "name": "reserveTickets",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      }
    ],
    "name": "retireModel",
    "outputs": [],
    "stateMutability": "nonpayable",
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
    "name": "revokeAgent",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "struct IModelFees.Prices",
        "name": "prices",
        "components": [
          {
            "internalType": "uint256",
            "name": "inputTokenPriceWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "outputTokenPriceWei",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "uint64",
        "name": "effectiveS",
        "type": "uint64"
      }
    ],
    "name": "schedulePrices",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "struct IModelFees.RevenueSplit",
        "name": "split",
        "components": [
          {
            "internalType": "address",
            "name": "infrastructure",
            "type": "address"
          },
          {
            "internalType": "uint16",
            "name": "authorBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "infrastructureBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "referrerBps",
            "type": "uint16"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "uint64",
        "name": "effectiveS",
        "type": "uint64"
      }
    ],
    "name": "scheduleSplit",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "struct IModelFees.Prices",
        "name": "prices",
        "components": [
          {
            "internalType": "uint256",
            "name": "inputTokenPriceWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "outputTokenPriceWei",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "struct IModelFees.RevenueSplit",
        "name": "split",
        "components": [
          {
            "internalType": "address",
            "name": "infrastructure",
            "type": "address"
          },
          {
            "internalType": "uint16",
            "name": "authorBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "infrastructureBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "referrerBps",
            "type": "uint16"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "struct IModelFees.Conditions",
        "name": "conditions",
        "components": [
          {
            "internalType": "struct IModelFees.Meter[]",
            "name": "meters",
            "components": [
              {
                "internalType": "string",
                "name": "name",
                "type": "string"
              },
              {
                "internalType": "uint256",
                "name": "priceWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "scale",
                "type": "uint256"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "struct IModelFees.BaseShare[]",
            "name": "bases",
            "components": [
              {
                "internalType": "string",
                "name": "modelId",
                "type": "string"
              },
              {
                "internalType": "uint16",
                "name": "shareBps",
                "type": "uint16"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "struct IModelFees.DataShare[]",
            "name": "data",
            "components": [
              {
                "internalType": "uint256",
                "name": "asset",
                "type": "uint256"
              },
              {
                "internalType": "uint16",
                "name": "shareBps",
                "type": "uint16"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "uint256[]",
            "name": "freeUnits",
            "type": "uint256[]"
          },
          {
            "internalType": "uint64",
            "name": "freePeriodS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "requestsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "windowS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "policy",
            "type": "uint256"
          },
          {
            "internalType": "struct IModelFees.Band",
            "name": "band",
            "components": [
              {
                "internalType": "uint256",
                "name": "capacityWei",
                "type": "uint256"
              },
              {
                "internalType": "uint16",
                "name": "lowBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "highBps",
                "type": "uint16"
              },
              {
                "internalType": "uint256",
                "name": "stepBps",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "floorBps",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "ceilingBps",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "uint64",
        "name": "effectiveS",
        "type": "uint64"
      }
    ],
    "name": "scheduleTerms",
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
        "name": "channel",
        "type": "uint256"
      }
    ],
    "name": "settleChannel",
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
    "name": "tariff",
    "outputs": [
      {
        "internalType": "struct IModelFees.Tariff",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "model",
            "type": "uint256"
          },
          {
            "internalType": "string",
            "name": "modelId",
            "type": "string"
          },
          {
            "internalType": "uint256",
            "name": "version",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "protocolFeeBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "factorBps",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "requestsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "windowS",
            "type": "uint64"
          },
          {
            "internalType": "struct IModelFees.Meter[]",
            "name": "meters",
            "components": [
              {
                "internalType": "string",
                "name": "name",
                "type": "string"
              },
              {
                "internalType": "uint256",
                "name": "priceWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "scale",
                "type": "uint256"
              }
            ],
            "type": "tuple[]"
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      }
    ],
    "name": "tariffNow",
    "outputs": [
      {
        "internalType": "struct IModelFees.Tariff",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "model",
            "type": "uint256"
          },
          {
            "internalType": "string",
            "name": "modelId",
            "type": "string"
          },
          {
            "internalType": "uint256",
            "name": "version",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "protocolFeeBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "factorBps",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "requestsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "windowS",
            "type": "uint64"
          },
          {
            "internalType": "struct IModelFees.Meter[]",
            "name": "meters",
            "components": [
              {
                "internalType": "string",
                "name": "name",
                "type": "string"
              },
              {
                "internalType": "uint256",
                "name": "priceWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "scale",
                "type": "uint256"
              }
            ],
            "type": "tuple[]"
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
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "ticketFund",
    "outputs": [
      {
        "internalType": "struct IModelFees.TicketFund",
        "name": "",
        "components": [
          {
            "internalType": "enum IModelFees.FundState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "depositWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "reservedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "unlocksS",
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
        "internalType": "address",
        "name": "sender",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "recipient",
        "type": "address"
      }
    ],
    "name": "ticketReserve",
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
        "internalType": "struct IModelFees.Ticket",
        "name": "ticket",
        "components": [
          {
            "internalType": "address",
            "name": "sender",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "recipient",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "model",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "faceWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "winThreshold",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "recipientSeal",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "expiresS",
            "type": "uint256"
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
        "internalType": "bytes32",
        "name": "preimage",
        "type": "bytes32"
      }
    ],
    "name": "ticketWins",
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
        "name": "channel",
        "type": "uint256"
      }
    ],
    "name": "topUpChannel",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "unbondProvider",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "unlockTickets",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      }
    ],
    "name": "usage",
    "outputs": [
      {
        "internalType": "struct IModelFees.Usage",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "payments",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "inputTokens",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "outputTokens",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "chargedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "treasuryWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "infrastructureWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "referrersWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "authorWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "basesWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "dataWei",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "day",
        "type": "uint256"
      }
    ],
    "name": "usageOn",
    "outputs": [
      {
        "internalType": "struct IModelFees.Use",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "payments",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "requests",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "chargedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256[]",
            "name": "units",
            "type": "uint256[]"
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
    "name": "usageTotal",
    "outputs": [
      {
        "internalType": "struct IModelFees.Usage",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "payments",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "inputTokens",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "outputTokens",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "chargedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "treasuryWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "infrastructureWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "referrersWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "authorWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "basesWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "dataWei",
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
        "internalType": "string",
        "name": "modelId",
        "type": "string"
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
    "name": "versions",
    "outputs": [
      {
        "internalType": "struct IModelFees.Terms[]",
        "name": "",
        "components": [
          {
            "internalType": "uint64",
            "name": "effectiveS",
            "type": "uint64"
          },
          {
            "internalType": "struct IModelFees.Prices",
            "name": "prices",
            "components": [
              {
                "internalType": "uint256",
                "name": "inputTokenPriceWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "outputTokenPriceWei",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct IModelFees.RevenueSplit",
            "name": "split",
            "components": [
              {
                "internalType": "address",
                "name": "infrastructure",
                "type": "address"
              },
              {
                "internalType": "uint16",
                "name": "authorBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "infrastructureBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "referrerBps",
                "type": "uint16"
              }
            ],
            "type": "tuple"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

/** What viem takes to read, write and watch: `{ ...modelFees, functionName: ... }`. */
export const modelFees = { address: modelFeesAddress, abi: modelFeesAbi } as const;

/** Whom a part of a payment is for. */
export const LegKind = {
  TREASURY: 0,
  INFRASTRUCTURE: 1,
  REFERRER: 2,
  AUTHOR: 3,
  BASE: 4,
  DATA: 5,
} as const;
export type LegKind = (typeof LegKind)[keyof typeof LegKind];

/** How far a model is in its life; it never goes back. */
export const ModelStatus = {
  REGISTERED: 0,
  ACTIVE: 1,
  DEPRECATED: 2,
  RETIRED: 3,
} as const;
export type ModelStatus = (typeof ModelStatus)[keyof typeof ModelStatus];

/** How far a channel is in its life. */
export const ChannelState = {
  NOTHING: 0,
  OPEN: 1,
  ACTIVE: 2,
  CLOSING: 3,
  SETTLED: 4,
  EXPIRED: 5,
} as const;
export type ChannelState = (typeof ChannelState)[keyof typeof ChannelState];

/** How far a dispute about a meter is. */
export const DisputeState = {
  NOTHING: 0,
  OPENED: 1,
  SAMPLED: 2,
  ANSWERED: 3,
  JUDGED: 4,
  CONVICTED: 5,
  CLEARED: 6,
  LAPSED: 7,
} as const;
export type DisputeState = (typeof DisputeState)[keyof typeof DisputeState];

/** How far a sender's fund for tickets is. */
export const FundState = {
  NOTHING: 0,
  FUNDED: 1,
  UNLOCKING: 2,
  RETURNED: 3,
} as const;
export type FundState = (typeof FundState)[keyof typeof FundState];

/** Why a voucher is not taken. */
export const Fault = {
  NONE: 0,
  UNKNOWN_CHANNEL: 1,
  CHANNEL_OVER: 2,
  WRONG_EPOCH: 3,
  WRONG_LANE: 4,
  SIGNATURE: 5,
  NONCE: 6,
  NOT_CUMULATIVE: 7,
  OUT_OF_RANGE: 8,
  ABOVE_PRICE: 9,
  ABOVE_DEPOSIT: 10,
  ABOVE_CAP: 11,
  RATE: 12,
  AGENT: 13,
  NO_UNITS: 14,
} as const;
export type Fault = (typeof Fault)[keyof typeof Fault];

/** An author put a model on the register. */
export interface ModelRegisteredEvent {
  author: Address;
  model: Hex;
  modelId: string;
  metadataUri: string;
}

/** A model went on in its life. */
export interface ModelStatusChangedEvent {
  model: Hex;
  modelId: string;
  status: number;
}

/** New prices or a new split were announced. */
export interface TermsScheduledEvent {
  model: Hex;
  modelId: string;
  version: bigint;
  terms: { effectiveS: bigint; prices: { inputTokenPriceWei: bigint; outputTokenPriceWei: bigint }; split: { infrastructure: Address; authorBps: number; infrastructureBps: number; referrerBps: number } };
}

/** Announced terms were withdrawn before they took effect. */
export interface TermsCancelledEvent {
  model: Hex;
  modelId: string;
  version: bigint;
}

/** A payer paid for tokens read and written, at the terms and the protocol fee in force. */
export interface ModelUsedEvent {
  payer: Address;
  model: Hex;
  modelId: string;
  version: bigint;
  protocolFeeBps: number;
  inputTokens: bigint;
  outputTokens: bigint;
  totalWei: bigint;
}

/** One leg of a payment reached its recipient. */
export interface SplitPaidEvent {
  model: Hex;
  recipient: Address;
  kind: number;
  amountWei: bigint;
}

/** A version of a model's terms has other conditions than those before it. */
export interface ConditionsSetEvent {
  model: Hex;
  modelId: string;
  version: bigint;
  conditions: bigint;
}

/** An author let an account serve a model, or no longer. */
export interface ProviderAllowedEvent {
  model: Hex;
  provider: Address;
  isAllowed: boolean;
}

/** A payer paid for units of a model's meters. */
export interface UnitsPaidEvent {
  payer: Address;
  model: Hex;
  units: readonly bigint[];
  freeUnits: readonly bigint[];
  totalWei: bigint;
}

/** A model's income grew by its share of what another earned. */
export interface IncomeBookedEvent {
  base: Hex;
  model: Hex;
  amountWei: bigint;
}

/** A model's income was paid on. */
export interface IncomeDistributedEvent {
  model: Hex;
  amountWei: bigint;
}

/** A licensed asset got its share of what a model earned; held where it cannot be paid now. */
export interface DataPaidEvent {
  asset: bigint;
  model: Hex;
  amountWei: bigint;
  isHeld: boolean;
}

/** What was held for an asset went to its vault, or lapsed to the treasury. */
export interface DataReleasedEvent {
  asset: bigint;
  amountWei: bigint;
  isLapsed: boolean;
}

/** A model's price followed its use. */
export interface FactorChangedEvent {
  model: Hex;
  sinceS: bigint;
  factorBps: bigint;
}

/** A payer put coins behind a session. */
export interface ChannelOpenedEvent {
  channel: bigint;
  payer: Address;
  payee: Address;
  depositWei: bigint;
}

/** Prices and splits of a channel are fixed until its next session. */
export interface SessionStartedEvent {
  channel: bigint;
  epoch: bigint;
  expiresS: bigint;
  tariffs: readonly bigint[];
}

/** A payer or a sponsor added to a channel's deposit. */
export interface ChannelToppedUpEvent {
  channel: bigint;
  funder: Address;
  amountWei: bigint;
}

/** The last time to redeem has begun. */
export interface ChannelClosingEvent {
  channel: bigint;
  deadlineS: bigint;
  isExpired: boolean;
}

/** A channel is over; what was left of its deposit is the payer's again. */
export interface ChannelSettledEvent {
  channel: bigint;
  paidWei: bigint;
  refundedWei: bigint;
  isExpired: boolean;
}

/** Vouchers of one tariff were paid to one payee: what each of the channels paid. */
export interface RedeemedEvent {
  model: Hex;
  payee: Address;
  tariff: bigint;
  totalWei: bigint;
  units: readonly bigint[];
  channels: readonly bigint[];
  paidWei: readonly bigint[];
}

/** One voucher of a batch was not taken; the others were not touched by it. */
export interface VoucherRefusedEvent {
  channel: bigint;
  position: bigint;
  fault: number;
}

/** Somebody brought a payee's vouchers in time, and was paid of what they saved. */
export interface WatchRewardedEvent {
  channel: bigint;
  tower: Address;
  rewardWei: bigint;
}

/** A payer lets a key sign vouchers. */
export interface AgentAuthorisedEvent {
  payer: Address;
  key: Address;
  capWei: bigint;
  periodS: bigint;
  endsS: bigint;
  models: readonly bigint[];
}

/** A key's vouchers count until here. */
export interface AgentRevokedEvent {
  payer: Address;
  key: Address;
  endsS: bigint;
}

/** A provider added to its bond. */
export interface ProviderBondedEvent {
  provider: Address;
  amountWei: bigint;
}

/** A provider takes bond back; until then it stands behind its meters with it. */
export interface ProviderUnbondingEvent {
  provider: Address;
  amountWei: bigint;
  leavesS: bigint;
}

/** Bond went back to its provider. */
export interface ProviderUnbondedEvent {
  provider: Address;
  amountWei: bigint;
}

/** A payer wants to see receipts for what a lane redeemed. */
export interface MeterDisputedEvent {
  dispute: bigint;
  channel: bigint;
  provider: Address;
  valueWei: bigint;
  lockedWei: bigint;
}

/** The beacon said which wei must be accounted for, and until when. */
export interface MeterSampledEvent {
  dispute: bigint;
  seed: Hex;
  samples: bigint;
  deadlineS: bigint;
}

/** A provider opened receipts; `answered` has a bit for each sample so far. */
export interface MeterAnsweredEvent {
  dispute: bigint;
  answered: bigint;
}

/** A payer brought what a receipt says before a jury. */
export interface ReceiptDoubtedEvent {
  dispute: bigint;
  sample: bigint;
  claim: bigint;
  evidence: Hex;
}

/** A dispute is over; what of the provider's bond the payer got, and what is forfeited. */
export interface MeterResolvedEvent {
  dispute: bigint;
  state: number;
  refundedWei: bigint;
  forfeitedWei: bigint;
}

/** A sender put coins behind its tickets. */
export interface TicketsFundedEvent {
  sender: Address;
  amountWei: bigint;
}

/** A sender reserved coins for one recipient's tickets. */
export interface TicketsReservedEvent {
  sender: Address;
  recipient: Address;
  amountWei: bigint;
}

/** A sender's coins go back then; tickets that were issued can be redeemed before. */
export interface TicketsUnlockingEvent {
  sender: Address;
  unlocksS: bigint;
}

/** What was behind a sender's tickets went back. */
export interface TicketsReturnedEvent {
  sender: Address;
  amountWei: bigint;
}

/** A ticket won, and its whole face value was paid. */
export interface TicketRedeemedEvent {
  sender: Address;
  recipient: Address;
  model: Hex;
  faceWei: bigint;
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

export type ModelFeesEvent =
  | { eventName: "ModelRegistered"; args: ModelRegisteredEvent }
  | { eventName: "ModelStatusChanged"; args: ModelStatusChangedEvent }
  | { eventName: "TermsScheduled"; args: TermsScheduledEvent }
  | { eventName: "TermsCancelled"; args: TermsCancelledEvent }
  | { eventName: "ModelUsed"; args: ModelUsedEvent }
  | { eventName: "SplitPaid"; args: SplitPaidEvent }
  | { eventName: "ConditionsSet"; args: ConditionsSetEvent }
  | { eventName: "ProviderAllowed"; args: ProviderAllowedEvent }
  | { eventName: "UnitsPaid"; args: UnitsPaidEvent }
  | { eventName: "IncomeBooked"; args: IncomeBookedEvent }
  | { eventName: "IncomeDistributed"; args: IncomeDistributedEvent }
  | { eventName: "DataPaid"; args: DataPaidEvent }
  | { eventName: "DataReleased"; args: DataReleasedEvent }
  | { eventName: "FactorChanged"; args: FactorChangedEvent }
  | { eventName: "ChannelOpened"; args: ChannelOpenedEvent }
  | { eventName: "SessionStarted"; args: SessionStartedEvent }
  | { eventName: "ChannelToppedUp"; args: ChannelToppedUpEvent }
  | { eventName: "ChannelClosing"; args: ChannelClosingEvent }
  | { eventName: "ChannelSettled"; args: ChannelSettledEvent }
  | { eventName: "Redeemed"; args: RedeemedEvent }
  | { eventName: "VoucherRefused"; args: VoucherRefusedEvent }
  | { eventName: "WatchRewarded"; args: WatchRewardedEvent }
  | { eventName: "AgentAuthorised"; args: AgentAuthorisedEvent }
  | { eventName: "AgentRevoked"; args: AgentRevokedEvent }
  | { eventName: "ProviderBonded"; args: ProviderBondedEvent }
  | { eventName: "ProviderUnbonding"; args: ProviderUnbondingEvent }
  | { eventName: "ProviderUnbonded"; args: ProviderUnbondedEvent }
  | { eventName: "MeterDisputed"; args: MeterDisputedEvent }
  | { eventName: "MeterSampled"; args: MeterSampledEvent }
  | { eventName: "MeterAnswered"; args: MeterAnsweredEvent }
  | { eventName: "ReceiptDoubted"; args: ReceiptDoubtedEvent }
  | { eventName: "MeterResolved"; args: MeterResolvedEvent }
  | { eventName: "TicketsFunded"; args: TicketsFundedEvent }
  | { eventName: "TicketsReserved"; args: TicketsReservedEvent }
  | { eventName: "TicketsUnlocking"; args: TicketsUnlockingEvent }
  | { eventName: "TicketsReturned"; args: TicketsReturnedEvent }
  | { eventName: "TicketRedeemed"; args: TicketRedeemedEvent }
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

/** The signature is not of the key that must have signed. */
export interface SignatureWrongRefusal {
  expected: Address;
  reason: string;
}

/** A model's name is 1 to 64 characters of a-z, 0-9, '.', '_', '-' and '/'. */
export interface ModelIdInvalidRefusal {
  found: string;
}

/** A model of this name stands on the register. */
export interface ModelExistsRefusal {
  modelId: string;
}

/** No model has this name. */
export interface UnknownModelRefusal {
  modelId: string;
}

/** Only the model's author may do this. */
export interface NotAuthorRefusal {
  author: Address;
}

/** A metadata address must be shorter than this. */
export interface MetadataTooLongRefusal {
  bytesMax: bigint;
  foundBytes: bigint;
}

/** A token may cost no more than this. */
export interface PriceTooHighRefusal {
  maximumWei: bigint;
  foundWei: bigint;
}

/** The shares of a split must sum to 10,000 bps and name who provides the infrastructure. */
export interface SplitInvalidRefusal {
  sumBps: bigint;
}

/** A model in this status does not allow it. */
export interface StatusInvalidRefusal {
  status: number;
}

/** New terms may take effect from here on. */
export interface NoticeTooShortRefusal {
  earliestS: bigint;
  foundS: bigint;
}

/** New terms may take effect at the latest here. */
export interface NoticeTooLongRefusal {
  latestS: bigint;
  foundS: bigint;
}

/** No terms wait to take effect. */
export interface NothingScheduledRefusal {
  modelId: string;
}

/** A deprecated model may be retired from here on. */
export interface RetiredTooSoonRefusal {
  earliestS: bigint;
}

/** At least one token must be paid for. */
export interface NothingUsedRefusal {
}

/** One payment covers no more tokens of a kind than this. */
export interface TooManyTokensRefusal {
  maximum: bigint;
  found: bigint;
}

/** The charge is above the most the payer agreed to. */
export interface ChargeAboveLimitRefusal {
  maxTotalWei: bigint;
  chargeWei: bigint;
}

/** Fewer coins were sent than the use costs. */
export interface PaymentTooSmallRefusal {
  chargeWei: bigint;
  foundWei: bigint;
}

/** At most 4 referrers are named, each an account, with shares that sum to 10,000 bps. */
export interface ReferrersInvalidRefusal {
  referrers: bigint;
  sumBps: bigint;
}

/** These conditions cannot be a model's. */
export interface ConditionsRefusedRefusal {
  reason: string;
}

/** Units are given for meters that the model prices, below 2**64 each. */
export interface TooManyUnitsRefusal {
  meters: bigint;
  found: bigint;
}

/** The model's terms allow no more requests in this window. */
export interface TooManyRequestsRefusal {
  requestsMax: bigint;
}

/** This account may not serve this model. */
export interface ProviderRefusedRefusal {
  modelId: string;
  provider: Address;
}

/** No session can start on these terms. */
export interface SessionRefusedRefusal {
  reason: string;
}

/** A unit costs more than the payer agreed to. */
export interface PriceAboveLimitRefusal {
  modelId: string;
  meter: bigint;
  limitWei: bigint;
  priceWei: bigint;
}

/** A channel takes no less than this. */
export interface DepositTooSmallRefusal {
  minimumWei: bigint;
  foundWei: bigint;
}

/** One payer may have no more channels open than this. */
export interface TooManyChannelsRefusal {
  maximum: bigint;
}

/** No channel has this number. */
export interface UnknownChannelRefusal {
  channel: bigint;
}

/** The payee stands behind its meters with less bond than this. */
export interface BondTooSmallRefusal {
  minimumWei: bigint;
  foundWei: bigint;
}

/** A batch is 1 to so many vouchers of so many bytes each. */
export interface BatchInvalidRefusal {
  vouchersMax: bigint;
  voucherBytes: bigint;
  foundBytes: bigint;
}

/** This voucher is not taken. */
export interface VoucherInvalidRefusal {
  fault: number;
}

/** What both sides signed is not what was paid. */
export interface StillOwedRefusal {
  signedWei: bigint;
  paidWei: bigint;
}

/** This may be done from here on. */
export interface TooEarlyRefusal {
  earliestS: bigint;
}

/** This key cannot be an agent on these terms. */
export interface AgentRefusedRefusal {
  reason: string;
}

/** No tariff has this number. */
export interface UnknownTariffRefusal {
  tariff: bigint;
}

/** This cannot be disputed. */
export interface DisputeRefusedRefusal {
  reason: string;
}

/** No dispute has this number. */
export interface UnknownDisputeRefusal {
  dispute: bigint;
}

/** This receipt does not account for what was sampled. */
export interface ReceiptInvalidRefusal {
  sample: bigint;
  reason: string;
}

/** This ticket is not paid. */
export interface TicketRefusedRefusal {
  reason: string;
}

/** A ticket is paid whole or not at all: there is less behind it than this. */
export interface TicketsUnfundedRefusal {
  faceWei: bigint;
  foundWei: bigint;
}

/** A sender reserves for no more recipients than this. */
export interface TooManyRecipientsRefusal {
  maximum: bigint;
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

export type ModelFeesRefusal =
  | { errorName: "Denied"; args: DeniedRefusal }
  | { errorName: "RoleForbids"; args: RoleForbidsRefusal }
  | { errorName: "StateForbids"; args: StateForbidsRefusal }
  | { errorName: "SignatureWrong"; args: SignatureWrongRefusal }
  | { errorName: "ModelIdInvalid"; args: ModelIdInvalidRefusal }
  | { errorName: "ModelExists"; args: ModelExistsRefusal }
  | { errorName: "UnknownModel"; args: UnknownModelRefusal }
  | { errorName: "NotAuthor"; args: NotAuthorRefusal }
  | { errorName: "MetadataTooLong"; args: MetadataTooLongRefusal }
  | { errorName: "PriceTooHigh"; args: PriceTooHighRefusal }
  | { errorName: "SplitInvalid"; args: SplitInvalidRefusal }
  | { errorName: "StatusInvalid"; args: StatusInvalidRefusal }
  | { errorName: "NoticeTooShort"; args: NoticeTooShortRefusal }
  | { errorName: "NoticeTooLong"; args: NoticeTooLongRefusal }
  | { errorName: "NothingScheduled"; args: NothingScheduledRefusal }
  | { errorName: "RetiredTooSoon"; args: RetiredTooSoonRefusal }
  | { errorName: "NothingUsed"; args: NothingUsedRefusal }
  | { errorName: "TooManyTokens"; args: TooManyTokensRefusal }
  | { errorName: "ChargeAboveLimit"; args: ChargeAboveLimitRefusal }
  | { errorName: "PaymentTooSmall"; args: PaymentTooSmallRefusal }
  | { errorName: "ReferrersInvalid"; args: ReferrersInvalidRefusal }
  | { errorName: "ConditionsRefused"; args: ConditionsRefusedRefusal }
  | { errorName: "TooManyUnits"; args: TooManyUnitsRefusal }
  | { errorName: "TooManyRequests"; args: TooManyRequestsRefusal }
  | { errorName: "ProviderRefused"; args: ProviderRefusedRefusal }
  | { errorName: "SessionRefused"; args: SessionRefusedRefusal }
  | { errorName: "PriceAboveLimit"; args: PriceAboveLimitRefusal }
  | { errorName: "DepositTooSmall"; args: DepositTooSmallRefusal }
  | { errorName: "TooManyChannels"; args: TooManyChannelsRefusal }
  | { errorName: "UnknownChannel"; args: UnknownChannelRefusal }
  | { errorName: "BondTooSmall"; args: BondTooSmallRefusal }
  | { errorName: "BatchInvalid"; args: BatchInvalidRefusal }
  | { errorName: "VoucherInvalid"; args: VoucherInvalidRefusal }
  | { errorName: "StillOwed"; args: StillOwedRefusal }
  | { errorName: "TooEarly"; args: TooEarlyRefusal }
  | { errorName: "AgentRefused"; args: AgentRefusedRefusal }
  | { errorName: "UnknownTariff"; args: UnknownTariffRefusal }
  | { errorName: "DisputeRefused"; args: DisputeRefusedRefusal }
  | { errorName: "UnknownDispute"; args: UnknownDisputeRefusal }
  | { errorName: "ReceiptInvalid"; args: ReceiptInvalidRefusal }
  | { errorName: "TicketRefused"; args: TicketRefusedRefusal }
  | { errorName: "TicketsUnfunded"; args: TicketsUnfundedRefusal }
  | { errorName: "TooManyRecipients"; args: TooManyRecipientsRefusal }
  | { errorName: "Paused"; args: PausedRefusal }
  | { errorName: "NotPayable"; args: NotPayableRefusal }
  | { errorName: "InsufficientCoins"; args: InsufficientCoinsRefusal }
  | { errorName: "Unauthorized"; args: UnauthorizedRefusal }
  | { errorName: "DelegatecallRefused"; args: DelegatecallRefusedRefusal }
  | { errorName: "Reentered"; args: ReenteredRefusal }
  | { errorName: "AddressTaken"; args: AddressTakenRefusal };

/** The EIP-712 domain of this module's messages on a chain. */
export const modelFeesDomain = (chainId: number) =>
  ({ name: "Kumiai Model Fees", version: "1", chainId, verifyingContract: modelFeesAddress }) as const;

/** What keys sign for this module: `primaryType` is the name of one of these. */
export const modelFeesTypes = {
  "Voucher": [
    {
      "name": "channel",
      "type": "uint256"
    },
    {
      "name": "epoch",
      "type": "uint256"
    },
    {
      "name": "lane",
      "type": "uint256"
    },
    {
      "name": "nonce",
      "type": "uint256"
    },
    {
      "name": "requests",
      "type": "uint256"
    },
    {
      "name": "units0",
      "type": "uint256"
    },
    {
      "name": "units1",
      "type": "uint256"
    },
    {
      "name": "units2",
      "type": "uint256"
    },
    {
      "name": "units3",
      "type": "uint256"
    },
    {
      "name": "units4",
      "type": "uint256"
    },
    {
      "name": "units5",
      "type": "uint256"
    },
    {
      "name": "amountWei",
      "type": "uint256"
    },
    {
      "name": "receiptRoot",
      "type": "bytes32"
    }
  ],
  "Farewell": [
    {
      "name": "channel",
      "type": "uint256"
    },
    {
      "name": "epoch",
      "type": "uint256"
    },
    {
      "name": "paidWei",
      "type": "uint256"
    }
  ],
  "Renewal": [
    {
      "name": "channel",
      "type": "uint256"
    },
    {
      "name": "epoch",
      "type": "uint256"
    },
    {
      "name": "paidWei",
      "type": "uint256"
    },
    {
      "name": "expiresS",
      "type": "uint256"
    }
  ],
  "Receipt": [
    {
      "name": "channel",
      "type": "uint256"
    },
    {
      "name": "epoch",
      "type": "uint256"
    },
    {
      "name": "lane",
      "type": "uint256"
    },
    {
      "name": "index",
      "type": "uint256"
    },
    {
      "name": "version",
      "type": "uint256"
    },
    {
      "name": "beforeWei",
      "type": "uint256"
    },
    {
      "name": "amountWei",
      "type": "uint256"
    },
    {
      "name": "units0",
      "type": "uint256"
    },
    {
      "name": "units1",
      "type": "uint256"
    },
    {
      "name": "units2",
      "type": "uint256"
    },
    {
      "name": "units3",
      "type": "uint256"
    },
    {
      "name": "units4",
      "type": "uint256"
    },
    {
      "name": "units5",
      "type": "uint256"
    },
    {
      "name": "request",
      "type": "bytes32"
    }
  ],
  "Ticket": [
    {
      "name": "sender",
      "type": "address"
    },
    {
      "name": "recipient",
      "type": "address"
    },
    {
      "name": "model",
      "type": "uint256"
    },
    {
      "name": "faceWei",
      "type": "uint256"
    },
    {
      "name": "winThreshold",
      "type": "uint256"
    },
    {
      "name": "nonce",
      "type": "uint256"
    },
    {
      "name": "recipientSeal",
      "type": "bytes32"
    },
    {
      "name": "expiresS",
      "type": "uint256"
    }
  ]
} as const;
