"""A method for every view of every module."""

from chain.kit.dispatch import decode_result
from chain.kit.module import method_named
from tests.rpc.stage import ACCOUNTS, STRANGER, Guild, Stage, hex_of, on_stage


def join(stage: Stage, shares: int) -> None:
    """Let the first account join."""
    method = method_named(Guild, "join")
    assert method is not None
    stage.backend.send(0, Guild.address, method.encode_call(shares))
    stage.backend.make_block()


@on_stage()
async def test_records_come_as_objects(stage: Stage) -> None:
    """Fields by name, numbers in hex, enums by name, addresses in lower case."""
    join(stage, 300)
    assert {
        "who": hex_of(ACCOUNTS[0]),
        "shares": "0x12c",
        "mood": "BUSY",
        "nickname": "ann",
        "mark": "0x" + "01" * 32,
    } == await stage.rpc("guild_member", hex_of(ACCOUNTS[0]))


@on_stage()
async def test_a_query_is_the_call_it_stands_for(stage: Stage) -> None:
    """eth_call on the module's address gives the same answer, in ABI."""
    join(stage, 300)
    view = method_named(Guild, "member")
    assert view is not None
    call = {"to": hex_of(Guild.address), "data": hex_of(view.encode_call(ACCOUNTS[0]))}
    output = bytes.fromhex((await stage.rpc("eth_call", call, "latest"))[2:])
    shown = await stage.rpc("guild_member", hex_of(ACCOUNTS[0]))
    assert decode_result(view, output).shares == int(shown["shares"], 16)
    call["data"] = hex_of(view.encode_call(STRANGER))
    expected = (await stage.ask("eth_call", call, "latest"))["error"]
    assert expected == (await stage.ask("guild_member", hex_of(STRANGER)))["error"]
    assert f"execution reverted: NotAMember(who={hex_of(STRANGER)})" == expected["message"]


@on_stage()
async def test_the_last_parameter_is_a_block(stage: Stage) -> None:
    """Old heights answer with what was true then."""
    join(stage, 1)
    account = hex_of(ACCOUNTS[0])
    assert "0x1" == (await stage.rpc("guild_member", account, "0x1"))["shares"]
    assert "0x1" == (await stage.rpc("guild_member", account, "pending"))["shares"]
    assert 3 == (await stage.ask("guild_member", account, "0x0"))["error"]["code"]
    assert (-32000, "header not found") == await stage.error("guild_member", account, "0x9")
    genesis = {"blockHash": hex_of(stage.backend.ledger.genesis_hash)}
    assert await stage.rpc("guild_is_open", genesis) is True


@on_stage()
async def test_arguments_come_by_position_or_name(stage: Stage) -> None:
    """Numbers as JSON integers, decimal text or hex; enums by name in any case or by number."""
    assert "0xb" == await stage.rpc("guild_shares_in_mood", "busy", True)
    assert "0x0" == await stage.rpc("guild_shares_in_mood", 0, False)
    request = {"jsonrpc": "2.0", "id": 1, "method": "guild_shares_in_mood"}
    _, by_name = await stage.post({**request, "params": {"loud": True, "mood": "CALM"}})
    assert b'"result":"0x1"' in by_name
    for number in (10, "10", "0xa"):
        assert [] == await stage.rpc("guild_members", number, "0x0")


@on_stage()
async def test_wrong_arguments_are_told(stage: Stage) -> None:
    """The field, what was expected and what was found."""
    for params, text in [
        ([], "missing value for required argument 0"),
        (["0x12"], "invalid argument 0: who: 0x and 40 hex digits expected, found '0x12'"),
        ([5], "invalid argument 0: who: 0x and 40 hex digits expected, found 5"),
        (["0x" + "1" * 40, "latest", 1], "too many arguments, want at most 2"),
        (["0x" + "1" * 40, "newest"], "invalid argument 1: hex string without 0x prefix"),
    ]:
        code, message = await stage.error("guild_member", *params)
        assert (-32602, text) == (code, message[: len(text)])
    code, message = await stage.error("guild_shares_in_mood", "ANGRY", True)
    expected = "invalid argument 0: mood: one of CALM, BUSY expected, found 'ANGRY'"
    assert (-32602, expected) == (code, message)
    assert -32602 == (await stage.error("guild_shares_in_mood", "²", True))[0]
    assert -32602 == (await stage.error("guild_members", -1, 0))[0]
    assert -32602 == (await stage.error("guild_members", 0, "9" * 79))[0]
    request = b'{"jsonrpc":"2.0","id":1,"method":"guild_members","params":[%d,0]}' % 2**200
    assert b"a whole number from 0 expected" in (await stage.post(request))[1]


@on_stage()
async def test_parameters_without_a_view_can_be_asked_for(stage: Stage) -> None:
    """Governed parameters are readable at every height under `<module>_params`."""
    expected = {"fee_bps": "0xfa", "quorum": "0x2"}
    assert expected == await stage.rpc("guild_params")
    stage.backend.make_block()
    assert expected == await stage.rpc("guild_params", "0x0")
    assert (-32000, "header not found") == await stage.error("guild_params", "0x5")


@on_stage()
async def test_calls_are_no_queries(stage: Stage) -> None:
    """Only views become methods: what changes state is sent as a transaction."""
    assert -32601 == (await stage.error("guild_join", 5))[0]
