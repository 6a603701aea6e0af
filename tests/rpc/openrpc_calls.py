"""
What the methods of execution-apis are asked: good calls upon a small chain, and bad ones.

    furnish(stage) --> Facts (hashes of what the chain holds) --good_calls--> method, parameters
"""

from dataclasses import dataclass
from typing import Any

from chain.codec import sign_authorization
from chain.types.transaction import AccessEntry, TransactionType
from tests.rpc.stage import (
    ACCOUNTS,
    CHAIN_ID,
    COUNTER,
    KEYS,
    LOGGER,
    NUMBER,
    REVERTER,
    STRANGER,
    Guild,
    Stage,
    hex_of,
)

# Methods of the sources that we do not serve, and why.
NOT_SERVED = {
    "debug_getBadBlocks": "an invalid block is refused before it is stored: there are none to show",
    "debug_getRawBlockAccessList": "block access lists (EIP-7928) are of a later fork than Prague",
    "eth_getBlockAccessList": "block access lists (EIP-7928) are of a later fork than Prague",
}
RICH, OTHER = hex_of(ACCOUNTS[0]), hex_of(ACCOUNTS[1])
COUNTER_HEX, REVERTER_HEX = hex_of(COUNTER), hex_of(REVERTER)
CALL = {"from": RICH, "to": COUNTER_HEX, "gas": "0x186a0"}
UNKNOWN = "0x" + "ab" * 32
TAGS = ("latest", "earliest", "pending", "safe", "finalized", "0x1")
INVALID_PARAMS = -32602
Call = tuple[str, list[Any]]


@dataclass(frozen=True)
class Facts:
    """What the furnished chain holds, in hex."""

    block: str  # hash of a block with a transaction of every type
    height: str
    sent: tuple[str, ...]  # their hashes
    waiting: str  # hash of one in the pool
    filters: tuple[str, ...]  # of logs, blocks, pending transactions
    raw: str  # a signed transaction that nobody has sent


async def furnish(stage: Stage) -> Facts:
    """Make blocks of every type of transaction, logs, a creation, a failure; leave some waiting."""
    backend = stage.backend
    log_filter = await stage.rpc("eth_newFilter", {"fromBlock": "0x0"})
    filters = (
        log_filter,
        await stage.rpc("eth_newBlockFilter"),
        await stage.rpc("eth_newPendingTransactionFilter"),
    )
    backend.send(1, Guild.address, bytes.fromhex("049878f3") + (7).to_bytes(32, "big"))
    backend.make_block()
    entry = (AccessEntry(COUNTER, (0, 7)),)
    grant = sign_authorization(KEYS[1], chain_id=CHAIN_ID, address=COUNTER, nonce=9)
    legacy = {"max_priority_fee_per_gas_wei": None}
    sent = [
        backend.send(0, STRANGER, type=TransactionType.LEGACY, **legacy),
        backend.send(0, COUNTER, type=TransactionType.ACCESS_LIST, access_list=entry, **legacy),
        backend.send(0, COUNTER, access_list=entry),
        backend.send(0, STRANGER, type=TransactionType.SET_CODE, authorizations=(grant,)),
        backend.send(0, None, bytes.fromhex("6001600c60003960016000f300")),
        backend.send(0, REVERTER),
        backend.send(0, LOGGER),
    ]
    block = backend.make_block()
    await stage.settle()
    waiting = backend.send(0, COUNTER)
    backend.send(0, COUNTER, nonce=60)
    raw = backend.sign(2, STRANGER, value_wei=1)
    await stage.settle()
    return Facts(
        hex_of(block.header.hash),
        hex(block.header.height),
        tuple(map(hex_of, sent)),
        hex_of(waiting),
        filters,
        hex_of(raw),
    )


def good_calls(facts: Facts) -> list[Call]:
    """Return calls of every served method, each of which has a result; those that send are last."""
    return [
        *_of_blocks(facts),
        *_of_transactions(facts),
        *_of_state(),
        *_of_execution(),
        *_of_filters(facts),
        *_of_traces(facts),
        *_of_the_node(),
        *_of_accounts(facts),
    ]


def _of_blocks(facts: Facts) -> list[Call]:
    found: list[Call] = []
    for full in (True, False):
        found += [("eth_getBlockByHash", [name, full]) for name in (facts.block, UNKNOWN)]
        found += [("eth_getBlockByNumber", [tag, full]) for tag in (*TAGS, "0x99")]
    for tag in (*TAGS, "0x99"):
        found.append(("eth_getBlockTransactionCountByNumber", [tag]))
    for tag in (*TAGS[:2], facts.height, facts.block, "0x99"):
        found.append(("eth_getBlockReceipts", [tag]))
    for name in (facts.block, UNKNOWN):
        found.append(("eth_getBlockTransactionCountByHash", [name]))
    for kind in ("Header", "Block", "Receipts"):
        found += [(f"debug_getRaw{kind}", [tag]) for tag in ("latest", "earliest", facts.height)]
    return found


def _of_transactions(facts: Facts) -> list[Call]:
    found: list[Call] = []
    for name in (*facts.sent, facts.waiting, UNKNOWN):
        found.append(("eth_getTransactionByHash", [name]))
        found.append(("eth_getTransactionReceipt", [name]))
        found.append(("debug_getRawTransaction", [name]))
    for index in ("0x0", "0x1", "0x2", "0x3", "0x4", "0x63"):
        found.append(("eth_getTransactionByBlockHashAndIndex", [facts.block, index]))
        found.append(("eth_getTransactionByBlockNumberAndIndex", [facts.height, index]))
    return found


def _of_state() -> list[Call]:
    found: list[Call] = []
    slots = ["0x0", "0x" + "00" * 31 + "07"]
    for block in (*TAGS, {"blockNumber": "0x1"}):
        for address in (RICH, COUNTER_HEX, hex_of(STRANGER)):
            found.append(("eth_getBalance", [address, block]))
            found.append(("eth_getTransactionCount", [address, block]))
            found.append(("eth_getCode", [address, block]))
            found.append(("eth_getStorageAt", [address, "0x0", block]))
        if block != "pending":
            found.append(("eth_getProof", [COUNTER_HEX, slots, block]))
            found.append(
                ("eth_getStorageValues", [{COUNTER_HEX: slots[1:], RICH: slots[1:]}, block])
            )
    return found


def _of_execution() -> list[Call]:
    wrong = {"from": RICH, "to": REVERTER_HEX, "gas": "0x186a0"}
    blocks = {"blockStateCalls": [{"calls": [CALL, wrong]}, {"calls": [CALL]}]}
    transfers = {
        "blockStateCalls": [
            {
                "blockOverrides": {"time": "0x70000000", "feeRecipient": OTHER},
                "stateOverrides": {hex_of(STRANGER): {"balance": "0xffffffffff"}},
                "calls": [{"from": hex_of(STRANGER), "to": OTHER, "value": "0x1"}],
            }
        ],
        "traceTransfers": True,
        "returnFullTransactions": True,
    }
    return [
        *(("eth_call", [CALL, tag]) for tag in TAGS),
        ("eth_call", [{"to": hex_of(NUMBER)}, "latest", {RICH: {"balance": "0x1"}}]),
        ("eth_estimateGas", [CALL]),
        ("eth_estimateGas", [{"from": RICH, "to": OTHER, "value": "0x1"}, "latest"]),
        ("eth_createAccessList", [CALL, "latest"]),
        ("eth_createAccessList", [wrong, "latest"]),
        ("eth_simulateV1", [blocks, "latest"]),
        ("eth_simulateV1", [transfers, "latest"]),
        ("eth_simulateV1", [{"blockStateCalls": [{}]}]),
    ]


def _of_filters(facts: Facts) -> list[Call]:
    everything = {"fromBlock": "earliest", "toBlock": "latest"}
    log_filter = facts.filters[0]
    return [
        ("eth_getLogs", [everything]),
        ("eth_getLogs", [{"blockHash": facts.block, "address": [COUNTER_HEX]}]),
        ("eth_getLogs", [{"address": hex_of(STRANGER)}]),
        ("eth_getFilterLogs", [log_filter]),
        *(("eth_getFilterChanges", [name]) for name in facts.filters * 2),
        ("eth_newFilter", [everything]),
        ("eth_newBlockFilter", []),
        ("eth_newPendingTransactionFilter", []),
        ("eth_uninstallFilter", [log_filter]),
        ("eth_uninstallFilter", ["0x1234"]),
    ]


def _of_traces(facts: Facts) -> list[Call]:
    whole = {"enableMemory": True, "enableReturnData": True}
    by_block = (("debug_traceBlockByHash", facts.block), ("debug_traceBlockByNumber", facts.height))
    return [
        *(("debug_traceTransaction", [name]) for name in facts.sent),
        ("debug_traceTransaction", [facts.sent[1], whole]),
        ("debug_traceTransaction", [facts.sent[2], {"disableStack": True, "disableStorage": True}]),
        *((method, [block]) for method, block in by_block),
        *((method, [block, whole]) for method, block in by_block),
    ]


def _of_the_node() -> list[Call]:
    history = [
        ("eth_feeHistory", ["0x2", "latest", [10, 50, 90]]),
        ("eth_feeHistory", ["0x1", "0x1"]),
    ]
    bare = (
        "eth_gasPrice", "eth_baseFee", "eth_blobBaseFee", "eth_maxPriorityFeePerGas",
        "eth_capabilities", "eth_chainId", "eth_syncing", "eth_coinbase", "eth_accounts",
        "eth_blockNumber", "eth_config", "net_version", "txpool_status", "txpool_content",
    )  # fmt: skip
    return [
        *history,
        ("eth_feeHistory", ["0x0", "latest", []]),
        *((name, []) for name in bare),
        ("txpool_contentFrom", [RICH]),
        ("txpool_contentFrom", [hex_of(STRANGER)]),
    ]


def _of_accounts(facts: Facts) -> list[Call]:
    wanted = {"from": OTHER, "to": RICH, "value": "0x1", "gas": "0x5208"}
    priced = {**wanted, "maxFeePerGas": "0x2540be400", "maxPriorityFeePerGas": "0x1"}
    return [
        ("eth_fillTransaction", [wanted]),
        ("eth_fillTransaction", [priced]),
        ("eth_sign", [OTHER, "0xdeadbeef"]),
        ("eth_signTransaction", [{**priced, "nonce": "0x1", "chainId": hex(CHAIN_ID)}]),
        ("eth_sendTransaction", [wanted]),
        ("eth_sendRawTransaction", [facts.raw]),
    ]


# What is refused, and with which code.
BAD_CALLS: list[tuple[str, list[Any], int]] = [
    ("eth_getBlockByHash", ["0x12", True], INVALID_PARAMS),
    ("eth_getBlockByHash", [], INVALID_PARAMS),
    ("eth_getBlockByNumber", ["newest", True], INVALID_PARAMS),
    ("eth_getBlockTransactionCountByHash", ["0xzz"], INVALID_PARAMS),
    ("eth_getBlockTransactionCountByNumber", ["0x00x"], INVALID_PARAMS),
    ("eth_getBlockReceipts", [True], INVALID_PARAMS),
    ("eth_newFilter", [{"fromBlock": "yesterday"}], INVALID_PARAMS),
    ("eth_newFilter", [{"topics": [[1]]}], INVALID_PARAMS),
    ("eth_newBlockFilter", [1], INVALID_PARAMS),
    ("eth_newPendingTransactionFilter", [1, 2, 3], INVALID_PARAMS),
    ("eth_uninstallFilter", [], INVALID_PARAMS),
    ("eth_getFilterChanges", ["0x1234"], -32000),
    ("eth_getFilterLogs", ["0x1234"], -32000),
    ("eth_getLogs", [{"blockHash": UNKNOWN, "fromBlock": "0x1"}], INVALID_PARAMS),
    ("eth_getLogs", [{"blockHash": UNKNOWN}], -32000),
    ("eth_getLogs", [{"fromBlock": "0x2", "toBlock": "0x1"}], INVALID_PARAMS),
    ("eth_call", [{"to": REVERTER_HEX}, "latest"], 3),
    ("eth_call", [{"to": COUNTER_HEX}, "0x99"], -32000),
    ("eth_call", [{"to": 7}], INVALID_PARAMS),
    ("eth_estimateGas", [{"to": REVERTER_HEX}], 3),
    ("eth_estimateGas", [{"from": hex_of(STRANGER), "to": OTHER, "value": "0x1"}], -32000),
    ("eth_createAccessList", [[]], INVALID_PARAMS),
    ("eth_simulateV1", [{"blockStateCalls": []}], INVALID_PARAMS),
    ("eth_simulateV1", [{"blockStateCalls": 4}], INVALID_PARAMS),
    (
        "eth_simulateV1",
        [
            {
                "blockStateCalls": [
                    {"blockOverrides": {"number": "0x9"}},
                    {"blockOverrides": {"number": "0x8"}},
                ]
            }
        ],
        -38020,
    ),
    (
        "eth_simulateV1",
        [{"blockStateCalls": [{"calls": [{**CALL, "nonce": "0x0"}]}], "validation": True}],
        -38010,
    ),
    ("eth_sendTransaction", [{"from": 1}], INVALID_PARAMS),
    ("eth_sendTransaction", [{"from": COUNTER_HEX, "to": OTHER}], INVALID_PARAMS),
    ("eth_sendRawTransaction", ["0x"], -32000),
    ("eth_sendRawTransaction", ["0x02c0"], -32000),
    ("eth_sendRawTransaction", ["no hex"], INVALID_PARAMS),
    ("eth_fillTransaction", ["0x"], INVALID_PARAMS),
    ("eth_sign", [COUNTER_HEX, "0x00"], INVALID_PARAMS),
    ("eth_sign", [OTHER, "text"], INVALID_PARAMS),
    ("eth_signTransaction", [], INVALID_PARAMS),
    ("eth_getTransactionByHash", ["0x1"], INVALID_PARAMS),
    ("eth_getTransactionByBlockHashAndIndex", [UNKNOWN, "first"], INVALID_PARAMS),
    ("eth_getTransactionByBlockNumberAndIndex", ["latest", "0x-1"], INVALID_PARAMS),
    ("eth_getTransactionReceipt", [None], INVALID_PARAMS),
    ("eth_gasPrice", [1], INVALID_PARAMS),
    ("eth_baseFee", [1], INVALID_PARAMS),
    ("eth_blobBaseFee", [1], INVALID_PARAMS),
    ("eth_maxPriorityFeePerGas", [1], INVALID_PARAMS),
    ("eth_feeHistory", ["0x2", "latest", [90, 10]], INVALID_PARAMS),
    ("eth_feeHistory", ["0x2", "latest", [101]], INVALID_PARAMS),
    ("eth_capabilities", [1], INVALID_PARAMS),
    ("eth_getBalance", ["0x1", "latest"], INVALID_PARAMS),
    ("eth_getBalance", [RICH, "0x99"], -32000),
    ("eth_getStorageAt", [RICH, "0xzz", "latest"], INVALID_PARAMS),
    ("eth_getStorageValues", [{RICH: ["one"]}, "latest"], INVALID_PARAMS),
    ("eth_getTransactionCount", [RICH, {"blockHash": UNKNOWN}], -32000),
    ("eth_getCode", [RICH, {"blockHash": 1}], INVALID_PARAMS),
    ("eth_getProof", [RICH, "0x0", "latest"], INVALID_PARAMS),
    ("eth_chainId", [1], INVALID_PARAMS),
    ("eth_syncing", [1], INVALID_PARAMS),
    ("eth_coinbase", [1], INVALID_PARAMS),
    ("eth_accounts", [1], INVALID_PARAMS),
    ("eth_blockNumber", [1], INVALID_PARAMS),
    ("eth_config", [1], INVALID_PARAMS),
    ("debug_traceBlockByNumber", ["0x99"], -32000),
    ("debug_traceBlockByHash", [UNKNOWN], -32000),
    ("debug_traceTransaction", [UNKNOWN], -32000),
    ("debug_traceTransaction", ["0x"], INVALID_PARAMS),
    ("debug_getRawHeader", [UNKNOWN], -32000),
    ("debug_getRawBlock", ["newest"], INVALID_PARAMS),
    ("debug_getRawTransaction", ["0x1"], INVALID_PARAMS),
    ("debug_getRawReceipts", [{}], INVALID_PARAMS),
    ("net_version", [1], INVALID_PARAMS),
    ("txpool_status", [1], INVALID_PARAMS),
    ("txpool_content", [1], INVALID_PARAMS),
    ("txpool_contentFrom", ["0x1"], INVALID_PARAMS),
]
