"""
What the clients' scripts are to see: where the chain differs from anvil and why, and what fails.

    DIFFERENCES[client]  step -> reason      REFUSED[client]  steps that fail at the chain
"""

from typing import Final

CODES: Final = "a refused transaction is -32000 as in geth, -32003 or -32602 in anvil"
POOL: Final = "geth's pool minds its least tip only; anvil minds the base fee too"
FIELDS: Final = "geth's fields; anvil's receipts have more of them"
ESTIMATE: Final = "the search ends within 1.5 % as geth's does; anvil's is exact"
UPSIDE_DOWN: Final = "an error, as in geth; anvil finds nothing"
SLOT: Final = "a slot may be short (0x0) as in geth; anvil refuses it"

IN_ALL: Final = {
    "estimate of a call": ESTIMATE,
    "logs upside down": UPSIDE_DOWN,
    "insufficient funds": CODES,
    "nonce too low": CODES,
    "fee below the base fee": POOL,
    "not a transaction": CODES,
    "already known": CODES,
    "replacement underpriced": CODES,
}
IN_TWO: Final = {
    "another chain": CODES,
    "proof": SLOT,
    "legacy: receipt's shape": FIELDS,
    "access list: receipt's shape": FIELDS,
    "fee market: receipt's shape": FIELDS,
}
DIFFERENCES: Final[dict[str, dict[str, str]]] = {
    "web3": {
        **IN_ALL,
        **IN_TWO,
        "block's shape": "no totalDifficulty, as in geth since the merge",
        "proof's nonce": SLOT,
        "simulated": "with maxUsedGas, as the specification has it",
        "tip above the fee": CODES,
        "socket: head's shape": "a head is a header, as in geth; anvil sends a block",
    },
    "ethers": {
        **IN_ALL,
        **IN_TWO,
        "no such method": "geth's text, by which ethers names the error",
    },
    "viem": {
        **IN_ALL,
        "call without funds": CODES,
        "simulated blocks": "a block has all fields of its fork; anvil leaves the later ones out",
    },
}

# A step that fails and is not listed is a fault of its script, even where it fails at anvil too.
FAILING: Final = frozenset(
    {
        "a name",
        "already known",
        "call of nothing",
        "custom error",
        "custom error in an estimate",
        "fee below the base fee",
        "insufficient funds",
        "intrinsic gas too low",
        "logs upside down",
        "nonce too low",
        "not a transaction",
        "panic",
        "replacement underpriced",
        "revert in words",
        "tip above the fee",
    }
)
ABSENT: Final = frozenset(
    {"no such block", "no such transaction", "no such receipt", "a receipt that waits"}
)
REFUSED: Final = {
    "web3": FAILING | ABSENT | {"another chain", "unknown filter", "what was replaced"},
    "ethers": FAILING
    | {
        "another chain",
        "bad parameters",
        "failed in a block",
        "no such method",
        "reverse name",
        "socket: revert in words",
        "unknown filter",
    },
    "viem": FAILING
    | ABSENT
    | {"bad parameters", "call without funds", "no such method", "socket: revert in words"},
}
