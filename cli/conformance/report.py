"""
docs/rpc-conformance.md: which recorded answers are ours, and why each other one is not.

    [Outcome] --write_report--> the page;  --surprises--> what the list below does not explain
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from cli.conformance.replay import Outcome

_NO_BLOBS: Final = (
    "This chain carries no blobs, so nothing checks their proofs, and the pool and simulations "
    "know no blob transaction; imported blocks that have them are executed and shown."
)
_NO_BUILDING: Final = (
    "`testing_buildBlockV1` builds a block for a consensus client of Ethereum's engine API. Our "
    "blocks are built by the consensus inside the node; there is nothing to ask for one."
)
REASONS: Final = {
    "debug_getRawTransaction/get-invalid-hash": (
        "The code is the same; the recorded text names a type of the Go program that answered."
    ),
    "eth_capabilities/get-capabilities": (
        "Nothing of the log index is ever deleted, so the optional field `deleteStrategy` is not "
        "there."
    ),
    "eth_config/get-config": (
        "`eth_config` describes the rules of this chain, which begin at Prague with block 0 and "
        "have neither blobs nor requests to a beacon chain; an imported chain's schedule of forks "
        "is not among them."
    ),
    "eth_getLogs/filter-error-future-block-range": (
        "A range that ends above the head is answered up to the head: who polls asks for blocks "
        "that may not be there yet, and gets what there is instead of an error."
    ),
    "eth_sendRawTransaction/send-blob-tx": _NO_BLOBS,
    "eth_simulateV1/ethSimulate-blobs": _NO_BLOBS,
    "eth_simulateV1/ethSimulate-empty-with-block-num-set-firstblock": (
        "Simulations run by the rules of the newest block; the recorded one stands upon an early "
        "block and has Homestead's rules and header of 15 fields."
    ),
    "testing_buildBlockV1/build-block-empty-transactions": _NO_BUILDING,
    "testing_buildBlockV1/build-block-from-mempool": _NO_BUILDING,
    "testing_buildBlockV1/build-block-invalid-transaction": _NO_BUILDING,
    "testing_buildBlockV1/build-block-with-transactions": _NO_BUILDING,
}
INTRODUCTION: Final = """# RPC conformance
Written by `kumiai import --genesis genesis.json chain.rlp --replay DIR --report FILE`; do not edit.

[execution-apis](https://github.com/ethereum/execution-apis) holds a chain from Frontier to Prague
and requests with the answers that go-ethereum gave upon it. The command executes every block by its
own fork's rules, compares roots, gas and receipts with the headers, serves the chain through this
node's JSON-RPC server, unchanged, and sends the recorded requests. An answer is right when it is
equal in every field, error texts included; answers that the recordings mark "speconly", because
they may differ from client to client, need the same fields with the same kinds of values.
"""


def surprises(outcomes: Sequence[Outcome]) -> list[str]:
    """Return what REASONS does not explain: differences without one, and reasons without one."""
    differing = {outcome.name for outcome in outcomes if outcome.found is not None}
    found = [
        f"{outcome.name} differs without a listed reason: {outcome.found}"
        for outcome in outcomes
        if outcome.found is not None and outcome.name not in REASONS
    ]
    names = {outcome.name for outcome in outcomes}
    found += [
        f"{name} is listed as different, but agrees"
        for name in REASONS
        if name in names and name not in differing
    ]
    return found


def write_report(outcomes: Sequence[Outcome], block_count: int) -> str:
    """Return the page in Markdown."""
    right = [outcome for outcome in outcomes if outcome.found is None]
    summary = (
        f"\n{block_count} blocks imported; **{len(right)} of {len(outcomes)}** recordings agree.\n"
    )
    return INTRODUCTION + summary + _by_method(outcomes) + _differences(outcomes)


def _by_method(outcomes: Sequence[Outcome]) -> str:
    every = Counter(outcome.name.partition("/")[0] for outcome in outcomes)
    right = Counter(o.name.partition("/")[0] for o in outcomes if o.found is None)
    rows = [f"| `{name}` | {right[name]} | {every[name]} |" for name in sorted(every)]
    return "\n".join(
        ("\n## By method", "| method | agree | recorded |", "|---|--:|--:|", *rows, "")
    )


def _differences(outcomes: Sequence[Outcome]) -> str:
    entries = [
        f"- **{outcome.name}**: {REASONS.get(outcome.name, 'No reason is listed.')}\n"
        f"  First difference: {_quote(outcome.found)}"
        for outcome in outcomes
        if outcome.found is not None
    ]
    return "\n".join(("\n## What differs, and why", *entries, ""))


def _quote(text: str | None) -> str:
    assert text is not None
    return "`" + text.replace("`", "'") + "`"
