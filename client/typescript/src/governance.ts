// Rendered from modules/governance/module.py by `python -m cli.render`; not to be edited.
import type { Address, Hex } from "viem";

/** Governance: proposals, votes and the parameters of every module. */
export const governanceAddress = "0x0000000000000000000000000000000000000805" as const;

export const governanceAbi = [
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
        "name": "options",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "sumBps",
        "type": "uint256"
      }
    ],
    "name": "BallotInvalid",
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
    "name": "CallTooLong",
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
    "name": "ChangesInvalid",
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
    "name": "ChangesRefused",
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
    "name": "DryRunFailed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "GuardianConcerned",
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
        "internalType": "string",
        "name": "invariant",
        "type": "string"
      }
    ],
    "name": "InvariantBroken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "snapshotHeight",
        "type": "uint256"
      }
    ],
    "name": "NoVotingPower",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "NotCanceller",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "module",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "method",
        "type": "string"
      }
    ],
    "name": "NotGoverned",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "module",
        "type": "string"
      }
    ],
    "name": "NotPaused",
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
    "inputs": [
      {
        "internalType": "uint64",
        "name": "endedS",
        "type": "uint64"
      }
    ],
    "name": "PeriodOver",
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
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "enum IGovernance.Status",
        "name": "status",
        "type": "uint8"
      }
    ],
    "name": "StatusWrong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "TargetNotOpen",
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
        "name": "bytesMax",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundBytes",
        "type": "uint256"
      }
    ],
    "name": "TextInvalid",
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
    "name": "TooManyOpenProposals",
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
        "internalType": "string",
        "name": "module",
        "type": "string"
      }
    ],
    "name": "UnknownModule",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "parameter",
        "type": "string"
      }
    ],
    "name": "UnknownParameter",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "UnknownProposal",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "parameter",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "effectiveHeight",
        "type": "uint64"
      }
    ],
    "name": "ChangeScheduled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "ChangesDropped",
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
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "depositor",
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
        "internalType": "uint256",
        "name": "totalWei",
        "type": "uint256"
      }
    ],
    "name": "DepositAdded",
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
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "validator",
        "type": "address"
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
    "name": "Overruled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "parameter",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "old",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "new_",
        "type": "uint256"
      }
    ],
    "name": "ParameterChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "proposer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum IGovernance.Kind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "title",
        "type": "string"
      }
    ],
    "name": "ProposalSubmitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum IGovernance.Status",
        "name": "status",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "StatusChanged",
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
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "powerWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "struct IGovernance.WeightedOption[]",
        "name": "options",
        "components": [
          {
            "internalType": "enum IGovernance.Option",
            "name": "option",
            "type": "uint8"
          },
          {
            "internalType": "uint16",
            "name": "weightBps",
            "type": "uint16"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "name": "Voted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "snapshotHeight",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "totalPowerWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "votingEndS",
        "type": "uint64"
      }
    ],
    "name": "VotingStarted",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
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
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "defaultPower",
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
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "deposit",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "depositsOf",
    "outputs": [
      {
        "internalType": "struct IGovernance.Deposit[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "depositor",
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
        "internalType": "string",
        "name": "parameter",
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
    "name": "history",
    "outputs": [
      {
        "internalType": "struct IGovernance.HistoryEntry[]",
        "name": "",
        "components": [
          {
            "internalType": "uint64",
            "name": "height",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timeS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "proposalId",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "old",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "new_",
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
        "internalType": "string",
        "name": "name",
        "type": "string"
      }
    ],
    "name": "parameter",
    "outputs": [
      {
        "internalType": "struct IGovernance.Parameter",
        "name": "",
        "components": [
          {
            "internalType": "string",
            "name": "name",
            "type": "string"
          },
          {
            "internalType": "uint256",
            "name": "value",
            "type": "uint256"
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
            "name": "step",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "cooldownS",
            "type": "uint64"
          },
          {
            "internalType": "enum IGovernance.Scope",
            "name": "scope",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "changedAtS",
            "type": "uint64"
          },
          {
            "internalType": "string",
            "name": "doc",
            "type": "string"
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
    "name": "parameters",
    "outputs": [
      {
        "internalType": "struct IGovernance.Parameter[]",
        "name": "",
        "components": [
          {
            "internalType": "string",
            "name": "name",
            "type": "string"
          },
          {
            "internalType": "uint256",
            "name": "value",
            "type": "uint256"
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
            "name": "step",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "cooldownS",
            "type": "uint64"
          },
          {
            "internalType": "enum IGovernance.Scope",
            "name": "scope",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "changedAtS",
            "type": "uint64"
          },
          {
            "internalType": "string",
            "name": "doc",
            "type": "string"
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
    "name": "params",
    "outputs": [
      {
        "internalType": "struct IGovernance.GovernanceParams",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "depositWeiMin",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "initialDepositBps",
            "type": "uint16"
          },
          {
            "internalType": "uint64",
            "name": "depositPeriodS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "votingPeriodS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timelockS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "executionGraceS",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "quorumBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "thresholdBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "vetoBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "expiredBurnBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "cancelBurnBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "epochBlocks",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "guardian",
            "type": "address"
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
    "name": "pendingChanges",
    "outputs": [
      {
        "internalType": "struct IGovernance.PendingChange[]",
        "name": "",
        "components": [
          {
            "internalType": "string",
            "name": "parameter",
            "type": "string"
          },
          {
            "internalType": "uint256",
            "name": "proposalId",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "effectiveHeight",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "expected",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "value",
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
        "internalType": "struct IGovernance.ParameterChange[]",
        "name": "changes",
        "components": [
          {
            "internalType": "string",
            "name": "parameter",
            "type": "string"
          },
          {
            "internalType": "uint256",
            "name": "expected",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "value",
            "type": "uint256"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "name": "preview",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "proposal",
    "outputs": [
      {
        "internalType": "struct IGovernance.Proposal",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "id",
            "type": "uint256"
          },
          {
            "internalType": "enum IGovernance.Kind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "enum IGovernance.Status",
            "name": "status",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "proposer",
            "type": "address"
          },
          {
            "internalType": "string",
            "name": "title",
            "type": "string"
          },
          {
            "internalType": "string",
            "name": "summary",
            "type": "string"
          },
          {
            "internalType": "struct IGovernance.ParameterChange[]",
            "name": "changes",
            "components": [
              {
                "internalType": "string",
                "name": "parameter",
                "type": "string"
              },
              {
                "internalType": "uint256",
                "name": "expected",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "value",
                "type": "uint256"
              }
            ],
            "type": "tuple[]"
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
          },
          {
            "internalType": "uint256",
            "name": "targetId",
            "type": "uint256"
          },
          {
            "internalType": "string",
            "name": "module",
            "type": "string"
          },
          {
            "internalType": "uint256",
            "name": "depositWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "depositWeiMin",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "submittedS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "depositEndS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "votingStartS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "votingEndS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timelockEndS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "closedS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "snapshotHeight",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "totalPowerWei",
            "type": "uint256"
          },
          {
            "internalType": "struct IGovernance.Tally",
            "name": "tally",
            "components": [
              {
                "internalType": "uint256",
                "name": "yesWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "noWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "abstainWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "vetoWei",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "string",
            "name": "reason",
            "type": "string"
          },
          {
            "internalType": "bytes",
            "name": "callData",
            "type": "bytes"
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
    "name": "proposalCount",
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
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "proposalParams",
    "outputs": [
      {
        "internalType": "struct IGovernance.GovernanceParams",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "depositWeiMin",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "initialDepositBps",
            "type": "uint16"
          },
          {
            "internalType": "uint64",
            "name": "depositPeriodS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "votingPeriodS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timelockS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "executionGraceS",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "quorumBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "thresholdBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "vetoBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "expiredBurnBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "cancelBurnBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "epochBlocks",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "guardian",
            "type": "address"
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
    "name": "proposals",
    "outputs": [
      {
        "internalType": "struct IGovernance.Proposal[]",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "id",
            "type": "uint256"
          },
          {
            "internalType": "enum IGovernance.Kind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "enum IGovernance.Status",
            "name": "status",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "proposer",
            "type": "address"
          },
          {
            "internalType": "string",
            "name": "title",
            "type": "string"
          },
          {
            "internalType": "string",
            "name": "summary",
            "type": "string"
          },
          {
            "internalType": "struct IGovernance.ParameterChange[]",
            "name": "changes",
            "components": [
              {
                "internalType": "string",
                "name": "parameter",
                "type": "string"
              },
              {
                "internalType": "uint256",
                "name": "expected",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "value",
                "type": "uint256"
              }
            ],
            "type": "tuple[]"
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
          },
          {
            "internalType": "uint256",
            "name": "targetId",
            "type": "uint256"
          },
          {
            "internalType": "string",
            "name": "module",
            "type": "string"
          },
          {
            "internalType": "uint256",
            "name": "depositWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "depositWeiMin",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "submittedS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "depositEndS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "votingStartS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "votingEndS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timelockEndS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "closedS",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "snapshotHeight",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "totalPowerWei",
            "type": "uint256"
          },
          {
            "internalType": "struct IGovernance.Tally",
            "name": "tally",
            "components": [
              {
                "internalType": "uint256",
                "name": "yesWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "noWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "abstainWei",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "vetoWei",
                "type": "uint256"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "string",
            "name": "reason",
            "type": "string"
          },
          {
            "internalType": "bytes",
            "name": "callData",
            "type": "bytes"
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
        "internalType": "string",
        "name": "title",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "summary",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "module",
        "type": "string"
      },
      {
        "internalType": "bytes",
        "name": "callData",
        "type": "bytes"
      }
    ],
    "name": "submitCall",
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
        "name": "title",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "summary",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "targetId",
        "type": "uint256"
      }
    ],
    "name": "submitCancel",
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
        "name": "title",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "summary",
        "type": "string"
      },
      {
        "internalType": "struct IGovernance.ParameterChange[]",
        "name": "changes",
        "components": [
          {
            "internalType": "string",
            "name": "parameter",
            "type": "string"
          },
          {
            "internalType": "uint256",
            "name": "expected",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "value",
            "type": "uint256"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "name": "submitParameters",
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
        "name": "title",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "summary",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "module",
        "type": "string"
      }
    ],
    "name": "submitResume",
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
        "name": "title",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "summary",
        "type": "string"
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
    "name": "submitSpend",
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
        "name": "title",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "summary",
        "type": "string"
      }
    ],
    "name": "submitText",
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
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "tally",
    "outputs": [
      {
        "internalType": "struct IGovernance.Tally",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "yesWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "noWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "abstainWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "vetoWei",
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
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "enum IGovernance.Option",
        "name": "option",
        "type": "uint8"
      }
    ],
    "name": "vote",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      }
    ],
    "name": "voteOf",
    "outputs": [
      {
        "internalType": "struct IGovernance.Ballot",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "powerWei",
            "type": "uint256"
          },
          {
            "internalType": "struct IGovernance.WeightedOption[]",
            "name": "options",
            "components": [
              {
                "internalType": "enum IGovernance.Option",
                "name": "option",
                "type": "uint8"
              },
              {
                "internalType": "uint16",
                "name": "weightBps",
                "type": "uint16"
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
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "internalType": "struct IGovernance.WeightedOption[]",
        "name": "options",
        "components": [
          {
            "internalType": "enum IGovernance.Option",
            "name": "option",
            "type": "uint8"
          },
          {
            "internalType": "uint16",
            "name": "weightBps",
            "type": "uint16"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "name": "voteWeighted",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
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
    "name": "votes",
    "outputs": [
      {
        "internalType": "struct IGovernance.VoterBallot[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "voter",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "powerWei",
            "type": "uint256"
          },
          {
            "internalType": "struct IGovernance.WeightedOption[]",
            "name": "options",
            "components": [
              {
                "internalType": "enum IGovernance.Option",
                "name": "option",
                "type": "uint8"
              },
              {
                "internalType": "uint16",
                "name": "weightBps",
                "type": "uint16"
              }
            ],
            "type": "tuple[]"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

/** What viem takes to read, write and watch: `{ ...governance, functionName: ... }`. */
export const governance = { address: governanceAddress, abi: governanceAbi } as const;

/** What a vote says. */
export const Option = {
  YES: 0,
  NO: 1,
  ABSTAIN: 2,
  VETO: 3,
} as const;
export type Option = (typeof Option)[keyof typeof Option];

/** What a proposal does when it is carried out. */
export const Kind = {
  PARAMETERS: 0,
  TREASURY_SPEND: 1,
  TEXT: 2,
  CANCEL: 3,
  RESUME: 4,
  CALL: 5,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/**
 * Where a proposal stands.
 *
 *     DEPOSIT -> VOTING -> TIMELOCK -> EXECUTED | FAILED
 *        |         |          +-> EXPIRED, CANCELLED
 *        |         +-> REJECTED, VETOED, FAILED_QUORUM, CANCELLED
 *        +-> EXPIRED, CANCELLED
 */
export const Status = {
  DEPOSIT: 0,
  VOTING: 1,
  TIMELOCK: 2,
  EXECUTED: 3,
  REJECTED: 4,
  VETOED: 5,
  FAILED_QUORUM: 6,
  FAILED: 7,
  CANCELLED: 8,
  EXPIRED: 9,
} as const;
export type Status = (typeof Status)[keyof typeof Status];

/** When a changed parameter begins to count. */
export const Scope = {
  NOW: 0,
  NEW_ONLY: 1,
  NEXT_EPOCH: 2,
} as const;
export type Scope = (typeof Scope)[keyof typeof Scope];

/** A parameter will change at the beginning of an epoch. */
export interface ChangeScheduledEvent {
  proposalId: bigint;
  parameter: string;
  value: bigint;
  effectiveHeight: bigint;
}

/** Changes that waited for the epoch could not be made; the parameters stay as they are. */
export interface ChangesDroppedEvent {
  proposalId: bigint;
  reason: string;
}

/** Coins were put down for a proposal. */
export interface DepositAddedEvent {
  id: bigint;
  depositor: Address;
  amountWei: bigint;
  totalWei: bigint;
}

/** A vote that was cast lost stake whose owner voted itself. */
export interface OverruledEvent {
  id: bigint;
  validator: Address;
  owner: Address;
  amountWei: bigint;
}

/** A parameter has another value from now on. */
export interface ParameterChangedEvent {
  proposalId: bigint;
  parameter: string;
  old: bigint;
  new_: bigint;
}

/** A proposal was put forward, and its dry run succeeded. */
export interface ProposalSubmittedEvent {
  id: bigint;
  proposer: Address;
  kind: number;
  title: string;
}

/** A proposal went on; `reason` says why where it did not go well. */
export interface StatusChangedEvent {
  id: bigint;
  status: number;
  reason: string;
}

/** A vote was cast, or cast anew. */
export interface VotedEvent {
  id: bigint;
  voter: Address;
  powerWei: bigint;
  options: readonly { option: number; weightBps: number }[];
}

/** The deposit is complete: stake as of the end of block `snapshot_height` may vote. */
export interface VotingStartedEvent {
  id: bigint;
  snapshotHeight: bigint;
  totalPowerWei: bigint;
  votingEndS: bigint;
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

export type GovernanceEvent =
  | { eventName: "ChangeScheduled"; args: ChangeScheduledEvent }
  | { eventName: "ChangesDropped"; args: ChangesDroppedEvent }
  | { eventName: "DepositAdded"; args: DepositAddedEvent }
  | { eventName: "Overruled"; args: OverruledEvent }
  | { eventName: "ParameterChanged"; args: ParameterChangedEvent }
  | { eventName: "ProposalSubmitted"; args: ProposalSubmittedEvent }
  | { eventName: "StatusChanged"; args: StatusChangedEvent }
  | { eventName: "Voted"; args: VotedEvent }
  | { eventName: "VotingStarted"; args: VotingStartedEvent }
  | { eventName: "CoinsMoved"; args: CoinsMovedEvent }
  | { eventName: "ModulePaused"; args: ModulePausedEvent }
  | { eventName: "ModuleResumed"; args: ModuleResumedEvent }
  | { eventName: "TimerFailed"; args: TimerFailedEvent };

/** This method is not one that a passed proposal calls. */
export interface NotGovernedRefusal {
  module: string;
  method: string;
}

/** No module has a parameter of this name. */
export interface UnknownParameterRefusal {
  parameter: string;
}

/** This module is not paused. */
export interface NotPausedRefusal {
  module: string;
}

/** No module has this name. */
export interface UnknownModuleRefusal {
  module: string;
}

/** A vote names 1 to 4 different options with weights above zero that sum to 10,000 bps. */
export interface BallotInvalidRefusal {
  options: bigint;
  sumBps: bigint;
}

/** A proposal's call has at most so many bytes of data. */
export interface CallTooLongRefusal {
  bytesMax: bigint;
  foundBytes: bigint;
}

/** A proposal changes 1 to 32 parameters, each named by at most 64 bytes. */
export interface ChangesInvalidRefusal {
  maximum: bigint;
  found: bigint;
}

/** The parameters may not be changed so. */
export interface ChangesRefusedRefusal {
  reason: string;
}

/** A deposit must be at least this much, or complete what is missing. */
export interface DepositTooSmallRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** The proposal could not be carried out as things stand. */
export interface DryRunFailedRefusal {
  reason: string;
}

/** The guardian may not cancel a proposal about the guardian. */
export interface GuardianConcernedRefusal {
  id: bigint;
}

/** An invariant would not hold any more. */
export interface InvariantBrokenRefusal {
  invariant: string;
}

/** Only its proposer, before it passed, or the guardian may cancel a proposal. */
export interface NotCancellerRefusal {
  id: bigint;
}

/** The account had no stake bonded, and none behind it, when voting began. */
export interface NoVotingPowerRefusal {
  snapshotHeight: bigint;
}

/** The period for this ended. */
export interface PeriodOverRefusal {
  endedS: bigint;
}

/** A proposal in this status does not allow it. */
export interface StatusWrongRefusal {
  id: bigint;
  status: number;
}

/** Only another proposal that is not yet carried out can be cancelled. */
export interface TargetNotOpenRefusal {
  id: bigint;
}

/** A title is 1 to 128 bytes of UTF-8, a summary at most 4,096. */
export interface TextInvalidRefusal {
  field: string;
  bytesMax: bigint;
  foundBytes: bigint;
}

/** So many proposals are open; wait until some are decided. */
export interface TooManyOpenProposalsRefusal {
  maximum: bigint;
}

/** No proposal has this number. */
export interface UnknownProposalRefusal {
  id: bigint;
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

export type GovernanceRefusal =
  | { errorName: "NotGoverned"; args: NotGovernedRefusal }
  | { errorName: "UnknownParameter"; args: UnknownParameterRefusal }
  | { errorName: "NotPaused"; args: NotPausedRefusal }
  | { errorName: "UnknownModule"; args: UnknownModuleRefusal }
  | { errorName: "BallotInvalid"; args: BallotInvalidRefusal }
  | { errorName: "CallTooLong"; args: CallTooLongRefusal }
  | { errorName: "ChangesInvalid"; args: ChangesInvalidRefusal }
  | { errorName: "ChangesRefused"; args: ChangesRefusedRefusal }
  | { errorName: "DepositTooSmall"; args: DepositTooSmallRefusal }
  | { errorName: "DryRunFailed"; args: DryRunFailedRefusal }
  | { errorName: "GuardianConcerned"; args: GuardianConcernedRefusal }
  | { errorName: "InvariantBroken"; args: InvariantBrokenRefusal }
  | { errorName: "NotCanceller"; args: NotCancellerRefusal }
  | { errorName: "NoVotingPower"; args: NoVotingPowerRefusal }
  | { errorName: "PeriodOver"; args: PeriodOverRefusal }
  | { errorName: "StatusWrong"; args: StatusWrongRefusal }
  | { errorName: "TargetNotOpen"; args: TargetNotOpenRefusal }
  | { errorName: "TextInvalid"; args: TextInvalidRefusal }
  | { errorName: "TooManyOpenProposals"; args: TooManyOpenProposalsRefusal }
  | { errorName: "UnknownProposal"; args: UnknownProposalRefusal }
  | { errorName: "Paused"; args: PausedRefusal }
  | { errorName: "NotPayable"; args: NotPayableRefusal }
  | { errorName: "InsufficientCoins"; args: InsufficientCoinsRefusal }
  | { errorName: "Unauthorized"; args: UnauthorizedRefusal }
  | { errorName: "DelegatecallRefused"; args: DelegatecallRefusedRefusal }
  | { errorName: "Reentered"; args: ReenteredRefusal }
  | { errorName: "AddressTaken"; args: AddressTakenRefusal };
