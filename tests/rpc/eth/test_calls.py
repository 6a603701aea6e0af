"""eth_call, eth_estimateGas, eth_createAccessList."""

from typing import Any

from chain.codec import keccak256
from chain.kit.module import method_named
from rpc.config import RpcConfig, RpcLimits
from tests.rpc.stage import (
    ACCOUNTS,
    COUNTER,
    COUNTER_CODE,
    HASHER,
    INVALID,
    NUMBER,
    REVERTER,
    SILENT,
    SPINNER,
    STRANGER,
    Guild,
    Stage,
    hex_of,
    on_stage,
)

ONE = "0x" + "00" * 31 + "01"
NO = (
    "0x08c379a0"
    "0000000000000000000000000000000000000000000000000000000000000020"
    "0000000000000000000000000000000000000000000000000000000000000002"
    "6e6f000000000000000000000000000000000000000000000000000000000000"
)


def words(output: str) -> list[int]:
    """Split an output into its words."""
    return [int(output[at : at + 64], 16) for at in range(2, len(output), 64)]


@on_stage()
async def test_calls_return_output_and_change_nothing(stage: Stage) -> None:
    """The counter counts in the call only."""
    call = {"to": hex_of(COUNTER)}
    assert ONE == await stage.rpc("eth_call", call, "latest")
    assert ONE == await stage.rpc("eth_call", call)
    word = await stage.rpc("eth_getStorageAt", hex_of(COUNTER), "0x0")
    assert 0 == int(word, 16)


@on_stage()
async def test_reverts_carry_code_reason_and_data(stage: Stage) -> None:
    """Clients read the reason from the text and decode the data themselves."""
    for name in ("eth_call", "eth_estimateGas"):
        answer = await stage.ask(name, {"to": hex_of(REVERTER)})
        expected = {"code": 3, "message": "execution reverted: no", "data": NO}
        assert expected == answer["error"]
        answer = await stage.ask(name, {"to": hex_of(SILENT)}, "latest")
        assert {"code": 3, "message": "execution reverted", "data": "0x"} == answer["error"]


@on_stage()
async def test_other_failures_are_plain_errors(stage: Stage) -> None:
    """An invalid instruction and running out of gas are no reverts."""
    call = {"to": hex_of(INVALID)}
    assert (-32000, "invalid opcode: INVALID") == await stage.error("eth_call", call)
    assert (-32000, "invalid opcode: INVALID") == await stage.error("eth_estimateGas", call)
    call = {"to": hex_of(SPINNER), "gas": "0x186a0"}
    assert (-32000, "out of gas") == await stage.error("eth_call", call)
    expected = (-32000, "gas required exceeds allowance (100000)")
    assert expected == await stage.error("eth_estimateGas", call)


@on_stage(RpcConfig(limits=RpcLimits(call_gas_max=100_000)))
async def test_gas_is_capped(stage: Stage) -> None:
    """However much a call asks for, it gets no more than the node's cap."""
    call = {"to": hex_of(SPINNER), "gas": "0xffffffffff"}
    assert (-32000, "out of gas") == await stage.error("eth_call", call)


@on_stage()
async def test_the_block_is_the_one_asked_for(stage: Stage) -> None:
    """Code sees the number and time of its block, and of the one to come for pending."""
    for _ in range(3):
        stage.backend.make_block()
    call = {"to": hex_of(NUMBER), "from": hex_of(ACCOUNTS[1])}
    for block, expected in [("latest", 3), ("0x2", 2), ("pending", 4), ("earliest", 0)]:
        number, time_s, caller = words(await stage.rpc("eth_call", call, block))
        assert expected == number
        assert int.from_bytes(ACCOUNTS[1], "big") == caller
        assert time_s == 1_700_000_000 + expected


@on_stage()
async def test_old_states_can_be_called(stage: Stage) -> None:
    """The counter at a height shows that height's count."""
    stage.backend.send(0, COUNTER)
    stage.backend.make_block()
    call = {"to": hex_of(COUNTER)}
    assert [2] == words(await stage.rpc("eth_call", call, "latest"))
    assert [1] == words(await stage.rpc("eth_call", call, "0x0"))
    block = {"blockHash": hex_of(stage.backend.ledger.genesis_hash)}
    assert [1] == words(await stage.rpc("eth_call", call, block))


@on_stage()
async def test_states_can_be_overridden(stage: Stage) -> None:
    """Code, storage (whole or slot by slot), balance and nonce, in this call only."""
    fresh, slot = hex_of(STRANGER), "0x" + "00" * 32
    call = {"to": fresh}
    code = hex_of(COUNTER_CODE)
    nine = "0x" + "00" * 31 + "09"
    for override, expected in [
        ({"code": code}, 1),
        ({"code": code, "stateDiff": {slot: nine}}, 10),
        ({"code": code, "state": {slot: nine}}, 10),
        ({"code": code, "state": {}, "balance": "0x5", "nonce": "0x7"}, 1),
    ]:
        output = await stage.rpc("eth_call", call, "latest", {fresh: override})
        assert [expected] == words(output)
    stage.backend.send(0, COUNTER)
    stage.backend.make_block()
    counter = hex_of(COUNTER)
    output = await stage.rpc("eth_call", {"to": counter}, "latest", {counter: {"state": {}}})
    assert [1] == words(output)
    rich = {hex_of(STRANGER): {"balance": "0xde0b6b3a7640000"}}
    spend = {"from": hex_of(STRANGER), "to": counter, "value": "0x1"}
    assert "result" in await stage.ask("eth_estimateGas", spend, "latest", rich)
    code_, message = await stage.error("eth_call", spend, "latest")
    assert (-32000, True) == (code_, message.startswith("insufficient funds"))
    assert "0x" == await stage.rpc("eth_getCode", fresh, "latest")


@on_stage()
async def test_blocks_can_be_overridden(stage: Stage) -> None:
    """A call may believe itself in another block, under today's names and the older ones."""
    call = {"to": hex_of(NUMBER)}
    overrides = {"number": "0x64", "time": "0x5", "feeRecipient": hex_of(STRANGER)}
    overrides |= {"prevRandao": ONE, "gasLimit": "0x1000000", "baseFeePerGas": "0x0"}
    number, time_s, _ = words(await stage.rpc("eth_call", call, "latest", {}, overrides))
    assert (100, 5) == (number, time_s)
    older = {"coinbase": hex_of(STRANGER), "random": ONE, "baseFee": "0x1", "blobBaseFee": "0x1"}
    assert "result" in await stage.ask("eth_call", call, "latest", None, older)


@on_stage()
async def test_hashes_of_blocks_that_are_not_there_are_zero(stage: Stage) -> None:
    """BLOCKHASH in an imagined block knows the true ancestors and nothing else."""
    for _ in range(3):
        stage.backend.make_block()
    call, zero = {"to": hex_of(HASHER)}, "0x" + "00" * 32
    third = hex_of(stage.backend.chain.block(3).header.hash)
    second = hex_of(stage.backend.chain.block(2).header.hash)
    assert third == await stage.rpc("eth_call", call, "pending")
    assert second == await stage.rpc("eth_call", call, "latest")
    assert zero == await stage.rpc("eth_call", call, "latest", {}, {"number": "0x64"})
    assert second == await stage.rpc("eth_call", call, "latest", {}, {"number": "0x3"})


@on_stage()
async def test_call_objects_are_read_as_clients_write_them(stage: Stage) -> None:
    """`data` and `input`, unknown keys, nulls, prices of each kind, lists."""
    to = hex_of(COUNTER)
    for extra in [
        {"data": "0x12", "input": "0x12"},
        {"data": "0x12"},
        {"input": "0x12"},
        {"data": None, "gas": None, "to": to, "from": None},
        {"unknownKey": {"a": 1}, "type": "0x2"},
        {"chainId": "0x7a69", "nonce": "0x5", "value": "0x0"},
        {"gasPrice": "0x0"},
        {"maxFeePerGas": "0x0", "maxPriorityFeePerGas": "0x0"},
        {"maxPriorityFeePerGas": "0x5"},
        {"accessList": [{"address": to, "storageKeys": [ONE]}]},
        {"authorizationList": [
            {"chainId": "0x0", "address": to, "nonce": "0x0", "yParity": "0x0",
             "r": "0x1", "s": "0x1"}
        ]},
    ]:  # fmt: skip
        assert ONE == await stage.rpc("eth_call", {"to": to, **extra}, "latest"), extra


@on_stage()
async def test_wrong_call_objects_are_refused(stage: Stage) -> None:
    """Each mistake has its own message and the code of wrong parameters."""
    to = hex_of(COUNTER)
    cases: list[tuple[Any, str]] = [
        (5, "call object expected, found 5"),
        ({"data": "0x12", "input": "0x13"}, 'both "data" and "input" are set and not equal'),
        ({"to": "0x12"}, "to: hex string has length 2, want 40 for an address"),
        ({"to": to, "gas": 5}, "gas: hex string expected, found 5"),
        ({"to": to, "gas": "0x1ffffffffffffffff"}, "gas: hex number > 64 bits"),
        ({"to": to, "chainId": "0x1"}, "chainId does not match node's (have=1, want=31337)"),
        ({"gasPrice": "0x1", "maxFeePerGas": "0x1"}, "both gasPrice and (maxFeePerGas or"),
        (
            {"maxFeePerGas": "0x1", "maxPriorityFeePerGas": "0x2"},
            "maxFeePerGas (1) < maxPriorityFeePerGas (2)",
        ),
        ({"accessList": 5}, "accessList: array expected, found 5"),
        ({"accessList": [{}]}, "accessList: address is missing"),
        ({"accessList": [{"address": to, "storageKeys": ["0x1"]}]}, "accessList: storageKeys: "),
        ({"authorizationList": [{"address": to}]}, "authorizationList: chainId is missing"),
    ]
    for call, text in cases:
        code, message = await stage.error("eth_call", call, "latest")
        assert (-32602, True, message) == (code, text in message, message)
    for overrides, text in [
        ([], "state override object expected"),
        ({"0x1": {}}, "want 40 for an address"),
        ({to: 5}, "account override object expected"),
        ({to: {"state": {}, "stateDiff": {}}}, "has both 'state' and 'stateDiff'"),
        ({to: {"state": {"0x1": ONE}}}, "want 64 for a word"),
        ({to: {"state": []}}, "object of 32-byte words expected"),
        ({to: {"movePrecompileToAddress": 5}}, "hex string expected"),
    ]:
        code, message = await stage.error("eth_call", {"to": to}, "latest", overrides)
        assert (-32602, True, message) == (code, text in message, message)
    assert -32602 == (await stage.error("eth_call", {"to": to}, "latest", {}, {"number": 1}))[0]
    assert -32602 == (await stage.error("eth_call", {"to": to}, "latest", {}, {}, {}))[0]


@on_stage()
async def test_prices_are_paid_where_given(stage: Stage) -> None:
    """With a gas price the caller needs the coins, and at least the base fee."""
    call = {"to": hex_of(COUNTER), "from": hex_of(STRANGER), "gasPrice": "0x2540be400"}
    code, message = await stage.error("eth_call", call, "latest")
    assert (-32000, True) == (code, message.startswith("insufficient funds for gas * price"))
    poor = {"to": hex_of(COUNTER), "from": hex_of(ACCOUNTS[0]), "gasPrice": "0x1"}
    code, message = await stage.error("eth_call", poor, "latest")
    assert (-32000, True) == (code, message.startswith("max fee per gas less than block base fee"))


@on_stage()
async def test_estimates_suffice(stage: Stage) -> None:
    """A transaction with the estimated gas succeeds; a plain transfer takes exactly 21,000."""
    transfer = {"from": hex_of(ACCOUNTS[0]), "to": hex_of(STRANGER), "value": "0x1"}
    assert "0x5208" == await stage.rpc("eth_estimateGas", transfer)
    gas = int(await stage.rpc("eth_estimateGas", {"to": hex_of(COUNTER)}, "pending"), 16)
    sent = hex_of(stage.backend.send(0, COUNTER, gas_limit=gas))
    stage.backend.make_block()
    assert "0x1" == (await stage.rpc("eth_getTransactionReceipt", sent))["status"]


@on_stage()
async def test_access_lists_name_what_is_touched(stage: Stage) -> None:
    """The counter's slot is in the list; a failing call says why."""
    found = await stage.rpc("eth_createAccessList", {"to": hex_of(COUNTER)}, "latest")
    expected = [{"address": hex_of(COUNTER), "storageKeys": ["0x" + "00" * 32]}]
    assert expected == found["accessList"]
    assert int(found["gasUsed"], 16) > 21_000
    failed = await stage.rpc("eth_createAccessList", {"to": hex_of(REVERTER)}, "latest")
    assert "execution reverted: no" == failed["error"]


@on_stage()
async def test_refusals_of_modules_are_named(stage: Stage) -> None:
    """eth_call on a module says which refusal it was, with its fields, and carries its data."""
    member = method_named(Guild, "member")
    assert member is not None
    call = {"to": hex_of(Guild.address), "data": hex_of(member.encode_call(STRANGER))}
    answer = await stage.ask("eth_call", call, "latest")
    assert f"execution reverted: NotAMember(who={hex_of(STRANGER)})" == answer["error"]["message"]
    assert 3 == answer["error"]["code"]
    assert answer["error"]["data"].endswith(STRANGER.hex())
    unknown = await stage.ask("eth_call", {"to": hex_of(Guild.address), "data": "0x12345678"})
    assert 3 == unknown["error"]["code"]


@on_stage()
async def test_precompiles_can_be_moved_and_replaced(stage: Stage) -> None:
    """SHA-256 answers elsewhere and its place is empty; code takes another's place."""
    sha, place, text = "0x" + "02".zfill(40), hex_of(b"\x99" * 20), "0x616263"
    real = await stage.rpc("eth_call", {"to": sha, "data": text})
    moved = {sha: {"movePrecompileToAddress": place}}
    assert real == await stage.rpc("eth_call", {"to": place, "data": text}, "latest", moved)
    assert "0x" == await stage.rpc("eth_call", {"to": sha, "data": text}, "latest", moved)
    coded = {sha: {"code": "0x602a60005260206000f3"}}
    assert [42] == words(await stage.rpc("eth_call", {"to": sha}, "latest", coded))
    for overrides, problem in (
        ({place: {"movePrecompileToAddress": sha}}, "is not a precompile"),
        ({hex_of(Guild.address): {"movePrecompileToAddress": place}}, "is not a precompile"),
        ({**moved, place: {"balance": "0x1"}}, "is already overridden"),
    ):
        code, text_ = await stage.error("eth_call", {"to": sha}, "latest", overrides)
        assert (-32000, True) == (code, text_.endswith(problem))


@on_stage()
async def test_estimates_and_access_lists_take_overrides_of_the_block(stage: Stage) -> None:
    """A contract that reads the number sees the given one, wherever it is run."""
    code = "0x43600a14600857fe5b00"  # the invalid instruction but at block 10
    state, block = {hex_of(STRANGER): {"code": code}}, {"number": "0xa"}
    call = {"to": hex_of(STRANGER)}
    assert "error" in await stage.ask("eth_estimateGas", call, "latest", state)
    assert 21_000 < int(await stage.rpc("eth_estimateGas", call, "latest", state, block), 16)
    failed = await stage.rpc("eth_createAccessList", call, "latest", state)
    passed = await stage.rpc("eth_createAccessList", call, "latest", state, block)
    assert ("error" in failed, "error" in passed) == (True, False)


@on_stage()
async def test_a_modules_state_can_be_overridden(stage: Stage) -> None:
    """Its views answer on the words they are given, by its own rules."""
    guild, member = hex_of(Guild.address), method_named(Guild, "member")
    assert member is not None
    call = {"to": guild, "data": hex_of(member.encode_call(STRANGER))}
    assert (await stage.error("eth_call", call))[0] == 3
    key = hex_of(keccak256(STRANGER.rjust(32, b"\x00") + (2).to_bytes(32, "big")))
    state = {guild: {"stateDiff": {key: ONE}}}
    assert [int.from_bytes(STRANGER, "big"), 1] == words(
        await stage.rpc("eth_call", call, "latest", state)
    )[1:3]
    assert (await stage.error("eth_call", call, "latest", {guild: {"state": {}}}))[0] == 3
