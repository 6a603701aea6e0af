// Rendered from modules/analytics/module.py by `python -m cli.render`; not to be edited.
import type { Address, Hex } from "viem";

/** Analytics: what markets were really paid for, counted on chain, so that use is told from talk. */
export const analyticsAddress = "0x0000000000000000000000000000000000000a06" as const;

export const analyticsAbi = [
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
        "name": "counter",
        "type": "string"
      }
    ],
    "name": "CounterFull",
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
        "name": "number",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "oldest",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "newest",
        "type": "uint256"
      }
    ],
    "name": "EpochUnknown",
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
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "payments",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "activePayers",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "chargedWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "mintedWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "burnedWei",
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
    "inputs": [
      {
        "internalType": "enum IAnalytics.Market",
        "name": "market",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "activePayers",
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
        "internalType": "enum IAnalytics.Market",
        "name": "market",
        "type": "uint8"
      }
    ],
    "name": "charged",
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
    "name": "currentEpoch",
    "outputs": [
      {
        "internalType": "struct IAnalytics.EpochView",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "number",
            "type": "uint256"
          },
          {
            "internalType": "struct IAnalytics.Epoch",
            "name": "epoch",
            "components": [
              {
                "internalType": "uint64",
                "name": "beganAt",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "endedAt",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "beganS",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "endedS",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "mintedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "burnedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "supplyWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "slotsBusy",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "slotsDeclared",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "devicesReady",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "devicesBonded",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct IAnalytics.Tally",
            "name": "tally",
            "components": [
              {
                "internalType": "uint256",
                "name": "payments",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "uses",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "payers",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "activePayers",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "supplierWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "treasuryWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "burnedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "infrastructureWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "contributorWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "referrerWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "verifierWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "refundedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "refunds",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "disputes",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "disputesLost",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "disputesWon",
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
    "name": "epoch",
    "outputs": [
      {
        "internalType": "struct IAnalytics.EpochView",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "number",
            "type": "uint256"
          },
          {
            "internalType": "struct IAnalytics.Epoch",
            "name": "epoch",
            "components": [
              {
                "internalType": "uint64",
                "name": "beganAt",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "endedAt",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "beganS",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "endedS",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "mintedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "burnedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "supplyWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "slotsBusy",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "slotsDeclared",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "devicesReady",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "devicesBonded",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct IAnalytics.Tally",
            "name": "tally",
            "components": [
              {
                "internalType": "uint256",
                "name": "payments",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "uses",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "payers",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "activePayers",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "supplierWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "treasuryWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "burnedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "infrastructureWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "contributorWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "referrerWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "verifierWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "refundedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "refunds",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "disputes",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "disputesLost",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "disputesWon",
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
        "name": "first",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "history",
    "outputs": [
      {
        "internalType": "struct IAnalytics.EpochView[]",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "number",
            "type": "uint256"
          },
          {
            "internalType": "struct IAnalytics.Epoch",
            "name": "epoch",
            "components": [
              {
                "internalType": "uint64",
                "name": "beganAt",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "endedAt",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "beganS",
                "type": "uint64"
              },
              {
                "internalType": "uint64",
                "name": "endedS",
                "type": "uint64"
              },
              {
                "internalType": "uint256",
                "name": "mintedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "burnedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "supplyWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "slotsBusy",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "slotsDeclared",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "devicesReady",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "devicesBonded",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "struct IAnalytics.Tally",
            "name": "tally",
            "components": [
              {
                "internalType": "uint256",
                "name": "payments",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "uses",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "payers",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "activePayers",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "supplierWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "treasuryWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "burnedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "infrastructureWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "contributorWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "referrerWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "verifierWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "refundedWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "refunds",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "disputes",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "disputesLost",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "disputesWon",
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
        "internalType": "enum IAnalytics.Market",
        "name": "market",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "marketEpoch",
    "outputs": [
      {
        "internalType": "struct IAnalytics.Tally",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "payments",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "uses",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "payers",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "activePayers",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "supplierWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "treasuryWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "burnedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "infrastructureWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "contributorWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "referrerWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "verifierWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "refundedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "refunds",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "disputes",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "disputesLost",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "disputesWon",
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
        "internalType": "enum IAnalytics.Market",
        "name": "market",
        "type": "uint8"
      }
    ],
    "name": "marketTotals",
    "outputs": [
      {
        "internalType": "struct IAnalytics.Tally",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "payments",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "uses",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "payers",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "activePayers",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "supplierWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "treasuryWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "burnedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "infrastructureWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "contributorWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "referrerWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "verifierWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "refundedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "refunds",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "disputes",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "disputesLost",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "disputesWon",
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
    "name": "params",
    "outputs": [
      {
        "internalType": "struct IAnalytics.AnalyticsParams",
        "name": "",
        "components": [
          {
            "internalType": "uint64",
            "name": "epochBlocks",
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
        "internalType": "enum IAnalytics.Market",
        "name": "market",
        "type": "uint8"
      }
    ],
    "name": "rates",
    "outputs": [
      {
        "internalType": "struct IAnalytics.Rates",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "disputedBps",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lostBps",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "refundedBps",
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
        "internalType": "enum IAnalytics.Market",
        "name": "market",
        "type": "uint8"
      },
      {
        "internalType": "enum IAnalytics.Leg",
        "name": "leg",
        "type": "uint8"
      }
    ],
    "name": "revenue",
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
    "name": "totals",
    "outputs": [
      {
        "internalType": "struct IAnalytics.Tally",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "payments",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "uses",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "payers",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "activePayers",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "supplierWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "treasuryWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "burnedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "infrastructureWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "contributorWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "referrerWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "verifierWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "refundedWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "refunds",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "disputes",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "disputesLost",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "disputesWon",
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
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "utilisation",
    "outputs": [
      {
        "internalType": "struct IAnalytics.Utilisation",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "computeBps",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "devicesBps",
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

/** What viem takes to read, write and watch: `{ ...analytics, functionName: ... }`. */
export const analytics = { address: analyticsAddress, abi: analyticsAbi } as const;

/**
 * Who tells of payments. Numbers are for good: they are in storage.
 *
 * A payer's mark has a lane of 32 bits for each, so there may be seven besides ALL.
 */
export const Market = {
  ALL: 0,
  COMPUTE: 1,
  DEVICES: 2,
  VERIFICATION: 3,
  MODELS: 4,
  DATA: 5,
} as const;
export type Market = (typeof Market)[keyof typeof Market];

/** Whom a part of a payment is for. */
export const Leg = {
  SUPPLIER: 0,
  INFRASTRUCTURE: 1,
  REFERRER: 2,
  CONTRIBUTOR: 3,
  VERIFIER: 4,
  TREASURY: 5,
  BURNED: 6,
} as const;
export type Leg = (typeof Leg)[keyof typeof Leg];

/** An epoch ended: what the network was paid in it, and what became of the supply. */
export interface EpochClosedEvent {
  number: bigint;
  payments: bigint;
  activePayers: bigint;
  chargedWei: bigint;
  mintedWei: bigint;
  burnedWei: bigint;
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

export type AnalyticsEvent =
  | { eventName: "EpochClosed"; args: EpochClosedEvent }
  | { eventName: "CoinsMoved"; args: CoinsMovedEvent }
  | { eventName: "ModulePaused"; args: ModulePausedEvent }
  | { eventName: "ModuleResumed"; args: ModuleResumedEvent }
  | { eventName: "TimerFailed"; args: TimerFailedEvent };

/** A counter would not fit its bits; what was to be counted is not. */
export interface CounterFullRefusal {
  counter: string;
}

/** The epoch is not over and kept: the oldest and the newest that are. */
export interface EpochUnknownRefusal {
  number: bigint;
  oldest: bigint;
  newest: bigint;
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

export type AnalyticsRefusal =
  | { errorName: "CounterFull"; args: CounterFullRefusal }
  | { errorName: "EpochUnknown"; args: EpochUnknownRefusal }
  | { errorName: "Paused"; args: PausedRefusal }
  | { errorName: "NotPayable"; args: NotPayableRefusal }
  | { errorName: "InsufficientCoins"; args: InsufficientCoinsRefusal }
  | { errorName: "Unauthorized"; args: UnauthorizedRefusal }
  | { errorName: "DelegatecallRefused"; args: DelegatecallRefusedRefusal }
  | { errorName: "Reentered"; args: ReenteredRefusal }
  | { errorName: "AddressTaken"; args: AddressTakenRefusal };
