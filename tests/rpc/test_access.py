"""Which methods are served, and to whom."""

from typing import Any

import pytest

from rpc.access import Access, UnknownMethods, is_loopback
from rpc.config import RpcConfig
from rpc.credentials import Credentials, digest_of
from tests.rpc.stage import Stage, on_stage

KEYED = Credentials(key_digests=frozenset([digest_of("a long enough key")]))


def access(*methods: str, **fields: Any) -> Access:
    """The rules of a server whose chain has one module, called after two words."""
    return Access(RpcConfig(methods=methods, **fields), ["model_fees"])


def test_this_machine_has_everything_unless_it_is_told() -> None:
    """On loopback the admin side is open; elsewhere it is not there at all."""
    assert access().serves("debug_traceCall")
    elsewhere = access(host="0.0.0.0")
    admin = ["debug_traceCall", "trace_block", "evm_mine", "anvil_setCode", "eth_sendTransaction"]
    assert [] == [name for name in admin if elsewhere.serves(name)]
    assert elsewhere.serves("eth_call") and elsewhere.serves("model_fees_quote")
    assert elsewhere.serves("ots_getApiLevel") and elsewhere.serves("rpc.discover")


def test_a_list_lets_in_what_it_names() -> None:
    """Namespaces and single methods; `rpc` tells of the others and is always there."""
    few = access("net", "eth_call", "model_fees", "debug_getRawBlock", host="0.0.0.0")
    served = ["net_version", "eth_call", "model_fees_quote", "rpc_modules", "debug_getRawBlock"]
    absent = ["eth_getLogs", "web3_sha3", "debug_traceCall", "model_other"]
    assert served == [name for name in served + absent if few.serves(name)]
    everything = access("*", host="0.0.0.0")
    assert everything.serves("debug_traceCall") and everything.serves("eth_call")


def test_exceptions_take_out() -> None:
    """A minus wins, whatever else is named; alone it leaves the default."""
    some = access("eth", "-eth_getLogs", "-rpc")
    assert [True, False, False, False] == [
        some.serves(name) for name in ("eth_call", "eth_getLogs", "net_version", "rpc_modules")
    ]
    most = access("-eth_getLogs", host="0.0.0.0")
    assert most.serves("eth_call") and not most.serves("eth_getLogs")
    assert not most.serves("debug_traceCall")


def test_credentials_open_the_admin_side_to_who_shows_one() -> None:
    """With credentials it is served everywhere, and needs one everywhere."""
    for host in ("127.0.0.1", "0.0.0.0"):
        keyed = access(host=host, credentials=KEYED)
        assert keyed.serves("debug_traceCall") and keyed.needs_credential("debug_traceCall")
        assert keyed.needs_credential("eth_sendTransaction")
        assert not keyed.needs_credential("eth_call")
    assert not access().needs_credential("debug_traceCall")


def test_misspelt_names_are_refused() -> None:
    """An exception with a slip would leave open what it was to close."""
    names = ["eth_call", "eth_getLogs", "model_fees_quote"]
    access("eth", "-eth_getLogs", "-debug", "model_fees").check(names)
    for wrong in ("-eth_getlogs", "et", "--eth", ""):
        with pytest.raises(UnknownMethods, match="a method, a namespace or"):
            access(wrong).check(names)


def test_loopback_is_told_from_the_world() -> None:
    """Both families and the name; no other name, and not every address."""
    assert all(map(is_loopback, ("127.0.0.1", "127.9.9.9", "::1", "localhost")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "10.0.0.1", "localhost.evil", "")))


@on_stage(RpcConfig(methods=("eth", "-eth_getLogs")))
async def test_what_is_not_served_is_unknown_everywhere(stage: Stage) -> None:
    """Calls, batches, WebSockets and the server's own description agree."""
    gone = "the method eth_getLogs does not exist/is not available"
    assert (-32601, gone) == await stage.error("eth_getLogs", {})
    assert -32601 == (await stage.error("guild_is_open"))[0]
    async with stage.websocket() as socket:
        assert -32601 == (await socket.ask("eth_getLogs", {}))["error"]["code"]
    assert ["eth", "rpc"] == list(await stage.rpc("rpc_modules"))
    named = {item["name"] for item in (await stage.rpc("rpc.discover"))["methods"]}
    assert "eth_call" in named and "eth_getLogs" not in named
