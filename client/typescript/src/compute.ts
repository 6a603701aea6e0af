// Rendered from modules/compute/module.py by `python -m cli.render`; not to be edited.
import type { Address, Hex } from "viem";

/** Compute: jobs and leases, from the order to the last coin. */
export const computeAddress = "0x0000000000000000000000000000000000000A00" as const;

export const computeAbi = [
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
        "name": "maximum",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "AttributesInvalid",
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
    "name": "BidTooHigh",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "worstWei",
        "type": "uint256"
      }
    ],
    "name": "BidsFull",
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
        "name": "maximum",
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
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "ClaimOpen",
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
        "name": "neededWei",
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
    "name": "EscrowTooSmall",
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
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "NoEligibleBid",
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
    "name": "NotEligible",
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
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "NothingDue",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingToMove",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "bid",
        "type": "uint256"
      }
    ],
    "name": "OtherOrder",
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
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "PolicyForbids",
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
    "inputs": [],
    "name": "SealMissing",
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
    "name": "TermsInvalid",
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
    "name": "TooManyFunders",
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
        "name": "policy",
        "type": "uint256"
      }
    ],
    "name": "UnknownAccessPolicy",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "what",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "UnknownNumber",
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
    "name": "UriInvalid",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "bid",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "order",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum ICompute.BidState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "BidMoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "bid",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "order",
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
        "name": "priceWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      }
    ],
    "name": "BidPlaced",
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
    "name": "BondDeposited",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "order",
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
        "name": "requesterWei",
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
        "name": "verifierWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum ICompute.Reason",
        "name": "reason",
        "type": "uint8"
      }
    ],
    "name": "BondSlashed",
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
    "name": "BondWithdrawn",
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
        "name": "order",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      }
    ],
    "name": "DepletionPredicted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "order",
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
        "name": "grossWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "burnedWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "treasuryWei",
        "type": "uint256"
      }
    ],
    "name": "EarningsPaid",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "order",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      }
    ],
    "name": "HeartbeatSeen",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "order",
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
        "name": "bid",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "backup",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "priceWei",
        "type": "uint256"
      }
    ],
    "name": "Matched",
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
        "name": "order",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum ICompute.OrderState",
        "name": "source",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum ICompute.OrderState",
        "name": "target",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum ICompute.Reason",
        "name": "reason",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      }
    ],
    "name": "OrderMoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "order",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "requester",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "opener",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum ICompute.Kind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "budgetWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "reserveWei",
        "type": "uint256"
      }
    ],
    "name": "OrderOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "policy",
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
        "internalType": "enum ICompute.PolicyState",
        "name": "state",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "balanceWei",
        "type": "uint256"
      }
    ],
    "name": "PolicyChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "policy",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "order",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "PolicyDrawn",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "policy",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "order",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "PolicyRefunded",
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
        "internalType": "enum ICompute.ProviderState",
        "name": "state",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "uri",
        "type": "string"
      }
    ],
    "name": "ProviderChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "order",
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
    "name": "Refunded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "order",
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
        "name": "milestone",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "seal",
        "type": "bytes32"
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
        "name": "dueWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "ResultSubmitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "order",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "source",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "target",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum ICompute.Reason",
        "name": "reason",
        "type": "uint8"
      }
    ],
    "name": "RolledOver",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "order",
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
        "internalType": "uint256",
        "name": "dueWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "workerWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "forfeitWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum ICompute.Reason",
        "name": "reason",
        "type": "uint8"
      }
    ],
    "name": "Ruled",
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
        "name": "order",
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
        "name": "policy",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "ToppedUp",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "order",
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
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "UnprovenTakenBack",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "order",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "bid",
        "type": "uint256"
      }
    ],
    "name": "acceptBid",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "acceptResult",
    "outputs": [],
    "stateMutability": "nonpayable",
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
    "name": "attributesOf",
    "outputs": [
      {
        "internalType": "struct ICompute.Attribute[]",
        "name": "",
        "components": [
          {
            "internalType": "bytes32",
            "name": "key",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "value",
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
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "bid",
    "outputs": [
      {
        "internalType": "struct ICompute.Bid",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "order",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "bondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "placedAt",
            "type": "uint64"
          },
          {
            "internalType": "enum ICompute.BidState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "priceWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "pausePriceWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "reclaimBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "device",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "displaces",
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
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "cancelOrder",
    "outputs": [],
    "stateMutability": "nonpayable",
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
    "name": "capacitiesOf",
    "outputs": [
      {
        "internalType": "struct ICompute.Capacity[]",
        "name": "",
        "components": [
          {
            "internalType": "bytes32",
            "name": "capacityClass",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "slots",
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
        "internalType": "struct ICompute.PolicyTerms",
        "name": "terms",
        "components": [
          {
            "internalType": "address",
            "name": "spender",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "jobWeiMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "periodWeiMax",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "periodBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "expiresAt",
            "type": "uint64"
          },
          {
            "internalType": "enum ICompute.Level",
            "name": "levelMin",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "tierMin",
            "type": "uint256"
          },
          {
            "internalType": "struct ICompute.Attribute[]",
            "name": "attributes",
            "components": [
              {
                "internalType": "bytes32",
                "name": "key",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "value",
                "type": "bytes32"
              }
            ],
            "type": "tuple[]"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "createPolicy",
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
    "name": "depositBond",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "order",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "disputeLease",
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
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "endLease",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
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
    "name": "engagementsOf",
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
        "name": "policy",
        "type": "uint256"
      }
    ],
    "name": "fundPolicy",
    "outputs": [],
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
    "name": "fundersOf",
    "outputs": [
      {
        "internalType": "struct ICompute.DepositEntry[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "funder",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "policy",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "depositedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "spentWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "refundedWei",
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
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "heartbeat",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "judge",
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
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "kill",
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
    "name": "lease",
    "outputs": [
      {
        "internalType": "struct ICompute.Lease",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "rateWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "earnedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "paidWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "claimableWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "heldWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "availableWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "depletesAt",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "blocksLeft",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "heartbeatBy",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "endsAt",
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
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "matchOrder",
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
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "openBidsOn",
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
        "internalType": "struct ICompute.OrderTerms",
        "name": "terms",
        "components": [
          {
            "internalType": "enum ICompute.Kind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "enum ICompute.Tenure",
            "name": "tenure",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "spec",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "capacityClass",
            "type": "bytes32"
          },
          {
            "internalType": "struct ICompute.Attribute[]",
            "name": "attributes",
            "components": [
              {
                "internalType": "bytes32",
                "name": "key",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "value",
                "type": "bytes32"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "uint256",
            "name": "tierMin",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "priceMaxWei",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "wantsBackup",
            "type": "bool"
          },
          {
            "internalType": "uint64",
            "name": "auctionBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "ttlBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "runBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "milestones",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "durationBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "startHeight",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "reservationWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "reclaimBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "policy",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "topUpWei",
            "type": "uint256"
          },
          {
            "internalType": "struct ICompute.ClaimTerms",
            "name": "claim",
            "components": [
              {
                "internalType": "enum ICompute.Level",
                "name": "level",
                "type": "uint8"
              },
              {
                "internalType": "uint256",
                "name": "copies",
                "type": "uint256"
              },
              {
                "internalType": "bytes32",
                "name": "profile",
                "type": "bytes32"
              },
              {
                "internalType": "uint256",
                "name": "tolerance",
                "type": "uint256"
              },
              {
                "internalType": "bytes32",
                "name": "program",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "canary",
                "type": "bytes32"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "uint256",
            "name": "providerPolicy",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "openOrder",
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
        "name": "first",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "openOrderNumbers",
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
        "name": "policy",
        "type": "uint256"
      },
      {
        "internalType": "struct ICompute.OrderTerms",
        "name": "terms",
        "components": [
          {
            "internalType": "enum ICompute.Kind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "enum ICompute.Tenure",
            "name": "tenure",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "spec",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "capacityClass",
            "type": "bytes32"
          },
          {
            "internalType": "struct ICompute.Attribute[]",
            "name": "attributes",
            "components": [
              {
                "internalType": "bytes32",
                "name": "key",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "value",
                "type": "bytes32"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "uint256",
            "name": "tierMin",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "priceMaxWei",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "wantsBackup",
            "type": "bool"
          },
          {
            "internalType": "uint64",
            "name": "auctionBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "ttlBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "runBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "milestones",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "durationBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "startHeight",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "reservationWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "reclaimBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "policy",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "topUpWei",
            "type": "uint256"
          },
          {
            "internalType": "struct ICompute.ClaimTerms",
            "name": "claim",
            "components": [
              {
                "internalType": "enum ICompute.Level",
                "name": "level",
                "type": "uint8"
              },
              {
                "internalType": "uint256",
                "name": "copies",
                "type": "uint256"
              },
              {
                "internalType": "bytes32",
                "name": "profile",
                "type": "bytes32"
              },
              {
                "internalType": "uint256",
                "name": "tolerance",
                "type": "uint256"
              },
              {
                "internalType": "bytes32",
                "name": "program",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "canary",
                "type": "bytes32"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "uint256",
            "name": "providerPolicy",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "uint256",
        "name": "valueWei",
        "type": "uint256"
      }
    ],
    "name": "openUnderPolicy",
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
    "name": "order",
    "outputs": [
      {
        "internalType": "struct ICompute.OrderView",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "number",
            "type": "uint256"
          },
          {
            "internalType": "struct ICompute.Order",
            "name": "order",
            "components": [
              {
                "internalType": "address",
                "name": "requester",
                "type": "address"
              },
              {
                "internalType": "uint64",
                "name": "expiresAt",
                "type": "uint64"
              },
              {
                "internalType": "enum ICompute.Kind",
                "name": "kind",
                "type": "uint8"
              },
              {
                "internalType": "address",
                "name": "opener",
                "type": "address"
              },
              {
                "internalType": "uint64",
                "name": "openedAt",
                "type": "uint64"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct ICompute.OrderTerms",
            "name": "terms",
            "components": [
              {
                "internalType": "enum ICompute.Kind",
                "name": "kind",
                "type": "uint8"
              },
              {
                "internalType": "enum ICompute.Tenure",
                "name": "tenure",
                "type": "uint8"
              },
              {
                "internalType": "bytes32",
                "name": "spec",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "capacityClass",
                "type": "bytes32"
              },
              {
                "internalType": "struct ICompute.Attribute[]",
                "name": "attributes",
                "components": [
                  {
                    "internalType": "bytes32",
                    "name": "key",
                    "type": "bytes32"
                  },
                  {
                    "internalType": "bytes32",
                    "name": "value",
                    "type": "bytes32"
                  }
                ],
                "type": "tuple[]"
              },
              {
                "internalType": "uint256",
                "name": "tierMin",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "priceMaxWei",
                "type": "uint256"
              },
              {
                "internalType": "address",
                "name": "provider",
                "type": "address"
              },
              {
                "internalType": "bool",
                "name": "wantsBackup",
                "type": "bool"
              },
              {
                "internalType": "uint64",
                "name": "auctionBlocks",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "ttlBlocks",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "runBlocks",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "milestones",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "durationBlocks",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "startHeight",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "reservationWei",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "reclaimBlocks",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "policy",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "topUpWei",
                "type": "uint256"
              },
              {
                "internalType": "struct ICompute.ClaimTerms",
                "name": "claim",
                "components": [
                  {
                    "internalType": "enum ICompute.Level",
                    "name": "level",
                    "type": "uint8"
                  },
                  {
                    "internalType": "uint256",
                    "name": "copies",
                    "type": "uint256"
                  },
                  {
                    "internalType": "bytes32",
                    "name": "profile",
                    "type": "bytes32"
                  },
                  {
                    "internalType": "uint256",
                    "name": "tolerance",
                    "type": "uint256"
                  },
                  {
                    "internalType": "bytes32",
                    "name": "program",
                    "type": "bytes32"
                  },
                  {
                    "internalType": "bytes32",
                    "name": "canary",
                    "type": "bytes32"
                  }
                ],
                "type": "tuple"
              },
              {
                "internalType": "uint256",
                "name": "providerPolicy",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct ICompute.Progress",
            "name": "progress",
            "components": [
              {
                "internalType": "enum ICompute.OrderState",
                "name": "state",
                "type": "uint8"
              },
              {
                "internalType": "uint256",
                "name": "milestone",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "until",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "timerAt",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "newestStep",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "auctionAt",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "bid",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "backup",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "claim",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "dueWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "policyDrawnWei",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "priceWei",
            "type": "uint256"
          },
          {
            "internalType": "struct ICompute.Ledger",
            "name": "ledger",
            "components": [
              {
                "internalType": "uint256",
                "name": "depositedWei",
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
              },
              {
                "internalType": "uint256",
                "name": "reserveWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "feesWei",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct ICompute.Rules",
            "name": "rules",
            "components": [
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
                "name": "slashStartBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "slashMissBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "slashFraudBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "slashRequesterBps",
                "type": "uint16"
              },
              {
                "internalType": "uint16",
                "name": "stalledWorkerBps",
                "type": "uint16"
              },
              {
                "internalType": "uint64",
                "name": "startTimeoutBlocks",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "graceBlocks",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "pauseBlocksMax",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "spotNoticeBlocks",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "heartbeatBlocks",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "holdbackBlocks",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "verdictTimeoutBlocks",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "leaseBlocksMax",
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
    "name": "orderTotal",
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
    "name": "ordersOf",
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
    "name": "params",
    "outputs": [
      {
        "internalType": "struct ICompute.ComputeParams",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "minDepositWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "bidBondWeiMin",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "bidBondBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "bidsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "orderTtlBlocksMax",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "startTimeoutBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "runBlocksMax",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "leaseBlocksMax",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "milestonesMax",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "graceBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "reclaimBlocksMin",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "reclaimBlocksMax",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "spotNoticeBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "pauseBlocksMax",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "heartbeatBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "holdbackBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "verdictTimeoutBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "stalledWorkerBps",
            "type": "uint16"
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
            "name": "slashStartBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "slashMissBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "slashFraudBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "slashRequesterBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "pokeRewardWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "policyBlocksMax",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "requesterPolicy",
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
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "pause",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "order",
        "type": "uint256"
      },
      {
        "internalType": "struct ICompute.Offer",
        "name": "offer",
        "components": [
          {
            "internalType": "uint256",
            "name": "priceWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "pausePriceWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "reclaimBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "device",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "displaces",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "placeBid",
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
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "poke",
    "outputs": [],
    "stateMutability": "nonpayable",
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
    "name": "policiesOf",
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
    "name": "policy",
    "outputs": [
      {
        "internalType": "struct ICompute.Policy",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "owner",
            "type": "address"
          },
          {
            "internalType": "enum ICompute.PolicyState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "balanceWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "periodStart",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "periodSpentWei",
            "type": "uint256"
          },
          {
            "internalType": "struct ICompute.PolicyTerms",
            "name": "terms",
            "components": [
              {
                "internalType": "address",
                "name": "spender",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "provider",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "jobWeiMax",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "periodWeiMax",
                "type": "uint256"
              },
              {
                "internalType": "uint64",
                "name": "periodBlocks",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "expiresAt",
                "type": "uint64"
              },
              {
                "internalType": "enum ICompute.Level",
                "name": "levelMin",
                "type": "uint8"
              },
              {
                "internalType": "uint256",
                "name": "tierMin",
                "type": "uint256"
              },
              {
                "internalType": "struct ICompute.Attribute[]",
                "name": "attributes",
                "components": [
                  {
                    "internalType": "bytes32",
                    "name": "key",
                    "type": "bytes32"
                  },
                  {
                    "internalType": "bytes32",
                    "name": "value",
                    "type": "bytes32"
                  }
                ],
                "type": "tuple[]"
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
    "name": "policyAllowance",
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
        "name": "account",
        "type": "address"
      }
    ],
    "name": "provider",
    "outputs": [
      {
        "internalType": "struct ICompute.Provider",
        "name": "",
        "components": [
          {
            "internalType": "enum ICompute.ProviderState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "string",
            "name": "uri",
            "type": "string"
          },
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
            "name": "paidWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "slashedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "ended",
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
        "name": "offset",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "providerPage",
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
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "reclaim",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "uri",
        "type": "string"
      },
      {
        "internalType": "struct ICompute.Attribute[]",
        "name": "attributes",
        "components": [
          {
            "internalType": "bytes32",
            "name": "key",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "value",
            "type": "bytes32"
          }
        ],
        "type": "tuple[]"
      },
      {
        "internalType": "struct ICompute.Capacity[]",
        "name": "capacities",
        "components": [
          {
            "internalType": "bytes32",
            "name": "capacityClass",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "slots",
            "type": "uint256"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "name": "registerProvider",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "struct ICompute.OrderTerms",
        "name": "terms",
        "components": [
          {
            "internalType": "enum ICompute.Kind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "enum ICompute.Tenure",
            "name": "tenure",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "spec",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "capacityClass",
            "type": "bytes32"
          },
          {
            "internalType": "struct ICompute.Attribute[]",
            "name": "attributes",
            "components": [
              {
                "internalType": "bytes32",
                "name": "key",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "value",
                "type": "bytes32"
              }
            ],
            "type": "tuple[]"
          },
          {
            "internalType": "uint256",
            "name": "tierMin",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "priceMaxWei",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "wantsBackup",
            "type": "bool"
          },
          {
            "internalType": "uint64",
            "name": "auctionBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "ttlBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "runBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "milestones",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "durationBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "startHeight",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "reservationWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "reclaimBlocks",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "policy",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "topUpWei",
            "type": "uint256"
          },
          {
            "internalType": "struct ICompute.ClaimTerms",
            "name": "claim",
            "components": [
              {
                "internalType": "enum ICompute.Level",
                "name": "level",
                "type": "uint8"
              },
              {
                "internalType": "uint256",
                "name": "copies",
                "type": "uint256"
              },
              {
                "internalType": "bytes32",
                "name": "profile",
                "type": "bytes32"
              },
              {
                "internalType": "uint256",
                "name": "tolerance",
                "type": "uint256"
              },
              {
                "internalType": "bytes32",
                "name": "program",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "canary",
                "type": "bytes32"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "uint256",
            "name": "providerPolicy",
            "type": "uint256"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "uint256",
        "name": "valueWei",
        "type": "uint256"
      }
    ],
    "name": "reserve",
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
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "resume",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "retireProvider",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "revenue",
    "outputs": [
      {
        "internalType": "struct ICompute.Revenue",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "paidOrders",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "grossWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "burnedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "treasuryWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "refundedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "slashedWei",
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
        "name": "policy",
        "type": "uint256"
      }
    ],
    "name": "revokePolicy",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "settle",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "slots",
    "outputs": [
      {
        "internalType": "struct ICompute.Slots",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "busy",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "declared",
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
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "start",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "order",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "seal",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "units",
        "type": "uint256"
      }
    ],
    "name": "submitResult",
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
    "name": "timeline",
    "outputs": [
      {
        "internalType": "struct ICompute.Step[]",
        "name": "",
        "components": [
          {
            "internalType": "uint64",
            "name": "height",
            "type": "uint64"
          },
          {
            "internalType": "enum ICompute.OrderState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "enum ICompute.Reason",
            "name": "reason",
            "type": "uint8"
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
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "topUp",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "totals",
    "outputs": [
      {
        "internalType": "struct ICompute.Totals",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "escrowWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "earnedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "bondsWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "policiesWei",
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
        "name": "uri",
        "type": "string"
      },
      {
        "internalType": "struct ICompute.Attribute[]",
        "name": "attributes",
        "components": [
          {
            "internalType": "bytes32",
            "name": "key",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "value",
            "type": "bytes32"
          }
        ],
        "type": "tuple[]"
      },
      {
        "internalType": "struct ICompute.Capacity[]",
        "name": "capacities",
        "components": [
          {
            "internalType": "bytes32",
            "name": "capacityClass",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "slots",
            "type": "uint256"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "name": "updateProvider",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "bid",
        "type": "uint256"
      }
    ],
    "name": "withdrawBid",
    "outputs": [],
    "stateMutability": "nonpayable",
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
    "name": "withdrawBond",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "order",
        "type": "uint256"
      }
    ],
    "name": "withdrawEarnings",
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

/** What viem takes to read, write and watch: `{ ...compute, functionName: ... }`. */
export const compute = { address: computeAddress, abi: computeAbi } as const;

/** What is asked for. */
export const Kind = {
  JOB: 0,
  LEASE: 1,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** How firmly a lease holds. */
export const Tenure = {
  ON_DEMAND: 0,
  SPOT: 1,
  RESERVED: 2,
} as const;
export type Tenure = (typeof Tenure)[keyof typeof Tenure];

/** How a result is proven; a dispute may only go up. */
export const Level = {
  NONE: 0,
  REQUESTER: 1,
  REDUNDANCY: 2,
  AUDIT: 3,
  ATTESTED: 4,
  BISECTION: 5,
  JURY: 6,
} as const;
export type Level = (typeof Level)[keyof typeof Level];

/** Where an order stands, from its opening to the last coin. */
export const OrderState = {
  NOTHING: 0,
  OPEN: 1,
  CANCELLED: 2,
  EXPIRED: 3,
  RESERVED: 4,
  MATCHED: 5,
  FAILED_START: 6,
  RUNNING: 7,
  PAUSED: 8,
  LOW_FUNDS: 9,
  RECLAIMING: 10,
  SUBMITTED: 11,
  DISPUTED: 12,
  MISSED: 13,
  ACCEPTED: 14,
  RESOLVED: 15,
  CLOSED: 16,
  CLOSED_FUNDS: 17,
  SETTLED: 18,
} as const;
export type OrderState = (typeof OrderState)[keyof typeof OrderState];

/** Why an order moved: 1 to 63 its owner, 64 to 127 the provider, from 128 on the network. */
export const Reason = {
  NONE: 0,
  OWNER_OPENED: 1,
  OWNER_CANCELLED: 2,
  OWNER_CHOSE: 3,
  OWNER_ACCEPTED: 4,
  OWNER_LEFT: 5,
  OWNER_PAUSED: 6,
  OWNER_RESUMED: 7,
  OWNER_DISPUTED: 8,
  OWNER_TOPPED_UP: 9,
  PROVIDER_STARTED: 64,
  PROVIDER_SUBMITTED: 65,
  PROVIDER_MAINTENANCE: 66,
  PROVIDER_PREEMPTED: 67,
  PROVIDER_KILLED: 68,
  NETWORK_TTL: 128,
  NETWORK_MATCHED: 129,
  NETWORK_NOT_STARTED: 130,
  NETWORK_DEADLINE: 131,
  NETWORK_DEPLETED: 132,
  NETWORK_UNFUNDED: 133,
  NETWORK_VANISHED: 134,
  NETWORK_WINDOW: 135,
  NETWORK_TERM: 136,
  NETWORK_RESERVATION: 137,
  NETWORK_PAUSE_OVER: 138,
  NETWORK_DISPUTED: 139,
  NETWORK_RULED: 140,
  NETWORK_NO_VERDICT: 141,
  NETWORK_HOLDBACK: 142,
  NETWORK_DISPLACED: 143,
  NETWORK_TOPPED_UP: 144,
} as const;
export type Reason = (typeof Reason)[keyof typeof Reason];

/** Where a bid stands; its bond is locked while it is OPEN, BACKUP or WON. */
export const BidState = {
  NOTHING: 0,
  OPEN: 1,
  BACKUP: 2,
  WON: 3,
  WITHDRAWN: 4,
  EVICTED: 5,
  LOST: 6,
  ENDED: 7,
} as const;
export type BidState = (typeof BidState)[keyof typeof BidState];

/** Whether an account offers compute. */
export const ProviderState = {
  NOTHING: 0,
  ACTIVE: 1,
  RETIRED: 2,
} as const;
export type ProviderState = (typeof ProviderState)[keyof typeof ProviderState];

/** Whether a standing authority to spend is in force. */
export const PolicyState = {
  NOTHING: 0,
  ACTIVE: 1,
  REVOKED: 2,
  EXPIRED: 3,
} as const;
export type PolicyState = (typeof PolicyState)[keyof typeof PolicyState];

/** A bid went on; its bond is free unless it is OPEN, BACKUP or WON. */
export interface BidMovedEvent {
  bid: bigint;
  order: bigint;
  state: number;
}

/** A provider offers to serve an order. */
export interface BidPlacedEvent {
  bid: bigint;
  order: bigint;
  provider: Address;
  priceWei: bigint;
  bondWei: bigint;
}

/** A provider put coins behind its bids. */
export interface BondDepositedEvent {
  provider: Address;
  amountWei: bigint;
}

/** A provider lost bond: to whom, and why. */
export interface BondSlashedEvent {
  order: bigint;
  provider: Address;
  requesterWei: bigint;
  treasuryWei: bigint;
  verifierWei: bigint;
  reason: number;
}

/** A provider took free bond back. */
export interface BondWithdrawnEvent {
  provider: Address;
  amountWei: bigint;
}

/** A lease's money now lasts until this height, as far as is known. */
export interface DepletionPredictedEvent {
  order: bigint;
  height: bigint;
}

/** A provider was paid; `gross_wei` is the payer's cost, the take is its part that is not. */
export interface EarningsPaidEvent {
  order: bigint;
  provider: Address;
  grossWei: bigint;
  burnedWei: bigint;
  treasuryWei: bigint;
}

/** A lessor said that it serves; what was earned so far is proven. */
export interface HeartbeatSeenEvent {
  order: bigint;
  height: bigint;
}

/** A bid won an order; the backup, if there is one, waits with its bond. */
export interface MatchedEvent {
  order: bigint;
  provider: Address;
  bid: bigint;
  backup: bigint;
  priceWei: bigint;
}

/** An order went from one state to the next, for a reason of its owner, provider or network. */
export interface OrderMovedEvent {
  order: bigint;
  source: number;
  target: number;
  reason: number;
  height: bigint;
}

/** Somebody asks for compute; the budget and the reserve for fees are locked. */
export interface OrderOpenedEvent {
  order: bigint;
  requester: Address;
  opener: Address;
  kind: number;
  budgetWei: bigint;
  reserveWei: bigint;
}

/** A spending policy was made, funded, revoked, or expired; what stands behind it now. */
export interface PolicyChangedEvent {
  policy: bigint;
  owner: Address;
  state: number;
  balanceWei: bigint;
}

/** Coins of a policy went into an order. */
export interface PolicyDrawnEvent {
  policy: bigint;
  order: bigint;
  amountWei: bigint;
}

/** Coins that an order did not spend went back into the policy they came from. */
export interface PolicyRefundedEvent {
  policy: bigint;
  order: bigint;
  amountWei: bigint;
}

/** A provider registered, changed what it declares, or retired. */
export interface ProviderChangedEvent {
  provider: Address;
  state: number;
  uri: string;
}

/** What an order did not spend went back to who had paid it in. */
export interface RefundedEvent {
  order: bigint;
  funder: Address;
  amountWei: bigint;
}

/** A provider delivered: the seal of the result, the units used, and what they cost. */
export interface ResultSubmittedEvent {
  order: bigint;
  provider: Address;
  milestone: bigint;
  seal: Hex;
  units: bigint;
  dueWei: bigint;
  claim: bigint;
}

/** The backup took the order over from a provider that failed, left or vanished. */
export interface RolledOverEvent {
  order: bigint;
  source: Address;
  target: Address;
  reason: number;
}

/** A ruling, or the default for none, settled a claim: what the worker got of what was due. */
export interface RuledEvent {
  order: bigint;
  claim: bigint;
  dueWei: bigint;
  workerWei: bigint;
  forfeitWei: bigint;
  reason: number;
}

/** Coins joined an order's budget; `policy` is where they came from, 0 for an account. */
export interface ToppedUpEvent {
  order: bigint;
  funder: Address;
  policy: bigint;
  amountWei: bigint;
}

/** What a vanished lessor would have earned since its last heartbeat stays the tenant's. */
export interface UnprovenTakenBackEvent {
  order: bigint;
  provider: Address;
  amountWei: bigint;
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

export type ComputeEvent =
  | { eventName: "BidMoved"; args: BidMovedEvent }
  | { eventName: "BidPlaced"; args: BidPlacedEvent }
  | { eventName: "BondDeposited"; args: BondDepositedEvent }
  | { eventName: "BondSlashed"; args: BondSlashedEvent }
  | { eventName: "BondWithdrawn"; args: BondWithdrawnEvent }
  | { eventName: "DepletionPredicted"; args: DepletionPredictedEvent }
  | { eventName: "EarningsPaid"; args: EarningsPaidEvent }
  | { eventName: "HeartbeatSeen"; args: HeartbeatSeenEvent }
  | { eventName: "Matched"; args: MatchedEvent }
  | { eventName: "OrderMoved"; args: OrderMovedEvent }
  | { eventName: "OrderOpened"; args: OrderOpenedEvent }
  | { eventName: "PolicyChanged"; args: PolicyChangedEvent }
  | { eventName: "PolicyDrawn"; args: PolicyDrawnEvent }
  | { eventName: "PolicyRefunded"; args: PolicyRefundedEvent }
  | { eventName: "ProviderChanged"; args: ProviderChangedEvent }
  | { eventName: "Refunded"; args: RefundedEvent }
  | { eventName: "ResultSubmitted"; args: ResultSubmittedEvent }
  | { eventName: "RolledOver"; args: RolledOverEvent }
  | { eventName: "Ruled"; args: RuledEvent }
  | { eventName: "ToppedUp"; args: ToppedUpEvent }
  | { eventName: "UnprovenTakenBack"; args: UnprovenTakenBackEvent }
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

/** Attributes are at most so many, each key once, none of them zero. */
export interface AttributesInvalidRefusal {
  maximum: bigint;
  found: bigint;
}

/** The order pays no more than this for a unit or a block. */
export interface BidTooHighRefusal {
  maximumWei: bigint;
  foundWei: bigint;
}

/** The order has all the open bids it takes, and the worst of them is no worse than this one. */
export interface BidsFullRefusal {
  worstWei: bigint;
}

/** The provider has less free bond than this takes. */
export interface BondTooSmallRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** Classes of capacity are at most so many, each once, of at most 100,000 slots. */
export interface CapacityInvalidRefusal {
  maximum: bigint;
  found: bigint;
}

/** The result is before the verifier already. */
export interface ClaimOpenRefusal {
  claim: bigint;
}

/** More coins are needed: what is asked at least, and the reserve for fees. */
export interface DepositTooSmallRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** The escrow does not cover the verifier's fee; anyone may top it up. */
export interface EscrowTooSmallRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** No open bid of an eligible provider is there. */
export interface NoEligibleBidRefusal {
  order: bigint;
}

/** The provider is not what the order asks for. */
export interface NotEligibleRefusal {
  reason: string;
}

/** No deadline of the order has passed. */
export interface NothingDueRefusal {
  order: bigint;
}

/** There is nothing that could be paid out. */
export interface NothingToMoveRefusal {
}

/** The bid is for another order, or not open any more. */
export interface OtherOrderRefusal {
  bid: bigint;
}

/** The policy does not allow this. */
export interface PolicyForbidsRefusal {
  reason: string;
}

/** A result is sealed by a hash that is not zero. */
export interface SealMissingRefusal {
}

/** A field must lie between these. */
export interface TermsInvalidRefusal {
  field: string;
  minimum: bigint;
  maximum: bigint;
  found: bigint;
}

/** So many accounts fund the order already; those may add to what they gave. */
export interface TooManyFundersRefusal {
  maximum: bigint;
}

/** No access policy has this number. */
export interface UnknownAccessPolicyRefusal {
  policy: bigint;
}

/** Nothing of this kind has this number. */
export interface UnknownNumberRefusal {
  what: string;
  number: bigint;
}

/** An endpoint is 1 to 256 bytes of UTF-8. */
export interface UriInvalidRefusal {
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

export type ComputeRefusal =
  | { errorName: "Denied"; args: DeniedRefusal }
  | { errorName: "RoleForbids"; args: RoleForbidsRefusal }
  | { errorName: "StateForbids"; args: StateForbidsRefusal }
  | { errorName: "AttributesInvalid"; args: AttributesInvalidRefusal }
  | { errorName: "BidTooHigh"; args: BidTooHighRefusal }
  | { errorName: "BidsFull"; args: BidsFullRefusal }
  | { errorName: "BondTooSmall"; args: BondTooSmallRefusal }
  | { errorName: "CapacityInvalid"; args: CapacityInvalidRefusal }
  | { errorName: "ClaimOpen"; args: ClaimOpenRefusal }
  | { errorName: "DepositTooSmall"; args: DepositTooSmallRefusal }
  | { errorName: "EscrowTooSmall"; args: EscrowTooSmallRefusal }
  | { errorName: "NoEligibleBid"; args: NoEligibleBidRefusal }
  | { errorName: "NotEligible"; args: NotEligibleRefusal }
  | { errorName: "NothingDue"; args: NothingDueRefusal }
  | { errorName: "NothingToMove"; args: NothingToMoveRefusal }
  | { errorName: "OtherOrder"; args: OtherOrderRefusal }
  | { errorName: "PolicyForbids"; args: PolicyForbidsRefusal }
  | { errorName: "SealMissing"; args: SealMissingRefusal }
  | { errorName: "TermsInvalid"; args: TermsInvalidRefusal }
  | { errorName: "TooManyFunders"; args: TooManyFundersRefusal }
  | { errorName: "UnknownAccessPolicy"; args: UnknownAccessPolicyRefusal }
  | { errorName: "UnknownNumber"; args: UnknownNumberRefusal }
  | { errorName: "UriInvalid"; args: UriInvalidRefusal }
  | { errorName: "Paused"; args: PausedRefusal }
  | { errorName: "NotPayable"; args: NotPayableRefusal }
  | { errorName: "InsufficientCoins"; args: InsufficientCoinsRefusal }
  | { errorName: "Unauthorized"; args: UnauthorizedRefusal }
  | { errorName: "DelegatecallRefused"; args: DelegatecallRefusedRefusal }
  | { errorName: "Reentered"; args: ReenteredRefusal }
  | { errorName: "AddressTaken"; args: AddressTakenRefusal };
