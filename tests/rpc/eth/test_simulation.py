"""Blocks that are thought of."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chain.kit.module import method_named
from chain.vm.alteration import COIN_ADDRESS
from tests.rpc.stage import (
    ACCOUNTS,
    COUNTER,
    HASHER,
    NUMBER,
    REVERTER,
    SPINNER,
    STRANGER,
    Guild,
    Stage,
    hex_of,
    on_stage,
)
from tests.rpc.test_table import BLOCK_OVERRIDES, CALLS, OVERRIDES, ask

RICH, POOR, NOBODY = hex_of(ACCOUNTS[0]), hex_of(b"\x0a" * 20), hex_of(STRANGER)
TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"


def one(*calls: Any, **fields: Any) -> dict[str, Any]:
    """Return a simulation of one block."""
    state = fields.pop("state", {})
    block = {
        "calls": list(calls),
        "stateOverrides": state,
        "blockOverrides": fields.pop("block", {}),
    }
    return {"blockStateCalls": [block], **fields}


@on_stage()
async def test_a_simulated_block_is_the_one_that_is_made(stage: Stage) -> None:
    """Same calls, same gas, receipts and state root as the real machine finds for them."""
    call = {"from": RICH, "to": hex_of(COUNTER), "gas": "0x186a0"}
    made = await stage.rpc("eth_simulateV1", {"blockStateCalls": [{"calls": [call]}] * 3})
    heights = [int(block["number"], 16) for block in made]
    assert [1, 2, 3] == heights
    assert made[0]["hash"] == made[1]["parentHash"] != made[1]["hash"]
    counts = [int(block["calls"][0]["returnData"], 16) for block in made]
    assert [1, 2, 3] == counts
    stage.backend.send(0, COUNTER)
    stage.backend.make_block()
    real = (await stage.rpc("eth_getBlockReceipts", "0x1"))[-1]
    assert real["gasUsed"] == made[0]["calls"][0]["gasUsed"]
    assert real["logsBloom"] == made[0]["logsBloom"]
    assert "0x1" == await stage.rpc("eth_blockNumber"), "nothing of it was written"


@on_stage()
async def test_storage_is_replaced_upon_an_old_block(stage: Stage) -> None:
    """What a simulation upon a block answers stays so when that block is past: roots, too."""
    replaced = {hex_of(COUNTER): {"state": {"0x" + "00" * 31 + "05": "0x" + "00" * 31 + "07"}}}
    wanted = one({"to": hex_of(COUNTER)}, state=replaced)
    fresh = []
    for _ in range(3):
        stage.backend.send(0, COUNTER)
        stage.backend.make_block()
        fresh.append(await stage.rpc("eth_simulateV1", wanted, "latest"))
    past = [await stage.rpc("eth_simulateV1", wanted, height) for height in ("0x1", "0x2", "0x3")]
    assert fresh == past
    assert 3 == len({made[0]["stateRoot"] for made in past})
    assert 1 == int(past[0][0]["calls"][0]["returnData"], 16)


@on_stage()
async def test_nothing_is_written_and_roots_are_true(stage: Stage) -> None:
    """The root of a block that changes one balance is the root of a state with that balance."""
    empty = (await stage.rpc("eth_simulateV1", one()))[0]
    changed = await stage.rpc("eth_simulateV1", one(state={NOBODY: {"balance": "0x5"}}))
    again = await stage.rpc("eth_simulateV1", one())
    assert empty == again[0] and empty["stateRoot"] != changed[0]["stateRoot"]
    assert "0x0" == await stage.rpc("eth_getBalance", NOBODY)


@on_stage()
async def test_what_a_call_may_break(stage: Stage) -> None:
    """Each rule has its own code; without validation nonces and fees are not looked at."""
    pay = {"from": POOR, "to": NOBODY, "value": "0x1"}
    cases: list[tuple[int, dict[str, Any]]] = [
        (-38014, one(pay)),
        (
            -38010,
            one(
                {"from": RICH, "to": NOBODY, "maxFeePerGas": "0x77359400", "nonce": "0x0"},
                state={RICH: {"nonce": "0x5"}},
                validation=True,
            ),
        ),
        (
            -38011,
            one(
                {"from": RICH, "to": NOBODY, "maxFeePerGas": "0x77359400", "nonce": "0x9"},
                validation=True,
            ),
        ),
        (-38012, one({"from": RICH, "to": NOBODY}, validation=True)),
        (-38013, one({"from": RICH, "to": NOBODY, "gas": "0x0"})),
        (-38015, one({"from": RICH, "to": NOBODY, "gas": "0x7530"}, block={"gasLimit": "0x7000"})),
        (-38025, one({"from": RICH, "data": "0x" + "00" * 49_153})),
        (
            -32603,
            one(
                {"from": RICH, "to": NOBODY, "maxFeePerGas": "0x77359400"},
                state={RICH: {"nonce": hex(2**64 - 1)}},
                validation=True,
            ),
        ),
    ]
    for code, simulation in cases:
        assert code == (await stage.error("eth_simulateV1", simulation))[0], simulation
    text = (await stage.error("eth_simulateV1", one(pay)))[1]
    assert text.startswith("err: insufficient funds for gas * price + value: address 0x")
    assert text.endswith("have 0 want 1 (supplied gas 30000000)")
    lenient = one({"from": RICH, "to": NOBODY, "nonce": "0x63"})
    assert "0x1" == (await stage.rpc("eth_simulateV1", lenient))[0]["calls"][0]["status"]


@on_stage()
async def test_a_nonce_at_its_end_begins_anew(stage: Stage) -> None:
    """Without validation nothing stops it, and geth's 64 bits go on from zero."""
    last = hex(2**64 - 1)
    call = {"from": RICH, "to": NOBODY}
    simulation = one(call, call, state={RICH: {"nonce": last}}, returnFullTransactions=True)
    (made,) = await stage.rpc("eth_simulateV1", simulation)
    assert ["0x1", "0x1"] == [done["status"] for done in made["calls"]]
    assert [last, "0x0"] == [shown["nonce"] for shown in made["transactions"]]


@on_stage()
async def test_the_order_of_blocks(stage: Stage) -> None:
    """Gaps are filled, going back is refused, and 256 blocks are the most."""

    def blocks(*overrides: dict[str, str]) -> dict[str, Any]:
        return {"blockStateCalls": [{"blockOverrides": found} for found in overrides]}

    made = await stage.rpc("eth_simulateV1", blocks({"number": "0x3"}, {"time": "0x77777777"}))
    assert ["0x1", "0x2", "0x3", "0x4"] == [block["number"] for block in made]
    times = [int(block["timestamp"], 16) for block in made]
    assert [12, 12] == [times[1] - times[0], times[2] - times[1]] and 0x77777777 == times[3]
    for code, simulation in (
        (-38020, blocks({"number": "0x5"}, {"number": "0x5"})),
        (-38021, blocks({"time": "0x1"})),
        (-38026, blocks({"number": "0x101"})),
        (-38026, blocks(*[{}] * 257)),
        (-32602, {"blockStateCalls": []}),
        (-32602, {"blockStateCalls": 5}),
        (-32602, {"blockStateCalls": [{"calls": {}}]}),
        (-32602, {"blockStateCalls": [7]}),
    ):
        assert code == (await stage.error("eth_simulateV1", simulation))[0], simulation
    too_many = {"blockStateCalls": [{"calls": [{}] * 5_001}]}
    assert -38026 == (await stage.error("eth_simulateV1", too_many))[0]
    assert -32000 == (await stage.error("eth_simulateV1", one(), "0x9"))[0]


@on_stage()
async def test_code_sees_the_simulated_chain(stage: Stage) -> None:
    """Number, time and BLOCKHASH are those of simulated blocks; fees and recipient persist."""
    simulation = {
        "blockStateCalls": [
            {"blockOverrides": {"number": "0x4", "feeRecipient": NOBODY, "gasLimit": "0xffffff"}},
            {"calls": [{"to": hex_of(NUMBER)}, {"to": hex_of(HASHER)}]},
        ]
    }
    made = await stage.rpc("eth_simulateV1", simulation)
    last = made[-1]
    assert (NOBODY, "0xffffff", made[-2]["hash"]) == (
        last["miner"],
        last["gasLimit"],
        last["calls"][1]["returnData"],
    )
    number, time = last["calls"][0]["returnData"][2:66], last["calls"][0]["returnData"][66:130]
    assert (5, int(last["timestamp"], 16)) == (int(number, 16), int(time, 16))


@on_stage()
async def test_transfers_are_logs_if_that_is_asked_for(stage: Stage) -> None:
    """Plain ones, those of calls inside, and of SELFDESTRUCT; undone ones leave no log."""
    forward = "0x" + "6000600060006000" + "6001" + "73" + "77" * 20 + "5af1" + "00"
    doom = "0x73" + "77" * 20 + "ff"
    state = {
        POOR: {"balance": "0x9"},
        hex_of(b"\x0b" * 20): {"code": forward},
        hex_of(b"\x0c" * 20): {"code": doom},
    }
    calls = [
        {"from": POOR, "to": NOBODY, "value": "0x2"},
        {"from": POOR, "to": hex_of(b"\x0b" * 20), "value": "0x3"},
        {"from": POOR, "to": hex_of(b"\x0c" * 20), "value": "0x1"},
        {"from": POOR, "to": hex_of(REVERTER), "value": "0x1"},
        {"from": POOR, "to": NOBODY},
    ]
    made = await stage.rpc("eth_simulateV1", one(*calls, state=state, traceTransfers=True))
    shown = [
        [(log["address"], log["topics"][0], int(log["data"], 16)) for log in call["logs"]]
        for call in made[0]["calls"]
    ]
    coin = (hex_of(COIN_ADDRESS), TRANSFER)
    assert [[(*coin, 2)], [(*coin, 3), (*coin, 1)], [(*coin, 1), (*coin, 1)], [], []] == shown
    assert ["0x0", "0x1", "0x2", "0x3", "0x4"] == [
        log["logIndex"] for call in made[0]["calls"] for log in call["logs"]
    ]
    assert {made[0]["hash"]} == {
        log["blockHash"] for call in made[0]["calls"] for log in call["logs"]
    }
    plain = await stage.rpc("eth_simulateV1", one(*calls, state=state))
    assert [[]] * 5 == [call["logs"] for call in plain[0]["calls"]]
    assert plain[0]["hash"] == made[0]["hash"], "watching changes nothing"


@on_stage()
async def test_failures_are_told_call_by_call(stage: Stage) -> None:
    """A revert with reason and data, another failure without; later calls go on."""
    calls = [{"to": hex_of(REVERTER)}, {"to": hex_of(SPINNER), "gas": "0xfde8"}, {"to": NOBODY}]
    made = (await stage.rpc("eth_simulateV1", one(*calls)))[0]["calls"]
    assert ["0x0", "0x0", "0x1"] == [call["status"] for call in made]
    assert (3, "execution reverted: no", "0x") == (
        made[0]["error"]["code"],
        made[0]["error"]["message"],
        made[0]["returnData"],
    )
    assert made[0]["error"]["data"].startswith("0x08c379a0")
    assert {"code": -32015, "message": "out of gas"} == made[1]["error"]


@on_stage()
async def test_transactions_are_shown_whole(stage: Stage) -> None:
    """With the sender and without a signature; by their hashes unless asked."""
    call = {"from": RICH, "to": NOBODY, "value": "0x1", "gasPrice": "0x0"}
    whole = (await stage.rpc("eth_simulateV1", one(call, returnFullTransactions=True)))[0]
    short = (await stage.rpc("eth_simulateV1", one(call)))[0]
    (shown,) = whole["transactions"]
    assert (RICH, "0x0", "0x0", whole["hash"]) == (
        shown["from"],
        shown["type"],
        shown["r"],
        shown["blockHash"],
    )
    assert [shown["hash"]] == short["transactions"]


@on_stage()
async def test_modules_answer_on_overridden_state(stage: Stage) -> None:
    """A module keeps its rules over words of its storage that hold for the simulation only."""
    count = hex_of(b"\x00" * 31 + b"\x03")
    join = {"from": RICH, "to": hex_of(Guild.address), "data": _join(7)}
    word = hex_of((41).to_bytes(32, "big"))
    state = {hex_of(Guild.address): {"stateDiff": {count: word}}}
    made = await stage.rpc("eth_simulateV1", one(join, state=state))
    assert "0x1" == made[0]["calls"][0]["status"]
    (log,) = made[0]["calls"][0]["logs"]
    assert hex_of(Guild.address) == log["address"]
    assert hex_of(bytes(32)) == await stage.rpc("eth_getStorageAt", hex_of(Guild.address), "0x3")


def _join(shares: int) -> str:
    """Return the call that joins the guild."""
    join = method_named(Guild, "join")
    assert join is not None
    return hex_of(join.encode_call(shares))


BLOCKS = st.fixed_dictionaries(
    {},
    optional={
        "calls": st.lists(CALLS, max_size=3),
        "stateOverrides": OVERRIDES,
        "blockOverrides": BLOCK_OVERRIDES
        | st.fixed_dictionaries({}, optional={"number": st.integers(0, 9).map(hex)}),
    },
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BLOCKS, max_size=3), st.booleans(), st.booleans(), st.booleans())
def test_no_simulation_breaks_the_node(
    blocks: list[Any], validation: bool, transfers: bool, whole: bool
) -> None:
    """Well-formed simulations with absurd values end in blocks or in the client's error."""
    simulation = {
        "blockStateCalls": blocks,
        "validation": validation,
        "traceTransfers": transfers,
        "returnFullTransactions": whole,
    }
    answer = ask("eth_simulateV1", [simulation, "latest"])
    own = "nonce has max value"  # the one error whose code the method shares with our own faults
    code, text = answer.get("error", {}).get("code"), answer.get("error", {}).get("message", "")
    assert code != -32603 or own in text, (simulation, answer)
