// Rendered from modules/verification/module.py by `python -m cli.render`; not to be edited.
import type { Address, Hex } from "viem";

/** Verification: whether work is what was asked for, by levels that anybody may raise. */
export const verificationAddress = "0x0000000000000000000000000000000000000a01" as const;

export const verificationAbi = [
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
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "AlreadyRevealed",
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
    "name": "AlreadySealed",
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
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "CanaryInvalid",
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
    "name": "FeeMissing",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "namedWei",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "foundWei",
        "type": "uint256"
      }
    ],
    "name": "ForfeitMissing",
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
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "enum IVerification.Level",
        "name": "decided",
        "type": "uint8"
      },
      {
        "internalType": "enum IVerification.Level",
        "name": "found",
        "type": "uint8"
      }
    ],
    "name": "LevelTooLow",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "earlier",
        "type": "uint256"
      }
    ],
    "name": "LinkInvalid",
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
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "NotRevealed",
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
    "name": "NotSealed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingSent",
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
    "name": "SealWrong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "enum IVerification.Side",
        "name": "side",
        "type": "uint8"
      }
    ],
    "name": "SideInvalid",
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
    "name": "StepWrong",
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
    "name": "TermsInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "enum IVerification.Role",
        "name": "role",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "needed",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "TooFewMembers",
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
    "name": "TooManyCases",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "enum IVerification.Level",
        "name": "level",
        "type": "uint8"
      }
    ],
    "name": "TooManyRounds",
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
    "name": "TooMuchEvidence",
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
    "name": "TraceMissing",
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
    "name": "TraceWrong",
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
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "UnknownClaim",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "VoteInvalid",
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
    "name": "WitnessWrong",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "AskerFailed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
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
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum IVerification.BondEnd",
        "name": "end",
        "type": "uint8"
      }
    ],
    "name": "BondMoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
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
        "internalType": "bool",
        "name": "wasCaught",
        "type": "bool"
      }
    ],
    "name": "CanaryOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
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
        "internalType": "enum IVerification.Level",
        "name": "level",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum IVerification.Side",
        "name": "side",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      }
    ],
    "name": "Challenged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum IVerification.ClaimState",
        "name": "state",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "outcomeBps",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "deadline",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "cause",
        "type": "string"
      }
    ],
    "name": "ClaimMoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "asker",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "worker",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "subject",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum IVerification.Level",
        "name": "level",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "valueWei",
        "type": "uint256"
      }
    ],
    "name": "ClaimOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "outcomeBps",
        "type": "uint16"
      }
    ],
    "name": "ClaimRuled",
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
    "name": "Deposited",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
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
        "name": "round",
        "type": "uint256"
      }
    ],
    "name": "Drawn",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "author",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "digest",
        "type": "bytes32"
      }
    ],
    "name": "EvidenceAdded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "low",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "high",
        "type": "uint256"
      }
    ],
    "name": "HalfChosen",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "auditor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "JackpotPaid",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "earlier",
        "type": "uint256"
      }
    ],
    "name": "Linked",
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
        "internalType": "enum IVerification.Role",
        "name": "role",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum IVerification.MemberState",
        "name": "state",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      }
    ],
    "name": "MemberMoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "step",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "stateHash",
        "type": "bytes32"
      }
    ],
    "name": "MiddlePosted",
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
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "worker",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bondWei",
        "type": "uint256"
      }
    ],
    "name": "Responded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "worker",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "digest",
        "type": "bytes32"
      }
    ],
    "name": "Revealed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "round",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "enum IVerification.Level",
        "name": "level",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum IVerification.Choice",
        "name": "choice",
        "type": "uint8"
      }
    ],
    "name": "RoundDecided",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "isAudited",
        "type": "bool"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "rateBps",
        "type": "uint16"
      }
    ],
    "name": "Sampled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
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
        "name": "round",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "earnedWei",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "lostWei",
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
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "step",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "claimed",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "found",
        "type": "bytes32"
      }
    ],
    "name": "StepExecuted",
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
        "name": "claim",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "earlier",
        "type": "uint256"
      }
    ],
    "name": "Voided",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
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
        "name": "round",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "VoteOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "claim",
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
        "name": "round",
        "type": "uint256"
      }
    ],
    "name": "VoteSealed",
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
    "name": "Withdrawn",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "accept",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "digest",
        "type": "bytes32"
      }
    ],
    "name": "addEvidence",
    "outputs": [],
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
    "name": "auditRate",
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
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "enum IVerification.Level",
        "name": "level",
        "type": "uint8"
      },
      {
        "internalType": "enum IVerification.Side",
        "name": "side",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "challenge",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "enum IVerification.Level",
        "name": "level",
        "type": "uint8"
      }
    ],
    "name": "challengePrice",
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
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "bool",
        "name": "agreesToMiddle",
        "type": "bool"
      }
    ],
    "name": "chooseHalf",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "claim",
    "outputs": [
      {
        "internalType": "struct IVerification.Claim",
        "name": "",
        "components": [
          {
            "internalType": "enum IVerification.Kind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "asker",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "subject",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "worker",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "payer",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "seal",
            "type": "bytes32"
          },
          {
            "internalType": "struct IVerification.ClaimTerms",
            "name": "terms",
            "components": [
              {
                "internalType": "enum IVerification.Level",
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
            "name": "valueWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "rules",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "opened",
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
    "name": "claimCount",
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
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "clocks",
    "outputs": [
      {
        "internalType": "struct IVerification.Clocks",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "deadlineBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "workerBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "challengerBlocks",
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
    "name": "deposit",
    "outputs": [],
    "stateMutability": "payable",
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
    "name": "dutiesOf",
    "outputs": [
      {
        "internalType": "struct IVerification.Duty[]",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "claim",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "round",
            "type": "uint256"
          },
          {
            "internalType": "enum IVerification.ClaimState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "deadline",
            "type": "uint64"
          },
          {
            "internalType": "bool",
            "name": "isSealed",
            "type": "bool"
          },
          {
            "internalType": "bool",
            "name": "isOpened",
            "type": "bool"
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
        "name": "claim",
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
    "name": "evidence",
    "outputs": [
      {
        "internalType": "struct IVerification.Evidence[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "author",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "digest",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "height",
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
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "execute",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "struct IVerification.ClaimTerms",
        "name": "terms",
        "components": [
          {
            "internalType": "enum IVerification.Level",
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
        "name": "valueWei",
        "type": "uint256"
      }
    ],
    "name": "feeWei",
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
    "name": "free",
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
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "game",
    "outputs": [
      {
        "internalType": "struct IVerification.Game",
        "name": "",
        "components": [
          {
            "internalType": "enum IVerification.GameState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "low",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "high",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "lowHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "highHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "middleHash",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "workerLeft",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "challengerLeft",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "turnBegan",
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
    "name": "holdings",
    "outputs": [
      {
        "internalType": "struct IVerification.Totals",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "freeWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "bondsWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "membersWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "feesWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "canaryWei",
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
        "internalType": "enum IVerification.Role",
        "name": "role",
        "type": "uint8"
      }
    ],
    "name": "join",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "earlier",
        "type": "uint256"
      }
    ],
    "name": "link",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "enum IVerification.Role",
        "name": "role",
        "type": "uint8"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "member",
    "outputs": [
      {
        "internalType": "struct IVerification.Member",
        "name": "",
        "components": [
          {
            "internalType": "enum IVerification.MemberState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "bondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "leaves",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "duties",
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
        "internalType": "enum IVerification.Role",
        "name": "role",
        "type": "uint8"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "memberStatsOf",
    "outputs": [
      {
        "internalType": "struct IVerification.MemberStats",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "seats",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "coherent",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "incoherent",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "missed",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lostWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "earnedWei",
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
        "internalType": "enum IVerification.Role",
        "name": "role",
        "type": "uint8"
      }
    ],
    "name": "memberWeight",
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
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "openCanary",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "openVote",
    "outputs": [],
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
    "name": "overturnRate",
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
    "inputs": [],
    "name": "params",
    "outputs": [
      {
        "internalType": "struct IVerification.VerificationParams",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "drawBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "revealBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "challengeBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "respondBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evidenceBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "voteBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "openBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "clockBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "bondBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "bondWeiMin",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "appealBondBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "seatFeeWei",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "replicaBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "auditors",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "attestors",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "jurors",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "appealsMax",
            "type": "uint256"
          },
          {
            "internalType": "uint16",
            "name": "auditBpsMin",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "auditBpsMax",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "penaltyBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "canaryPenaltyBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "canaryShareBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "jackpotBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "winnerBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "votersBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "burnBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "openCasesMax",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "memberBondWeiMin",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "seatStakeWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "unbondingBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "retryBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "memberPolicy",
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
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "stateHash",
        "type": "bytes32"
      }
    ],
    "name": "postMiddle",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "struct IVerification.Witness",
        "name": "witness",
        "components": [
          {
            "internalType": "struct IVerification.MachineState",
            "name": "state",
            "components": [
              {
                "internalType": "bytes32",
                "name": "code",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "memory_",
                "type": "bytes32"
              },
              {
                "internalType": "uint256",
                "name": "counter",
                "type": "uint256"
              },
              {
                "internalType": "bool",
                "name": "isHalted",
                "type": "bool"
              },
              {
                "internalType": "uint256[]",
                "name": "registers",
                "type": "uint256[]"
              }
            ],
            "type": "tuple"
          },
          {
            "internalType": "uint256",
            "name": "instruction",
            "type": "uint256"
          },
          {
            "internalType": "bytes32[]",
            "name": "codeProof",
            "type": "bytes32[]"
          },
          {
            "internalType": "uint256",
            "name": "word",
            "type": "uint256"
          },
          {
            "internalType": "bytes32[]",
            "name": "memoryProof",
            "type": "bytes32[]"
          }
        ],
        "type": "tuple"
      }
    ],
    "name": "proveStep",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "enum IVerification.Role",
        "name": "role",
        "type": "uint8"
      }
    ],
    "name": "resign",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "respond",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "digest",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "reveal",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "steps",
        "type": "uint256"
      },
      {
        "internalType": "struct IVerification.MachineState",
        "name": "end",
        "components": [
          {
            "internalType": "bytes32",
            "name": "code",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "memory_",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "counter",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "isHalted",
            "type": "bool"
          },
          {
            "internalType": "uint256[]",
            "name": "registers",
            "type": "uint256[]"
          }
        ],
        "type": "tuple"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "revealTrace",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "roundsOf",
    "outputs": [
      {
        "internalType": "struct IVerification.Round[]",
        "name": "",
        "components": [
          {
            "internalType": "enum IVerification.Level",
            "name": "level",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "size",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "challenger",
            "type": "address"
          },
          {
            "internalType": "enum IVerification.Side",
            "name": "side",
            "type": "uint8"
          },
          {
            "internalType": "uint16",
            "name": "beforeBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "bondWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "respondentWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "feeWei",
            "type": "uint256"
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
            "internalType": "uint256",
            "name": "against",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "split",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "worker",
            "type": "uint256"
          },
          {
            "internalType": "enum IVerification.Choice",
            "name": "choice",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "digest",
            "type": "bytes32"
          },
          {
            "internalType": "bool",
            "name": "isRedraw",
            "type": "bool"
          },
          {
            "internalType": "bool",
            "name": "isStalled",
            "type": "bool"
          },
          {
            "internalType": "bool",
            "name": "isCanary",
            "type": "bool"
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
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "seal",
        "type": "bytes32"
      }
    ],
    "name": "sealVote",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "roundIndex",
        "type": "uint256"
      }
    ],
    "name": "seatsOf",
    "outputs": [
      {
        "internalType": "struct IVerification.Seat[]",
        "name": "",
        "components": [
          {
            "internalType": "address",
            "name": "voter",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "isOpened",
            "type": "bool"
          },
          {
            "internalType": "enum IVerification.Choice",
            "name": "choice",
            "type": "uint8"
          },
          {
            "internalType": "uint256",
            "name": "stakeWei",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "seal",
            "type": "bytes32"
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
        "internalType": "uint256",
        "name": "claim",
        "type": "uint256"
      }
    ],
    "name": "standing",
    "outputs": [
      {
        "internalType": "struct IVerification.Progress",
        "name": "",
        "components": [
          {
            "internalType": "enum IVerification.ClaimState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "deadline",
            "type": "uint64"
          },
          {
            "internalType": "uint16",
            "name": "outcomeBps",
            "type": "uint16"
          },
          {
            "internalType": "enum IVerification.Level",
            "name": "level",
            "type": "uint8"
          },
          {
            "internalType": "bool",
            "name": "isDecided",
            "type": "bool"
          },
          {
            "internalType": "bool",
            "name": "isRevealed",
            "type": "bool"
          },
          {
            "internalType": "bool",
            "name": "isCanary",
            "type": "bool"
          },
          {
            "internalType": "bool",
            "name": "isDisputed",
            "type": "bool"
          },
          {
            "internalType": "uint16",
            "name": "judgedBps",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "rateBps",
            "type": "uint16"
          },
          {
            "internalType": "uint256",
            "name": "rounds",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "executed",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "attempts",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "feeWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "paidWei",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "earlier",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "pausedBlocks",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "steps",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "digest",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "traceEnd",
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
        "name": "claim",
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
    "name": "timeline",
    "outputs": [
      {
        "internalType": "struct IVerification.Moment[]",
        "name": "",
        "components": [
          {
            "internalType": "uint64",
            "name": "height",
            "type": "uint64"
          },
          {
            "internalType": "enum IVerification.ClaimState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint16",
            "name": "outcomeBps",
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
        "internalType": "enum IVerification.Role",
        "name": "role",
        "type": "uint8"
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
        "name": "amountWei",
        "type": "uint256"
      }
    ],
    "name": "withdraw",
    "outputs": [],
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
    "name": "workerStatsOf",
    "outputs": [
      {
        "internalType": "struct IVerification.WorkerStats",
        "name": "",
        "components": [
          {
            "internalType": "uint256",
            "name": "claims",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "proven",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "failed",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "streak",
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

/** What viem takes to read, write and watch: `{ ...verification, functionName: ... }`. */
export const verification = { address: verificationAddress, abi: verificationAbi } as const;

/** What a bonded member is drawn for. */
export const Role = {
  REPLICA: 0,
  AUDITOR: 1,
  ATTESTOR: 2,
  JUROR: 3,
} as const;
export type Role = (typeof Role)[keyof typeof Role];

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

/** What a challenger wants of the outcome. */
export const Side = {
  NONE: 0,
  AGAINST_WORKER: 1,
  FOR_WORKER: 2,
} as const;
export type Side = (typeof Side)[keyof typeof Side];

/** What a claim is about. */
export const Kind = {
  RESULT: 0,
  ACCUSATION: 1,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** Where a claim stands. */
export const ClaimState = {
  NOTHING: 0,
  COMMITTED: 1,
  REVEALED: 2,
  CHALLENGED: 3,
  EVIDENCE: 4,
  DRAWING: 5,
  VOTING: 6,
  OPENING: 7,
  BISECTING: 8,
  RULED: 9,
  EXECUTED: 10,
} as const;
export type ClaimState = (typeof ClaimState)[keyof typeof ClaimState];

/** What a vote or a round says. */
export const Choice = {
  NONE: 0,
  AGAINST: 1,
  SPLIT: 2,
  WORKER: 3,
} as const;
export type Choice = (typeof Choice)[keyof typeof Choice];

/** Whose move it is in a bisection. */
export const GameState = {
  NOTHING: 0,
  SPLITTING: 1,
  CHOOSING: 2,
  STEPPING: 3,
  OVER: 4,
} as const;
export type GameState = (typeof GameState)[keyof typeof GameState];

/** Where a member's registration stands. */
export const MemberState = {
  NOTHING: 0,
  ACTIVE: 1,
  SUSPENDED: 2,
  LEAVING: 3,
} as const;
export type MemberState = (typeof MemberState)[keyof typeof MemberState];

/** Where a bond may go; every wei of every bond ends in exactly one of these. */
export const BondEnd = {
  RETURNED: 0,
  WINNER: 1,
  JURORS: 2,
  AUDITORS: 3,
  TREASURY: 4,
  BURNT: 5,
} as const;
export type BondEnd = (typeof BondEnd)[keyof typeof BondEnd];

/** A result, or an accusation, stands to judgement. */
export interface ClaimOpenedEvent {
  claim: bigint;
  asker: Address;
  worker: Address;
  subject: bigint;
  level: number;
  valueWei: bigint;
}

/** A claim went on; `cause` names the call or the deadline's default. */
export interface ClaimMovedEvent {
  claim: bigint;
  state: number;
  outcomeBps: number;
  deadline: bigint;
  cause: string;
}

/** A worker showed the digest that it had sealed. */
export interface RevealedEvent {
  claim: bigint;
  worker: Address;
  digest: Hex;
}

/** A claim builds on an earlier one and falls with it. */
export interface LinkedEvent {
  claim: bigint;
  earlier: bigint;
}

/** A claim fell with the one it builds on. */
export interface VoidedEvent {
  claim: bigint;
  earlier: bigint;
}

/** Somebody objects to an outcome, with a bond. */
export interface ChallengedEvent {
  claim: bigint;
  challenger: Address;
  level: number;
  side: number;
  bondWei: bigint;
}

/** The worker stands by its result, with as large a bond. */
export interface RespondedEvent {
  claim: bigint;
  worker: Address;
  bondWei: bigint;
}

/** A party brought evidence. */
export interface EvidenceAddedEvent {
  claim: bigint;
  author: Address;
  digest: Hex;
}

/** The beacon decided whether a result is audited. */
export interface SampledEvent {
  claim: bigint;
  isAudited: boolean;
  rateBps: number;
}

/** The beacon gave somebody a seat. */
export interface DrawnEvent {
  claim: bigint;
  voter: Address;
  round: bigint;
}

/** A voter committed to what it found. */
export interface VoteSealedEvent {
  claim: bigint;
  voter: Address;
  round: bigint;
}

/** A voter showed what it found: a distance, a digest, or bps. */
export interface VoteOpenedEvent {
  claim: bigint;
  voter: Address;
  round: bigint;
  value: bigint;
}

/** A round is over; NONE where nobody could decide. */
export interface RoundDecidedEvent {
  claim: bigint;
  round: bigint;
  level: number;
  choice: number;
}

/** A payer showed that it knew a result to be wrong before it was delivered. */
export interface CanaryOpenedEvent {
  claim: bigint;
  payer: Address;
  wasCaught: boolean;
}

/** An auditor caught a canary. */
export interface JackpotPaidEvent {
  claim: bigint;
  auditor: Address;
  amountWei: bigint;
}

/** A worker named its state in the middle. */
export interface MiddlePostedEvent {
  claim: bigint;
  step: bigint;
  stateHash: Hex;
}

/** A challenger said in which half the fault is. */
export interface HalfChosenEvent {
  claim: bigint;
  low: bigint;
  high: bigint;
}

/** The chain executed the step that two sides disagreed on. */
export interface StepExecutedEvent {
  claim: bigint;
  step: bigint;
  claimed: Hex;
  found: Hex;
}

/** A claim is final. */
export interface ClaimRuledEvent {
  claim: bigint;
  outcomeBps: number;
}

/** The asker could not hear the ruling; anybody may execute it again. */
export interface AskerFailedEvent {
  claim: bigint;
  reason: string;
}

/** A part of a bond found its end. */
export interface BondMovedEvent {
  claim: bigint;
  source: Address;
  target: Address;
  amountWei: bigint;
  end: number;
}

/** A voter was paid, or paid, for one seat. */
export interface SeatSettledEvent {
  claim: bigint;
  voter: Address;
  round: bigint;
  earnedWei: bigint;
  lostWei: bigint;
}

/** Coins were put down for bonds and fees to come. */
export interface DepositedEvent {
  account: Address;
  amountWei: bigint;
}

/** Coins that no bond holds went back. */
export interface WithdrawnEvent {
  account: Address;
  amountWei: bigint;
}

/** A member's registration changed. */
export interface MemberMovedEvent {
  account: Address;
  role: number;
  state: number;
  bondWei: bigint;
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

export type VerificationEvent =
  | { eventName: "ClaimOpened"; args: ClaimOpenedEvent }
  | { eventName: "ClaimMoved"; args: ClaimMovedEvent }
  | { eventName: "Revealed"; args: RevealedEvent }
  | { eventName: "Linked"; args: LinkedEvent }
  | { eventName: "Voided"; args: VoidedEvent }
  | { eventName: "Challenged"; args: ChallengedEvent }
  | { eventName: "Responded"; args: RespondedEvent }
  | { eventName: "EvidenceAdded"; args: EvidenceAddedEvent }
  | { eventName: "Sampled"; args: SampledEvent }
  | { eventName: "Drawn"; args: DrawnEvent }
  | { eventName: "VoteSealed"; args: VoteSealedEvent }
  | { eventName: "VoteOpened"; args: VoteOpenedEvent }
  | { eventName: "RoundDecided"; args: RoundDecidedEvent }
  | { eventName: "CanaryOpened"; args: CanaryOpenedEvent }
  | { eventName: "JackpotPaid"; args: JackpotPaidEvent }
  | { eventName: "MiddlePosted"; args: MiddlePostedEvent }
  | { eventName: "HalfChosen"; args: HalfChosenEvent }
  | { eventName: "StepExecuted"; args: StepExecutedEvent }
  | { eventName: "ClaimRuled"; args: ClaimRuledEvent }
  | { eventName: "AskerFailed"; args: AskerFailedEvent }
  | { eventName: "BondMoved"; args: BondMovedEvent }
  | { eventName: "SeatSettled"; args: SeatSettledEvent }
  | { eventName: "Deposited"; args: DepositedEvent }
  | { eventName: "Withdrawn"; args: WithdrawnEvent }
  | { eventName: "MemberMoved"; args: MemberMovedEvent }
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

/** These terms cannot be verified. */
export interface TermsInvalidRefusal {
  reason: string;
}

/** Fewer members are registered than this level draws. */
export interface TooFewMembersRefusal {
  role: number;
  needed: bigint;
  found: bigint;
}

/** The fee must be moved to the verifier before a claim is opened. */
export interface FeeMissingRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** What is shown does not open the seal. */
export interface SealWrongRefusal {
  expected: Hex;
  found: Hex;
}

/** The trace's end cannot stand. */
export interface TraceWrongRefusal {
  reason: string;
}

/** A result that is bisected must be shown with its trace first, by reveal_trace. */
export interface TraceMissingRefusal {
  claim: bigint;
}

/** The worker must show its result before it answers. */
export interface NotRevealedRefusal {
  claim: bigint;
}

/** A dispute goes up only, and not to a level that this claim has no terms for. */
export interface LevelTooLowRefusal {
  claim: bigint;
  decided: number;
  found: number;
}

/** Nobody can win more than there is, or object to what is theirs. */
export interface SideInvalidRefusal {
  side: number;
}

/** This claim was tried as often as it may be at this level. */
export interface TooManyRoundsRefusal {
  claim: bigint;
  level: number;
}

/** This account has as many open cases as it may. */
export interface TooManyCasesRefusal {
  maximum: bigint;
}

/** The deposit does not cover it. */
export interface DepositTooSmallRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** An amount above zero is needed. */
export interface NothingSentRefusal {
}

/** A claim builds once, on an earlier claim of the same asker, worker and payer. */
export interface LinkInvalidRefusal {
  claim: bigint;
  earlier: bigint;
}

/** A party may bring so many hashes. */
export interface TooMuchEvidenceRefusal {
  maximum: bigint;
}

/** This seat has its seal. */
export interface AlreadySealedRefusal {
  claim: bigint;
}

/** This seat sealed nothing that could be opened, or opened it already. */
export interface NotSealedRefusal {
  claim: bigint;
}

/** A juror gives the worker 0, 5,000 or 10,000 bps. */
export interface VoteInvalidRefusal {
  value: bigint;
}

/** Only an audited result can be opened as a canary, once. */
export interface CanaryInvalidRefusal {
  claim: bigint;
}

/** A member's bond must be at least this much. */
export interface BondTooSmallRefusal {
  neededWei: bigint;
  foundWei: bigint;
}

/** What is shown is not the state before the step. */
export interface StepWrongRefusal {
  expected: Hex;
  found: Hex;
}

/** An asker named a forfeit that it did not move. */
export interface ForfeitMissingRefusal {
  namedWei: bigint;
  foundWei: bigint;
}

/** No claim has this number. */
export interface UnknownClaimRefusal {
  claim: bigint;
}

/** The worker has shown its result. */
export interface AlreadyRevealedRefusal {
  claim: bigint;
}

/** A step's witness does not fit the state that it is about. */
export interface WitnessWrongRefusal {
  reason: string;
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

export type VerificationRefusal =
  | { errorName: "Denied"; args: DeniedRefusal }
  | { errorName: "RoleForbids"; args: RoleForbidsRefusal }
  | { errorName: "StateForbids"; args: StateForbidsRefusal }
  | { errorName: "TermsInvalid"; args: TermsInvalidRefusal }
  | { errorName: "TooFewMembers"; args: TooFewMembersRefusal }
  | { errorName: "FeeMissing"; args: FeeMissingRefusal }
  | { errorName: "SealWrong"; args: SealWrongRefusal }
  | { errorName: "TraceWrong"; args: TraceWrongRefusal }
  | { errorName: "TraceMissing"; args: TraceMissingRefusal }
  | { errorName: "NotRevealed"; args: NotRevealedRefusal }
  | { errorName: "LevelTooLow"; args: LevelTooLowRefusal }
  | { errorName: "SideInvalid"; args: SideInvalidRefusal }
  | { errorName: "TooManyRounds"; args: TooManyRoundsRefusal }
  | { errorName: "TooManyCases"; args: TooManyCasesRefusal }
  | { errorName: "DepositTooSmall"; args: DepositTooSmallRefusal }
  | { errorName: "NothingSent"; args: NothingSentRefusal }
  | { errorName: "LinkInvalid"; args: LinkInvalidRefusal }
  | { errorName: "TooMuchEvidence"; args: TooMuchEvidenceRefusal }
  | { errorName: "AlreadySealed"; args: AlreadySealedRefusal }
  | { errorName: "NotSealed"; args: NotSealedRefusal }
  | { errorName: "VoteInvalid"; args: VoteInvalidRefusal }
  | { errorName: "CanaryInvalid"; args: CanaryInvalidRefusal }
  | { errorName: "BondTooSmall"; args: BondTooSmallRefusal }
  | { errorName: "StepWrong"; args: StepWrongRefusal }
  | { errorName: "ForfeitMissing"; args: ForfeitMissingRefusal }
  | { errorName: "UnknownClaim"; args: UnknownClaimRefusal }
  | { errorName: "AlreadyRevealed"; args: AlreadyRevealedRefusal }
  | { errorName: "WitnessWrong"; args: WitnessWrongRefusal }
  | { errorName: "Paused"; args: PausedRefusal }
  | { errorName: "NotPayable"; args: NotPayableRefusal }
  | { errorName: "InsufficientCoins"; args: InsufficientCoinsRefusal }
  | { errorName: "Unauthorized"; args: UnauthorizedRefusal }
  | { errorName: "DelegatecallRefused"; args: DelegatecallRefusedRefusal }
  | { errorName: "Reentered"; args: ReenteredRefusal }
  | { errorName: "AddressTaken"; args: AddressTakenRefusal };
