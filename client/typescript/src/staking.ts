// Rendered from modules/staking/module.py by `python -m cli.render`; not to be edited.
import type { Address, Hex } from "viem";

/** Staking: who validates, with how much at stake, and who votes with it. */
export const stakingAddress = "0x0000000000000000000000000000000000000800" as const;

export const stakingAbi = [
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
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "AlreadyValidator",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "bondWeiMin",
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
        "name": "neededWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "CandidatesFull",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "allowedS",
        "type": "uint64"
      }
    ],
    "name": "CommissionChangedRecently",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint16",
        "name": "maximumBps",
        "type": "uint16"
      },
      {
        "internalType": "uint16",
        "name": "foundBps",
        "type": "uint16"
      }
    ],
    "name": "CommissionStepTooBig",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint16",
        "name": "maximumBps",
        "type": "uint16"
      },
      {
        "internalType": "uint16",
        "name": "foundBps",
        "type": "uint16"
      }
    ],
    "name": "CommissionTooHigh",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "consensusAddress",
        "type": "address"
      }
    ],
    "name": "ConsensusAddressTaken",
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
        "internalType": "uint64",
        "name": "current",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "found",
        "type": "uint64"
      }
    ],
    "name": "FaultNotPast",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "current",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "found",
        "type": "uint64"
      }
    ],
    "name": "HeightNotPast",
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
    "name": "MonikerTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "NotJailed",
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
        "internalType": "address",
        "name": "consensusAddress",
        "type": "address"
      },
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "ProofInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "RedelegationInFlight",
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
        "name": "allowedS",
        "type": "uint64"
      }
    ],
    "name": "RotatedRecently",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "SameValidator",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "SharesWorthless",
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
    "name": "StakeTooSmall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "Tombstoned",
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
    "name": "TooManyDelegations",
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
    "name": "TooManyEntries",
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
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "UnknownValidator",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ZeroAmount",
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
        "internalType": "bool",
        "name": "isCandidate",
        "type": "bool"
      }
    ],
    "name": "CandidacyChanged",
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
        "name": "validator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "oldBps",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "newBps",
        "type": "uint16"
      }
    ],
    "name": "CommissionChanged",
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
        "name": "oldAddress",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "newAddress",
        "type": "address"
      }
    ],
    "name": "ConsensusKeyRotated",
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
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "Delegated",
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
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "maturesS",
        "type": "uint64"
      }
    ],
    "name": "Redelegated",
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
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "RedelegationSlashed",
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
        "internalType": "uint64",
        "name": "faultHeight",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "fractionBps",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
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
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum IStaking.Standing",
        "name": "standing",
        "type": "uint8"
      }
    ],
    "name": "StandingChanged",
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
        "name": "delegator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "UnbondingFinished",
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
        "indexed": false,
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "UnbondingSlashed",
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
        "internalType": "uint256",
        "name": "id",
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
        "name": "maturesS",
        "type": "uint64"
      }
    ],
    "name": "UnbondingStarted",
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
        "internalType": "string",
        "name": "moniker",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "commissionBps",
        "type": "uint16"
      }
    ],
    "name": "ValidatorCreated",
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
        "internalType": "string",
        "name": "moniker",
        "type": "string"
      }
    ],
    "name": "ValidatorEdited",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "validators",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "power",
        "type": "uint256"
      }
    ],
    "name": "ValidatorSetChanged",
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
    "name": "commissionOf",
    "outputs": [
      {
        "internalType": "uint16",
        "name": "",
        "type": "uint16"
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
    "name": "consensusAddressOf",
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
    "inputs": [],
    "name": "consensusSet",
    "outputs": [
      {
        "internalType": "struct IStaking.ValidatorPower[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "validator",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "power",
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
        "name": "moniker",
        "type": "string"
      },
      {
        "internalType": "uint16",
        "name": "commissionBps",
        "type": "uint16"
      },
      {
        "internalType": "uint16",
        "name": "commissionBpsMax",
        "type": "uint16"
      },
      {
        "internalType": "uint16",
        "name": "commissionChangeBpsMax",
        "type": "uint16"
      }
    ],
    "name": "createValidator",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "moniker",
        "type": "string"
      },
      {
        "internalType": "uint16",
        "name": "commissionBps",
        "type": "uint16"
      },
      {
        "internalType": "uint16",
        "name": "commissionBpsMax",
        "type": "uint16"
      },
      {
        "internalType": "uint16",
        "name": "commissionChangeBpsMax",
        "type": "uint16"
      },
      {
        "internalType": "address",
        "name": "consensusAddress",
        "type": "address"
      },
      {
        "internalType": "bytes",
        "name": "proof",
        "type": "bytes"
      }
    ],
    "name": "createValidatorWithKey",
    "outputs": [],
    "stateMutability": "payable",
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
    "name": "delegate",
    "outputs": [],
    "stateMutability": "payable",
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
    "name": "delegation",
    "outputs": [
      {
        "internalType": "struct IStaking.Delegation",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "delegator",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "validator",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "shares",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "amountWei",
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
        "name": "delegator",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      }
    ],
    "name": "delegationAt",
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
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      }
    ],
    "name": "delegationsAt",
    "outputs": [
      {
        "internalType": "struct IStaking.Delegation[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "delegator",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "validator",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "shares",
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
    "name": "delegationsOf",
    "outputs": [
      {
        "internalType": "struct IStaking.Delegation[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "delegator",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "validator",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "shares",
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
        "internalType": "address",
        "name": "validator",
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
    "name": "delegationsTo",
    "outputs": [
      {
        "internalType": "struct IStaking.Delegation[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "delegator",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "validator",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "shares",
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
        "internalType": "string",
        "name": "moniker",
        "type": "string"
      }
    ],
    "name": "editValidator",
    "outputs": [],
    "stateMutability": "nonpayable",
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
        "internalType": "address",
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "keyProofDigest",
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
        "internalType": "address",
        "name": "consensusAddress",
        "type": "address"
      }
    ],
    "name": "operatorOf",
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
    "name": "operators",
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
    "inputs": [],
    "name": "params",
    "outputs": [
      {
        "internalType": "struct IStaking.StakingParams",
        "name": "",
        "components": [
          {
            "internalType": "uint64",
            "name": "unbondingS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "bondWeiMin",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "validatorsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "unbondingEntriesMax",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "commissionBpsMax",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "commissionChangeBpsMax",
            "type": "uint16"
          },
          {
            "internalType": "uint64",
            "name": "rotationCooldownS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "tier1Wei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "tier2Wei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "tier3Wei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "tier4Wei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "tier5Wei",
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
        "name": "account",
        "type": "address"
      }
    ],
    "name": "powerOf",
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
      },
      {
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      }
    ],
    "name": "powerOfAt",
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
        "name": "source",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "target",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "redelegate",
    "outputs": [],
    "stateMutability": "nonpayable",
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
    "name": "redelegationsOf",
    "outputs": [
      {
        "internalType": "struct IStaking.Redelegation[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "delegator",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "source",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "target",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "amountWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "startedHeight",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "maturesS",
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
    "inputs": [
      {
        "internalType": "address",
        "name": "consensusAddress",
        "type": "address"
      },
      {
        "internalType": "bytes",
        "name": "proof",
        "type": "bytes"
      }
    ],
    "name": "rotateConsensusKey",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint16",
        "name": "commissionBps",
        "type": "uint16"
      }
    ],
    "name": "setCommission",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "validator",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "delegator",
        "type": "address"
      }
    ],
    "name": "sharesOf",
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
    "name": "standingOf",
    "outputs": [
      {
        "internalType": "enum IStaking.Standing",
        "name": "",
        "type": "uint8"
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
    "name": "tierOf",
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
    "name": "totalBonded",
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
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      }
    ],
    "name": "totalPowerAt",
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
    "name": "totalShares",
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
    "name": "totalSlashed",
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
    "name": "totalUnbonding",
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
    "name": "unbondingsOf",
    "outputs": [
      {
        "internalType": "struct IStaking.Unbonding[]",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "id",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "delegator",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "validator",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "amountWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "startedHeight",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "maturesS",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "initialWei",
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
        "name": "validator",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "undelegate",
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
        "name": "validator",
        "type": "address"
      }
    ],
    "name": "validator",
    "outputs": [
      {
        "internalType": "struct IStaking.Validator",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "validator",
            "type": "address"
          },
          {
            "internalType": "string",
            "name": "moniker",
            "type": "string"
          },
          {
            "internalType": "uint256",
            "name": "tokensWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "shares",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "selfBondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "commissionBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "commissionBpsMax",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "commissionChangeBpsMax",
            "type": "uint16"
          },
          {
            "internalType": "uint64",
            "name": "commissionChangedS",
            "type": "uint64"
          },
          {
            "internalType": "bool",
            "name": "isCandidate",
            "type": "bool"
          },
          {
            "internalType": "bool",
            "name": "isElected",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "consensusAddress",
            "type": "address"
          },
          {
            "internalType": "enum IStaking.Standing",
            "name": "standing",
            "type": "uint8"
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
      },
      {
        "internalType": "uint64",
        "name": "height",
        "type": "uint64"
      }
    ],
    "name": "validatorPowerAt",
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
    "name": "validatorSet",
    "outputs": [
      {
        "internalType": "struct IStaking.ValidatorPower[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "validator",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "power",
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
        "name": "offset",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "validators",
    "outputs": [
      {
        "internalType": "struct IStaking.Validator[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "validator",
            "type": "address"
          },
          {
            "internalType": "string",
            "name": "moniker",
            "type": "string"
          },
          {
            "internalType": "uint256",
            "name": "tokensWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "shares",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "selfBondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "commissionBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "commissionBpsMax",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "commissionChangeBpsMax",
            "type": "uint16"
          },
          {
            "internalType": "uint64",
            "name": "commissionChangedS",
            "type": "uint64"
          },
          {
            "internalType": "bool",
            "name": "isCandidate",
            "type": "bool"
          },
          {
            "internalType": "bool",
            "name": "isElected",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "consensusAddress",
            "type": "address"
          },
          {
            "internalType": "enum IStaking.Standing",
            "name": "standing",
            "type": "uint8"
          }
        ],
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

/** What viem takes to read, write and watch: `{ ...staking, functionName: ... }`. */
export const staking = { address: stakingAddress, abi: stakingAbi } as const;

/** Whether a validator may compete for the set. */
export const Standing = {
  FREE: 0,
  JAILED: 1,
  TOMBSTONED: 2,
} as const;
export type Standing = (typeof Standing)[keyof typeof Standing];

/** An account became a validator. */
export interface ValidatorCreatedEvent {
  validator: Address;
  moniker: string;
  commissionBps: number;
}

/** A validator renamed itself. */
export interface ValidatorEditedEvent {
  validator: Address;
  moniker: string;
}

/** A validator takes another share of its delegators' rewards from now on. */
export interface CommissionChangedEvent {
  validator: Address;
  oldBps: number;
  newBps: number;
}

/** A validator began, or ceased, to compete for the set. */
export interface CandidacyChangedEvent {
  validator: Address;
  isCandidate: boolean;
}

/** Stake was added behind a validator. */
export interface DelegatedEvent {
  delegator: Address;
  validator: Address;
  amountWei: bigint;
}

/** Stake left a validator and waits to be paid. */
export interface UnbondingStartedEvent {
  delegator: Address;
  validator: Address;
  id: bigint;
  amountWei: bigint;
  maturesS: bigint;
}

/** Stake that waited was paid to its owner. */
export interface UnbondingFinishedEvent {
  delegator: Address;
  id: bigint;
  amountWei: bigint;
}

/** Stake went from one validator to another without leaving the bond. */
export interface RedelegatedEvent {
  delegator: Address;
  source: Address;
  target: Address;
  amountWei: bigint;
  maturesS: bigint;
}

/** Another set of validators, or other powers, was elected. */
export interface ValidatorSetChangedEvent {
  validators: bigint;
  power: bigint;
}

/** A validator signs with another key as soon as the set that names it decides. */
export interface ConsensusKeyRotatedEvent {
  validator: Address;
  oldAddress: Address;
  newAddress: Address;
}

/** A validator was jailed, freed, or shut out for good. */
export interface StandingChangedEvent {
  validator: Address;
  standing: number;
}

/** Stake behind a validator was destroyed for a fault; what had left it follows on its own. */
export interface SlashedEvent {
  validator: Address;
  faultHeight: bigint;
  fractionBps: number;
  amountWei: bigint;
}

/** Stake on its way back was destroyed for a fault from before it left. */
export interface UnbondingSlashedEvent {
  delegator: Address;
  id: bigint;
  amountWei: bigint;
}

/** Stake that went to another validator was destroyed for a fault from before it left. */
export interface RedelegationSlashedEvent {
  delegator: Address;
  source: Address;
  target: Address;
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

export type StakingEvent =
  | { eventName: "ValidatorCreated"; args: ValidatorCreatedEvent }
  | { eventName: "ValidatorEdited"; args: ValidatorEditedEvent }
  | { eventName: "CommissionChanged"; args: CommissionChangedEvent }
  | { eventName: "CandidacyChanged"; args: CandidacyChangedEvent }
  | { eventName: "Delegated"; args: DelegatedEvent }
  | { eventName: "UnbondingStarted"; args: UnbondingStartedEvent }
  | { eventName: "UnbondingFinished"; args: UnbondingFinishedEvent }
  | { eventName: "Redelegated"; args: RedelegatedEvent }
  | { eventName: "ValidatorSetChanged"; args: ValidatorSetChangedEvent }
  | { eventName: "ConsensusKeyRotated"; args: ConsensusKeyRotatedEvent }
  | { eventName: "StandingChanged"; args: StandingChangedEvent }
  | { eventName: "Slashed"; args: SlashedEvent }
  | { eventName: "UnbondingSlashed"; args: UnbondingSlashedEvent }
  | { eventName: "RedelegationSlashed"; args: RedelegationSlashedEvent }
  | { eventName: "CoinsMoved"; args: CoinsMovedEvent }
  | { eventName: "ModulePaused"; args: ModulePausedEvent }
  | { eventName: "ModuleResumed"; args: ModuleResumedEvent }
  | { eventName: "TimerFailed"; args: TimerFailedEvent };

/** This account is a validator already. */
export interface AlreadyValidatorRefusal {
  validator: Address;
}

/** No validator has this address. */
export interface UnknownValidatorRefusal {
  validator: Address;
}

/** A validator must itself stake more than this. */
export interface BondTooSmallRefusal {
  bondWeiMin: bigint;
  foundWei: bigint;
}

/** All candidates' places are taken, and the weakest candidate has at least this stake. */
export interface CandidatesFullRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** A moniker must be shorter than this. */
export interface MonikerTooLongRefusal {
  bytesMax: bigint;
  foundBytes: bigint;
}

/** This commission is above the most that is allowed. */
export interface CommissionTooHighRefusal {
  maximumBps: number;
  foundBps: number;
}

/** The commission may not move this far at once. */
export interface CommissionStepTooBigRefusal {
  maximumBps: number;
  foundBps: number;
}

/** The commission may change again only at this time. */
export interface CommissionChangedRecentlyRefusal {
  allowedS: bigint;
}

/** An amount above zero is needed. */
export interface ZeroAmountRefusal {
}

/** An account may delegate to no more validators than this. */
export interface TooManyDelegationsRefusal {
  maximum: bigint;
}

/** The delegation is smaller than the amount asked for. */
export interface StakeTooSmallRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** No more stake of one delegator may be in flight at this validator until some matures. */
export interface TooManyEntriesRefusal {
  maximum: bigint;
}

/** Stake cannot be redelegated to where it is. */
export interface SameValidatorRefusal {
  validator: Address;
}

/** Stake arrived at this validator by redelegation and may not go on before it matures. */
export interface RedelegationInFlightRefusal {
  validator: Address;
}

/** Voting power is known of past heights only. */
export interface HeightNotPastRefusal {
  current: bigint;
  found: bigint;
}

/** Slashes left so little behind this validator that nobody can join the stake any more. */
export interface SharesWorthlessRefusal {
  validator: Address;
}

/** This consensus address was used before; each is used by one validator, once. */
export interface ConsensusAddressTakenRefusal {
  consensusAddress: Address;
}

/** The proof is not signed by the key of the new consensus address. */
export interface ProofInvalidRefusal {
  consensusAddress: Address;
  reason: string;
}

/** The consensus key may change again only at this time. */
export interface RotatedRecentlyRefusal {
  allowedS: bigint;
}

/** This validator is not jailed. */
export interface NotJailedRefusal {
  validator: Address;
}

/** This validator broke consensus and is shut out for good. */
export interface TombstonedRefusal {
  validator: Address;
}

/** A fault can be punished only after it happened. */
export interface FaultNotPastRefusal {
  current: bigint;
  found: bigint;
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

export type StakingRefusal =
  | { errorName: "AlreadyValidator"; args: AlreadyValidatorRefusal }
  | { errorName: "UnknownValidator"; args: UnknownValidatorRefusal }
  | { errorName: "BondTooSmall"; args: BondTooSmallRefusal }
  | { errorName: "CandidatesFull"; args: CandidatesFullRefusal }
  | { errorName: "MonikerTooLong"; args: MonikerTooLongRefusal }
  | { errorName: "CommissionTooHigh"; args: CommissionTooHighRefusal }
  | { errorName: "CommissionStepTooBig"; args: CommissionStepTooBigRefusal }
  | { errorName: "CommissionChangedRecently"; args: CommissionChangedRecentlyRefusal }
  | { errorName: "ZeroAmount"; args: ZeroAmountRefusal }
  | { errorName: "TooManyDelegations"; args: TooManyDelegationsRefusal }
  | { errorName: "StakeTooSmall"; args: StakeTooSmallRefusal }
  | { errorName: "TooManyEntries"; args: TooManyEntriesRefusal }
  | { errorName: "SameValidator"; args: SameValidatorRefusal }
  | { errorName: "RedelegationInFlight"; args: RedelegationInFlightRefusal }
  | { errorName: "HeightNotPast"; args: HeightNotPastRefusal }
  | { errorName: "SharesWorthless"; args: SharesWorthlessRefusal }
  | { errorName: "ConsensusAddressTaken"; args: ConsensusAddressTakenRefusal }
  | { errorName: "ProofInvalid"; args: ProofInvalidRefusal }
  | { errorName: "RotatedRecently"; args: RotatedRecentlyRefusal }
  | { errorName: "NotJailed"; args: NotJailedRefusal }
  | { errorName: "Tombstoned"; args: TombstonedRefusal }
  | { errorName: "FaultNotPast"; args: FaultNotPastRefusal }
  | { errorName: "Paused"; args: PausedRefusal }
  | { errorName: "NotPayable"; args: NotPayableRefusal }
  | { errorName: "InsufficientCoins"; args: InsufficientCoinsRefusal }
  | { errorName: "Unauthorized"; args: UnauthorizedRefusal }
  | { errorName: "DelegatecallRefused"; args: DelegatecallRefusedRefusal }
  | { errorName: "Reentered"; args: ReenteredRefusal }
  | { errorName: "AddressTaken"; args: AddressTakenRefusal };
