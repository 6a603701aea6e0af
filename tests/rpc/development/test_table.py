"""Which names there are, and where."""

import asyncio
from typing import Any

import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rpc.config import RpcConfig
from rpc.development.table import SAME
from rpc.dispatcher import Dispatcher
from rpc.news import News
from rpc.table import build_methods
from tests.rpc.development.play import PlayDevelopment
from tests.rpc.stage import ACCOUNTS, STRANGER, Stage, StageBackend, hex_of, on_stage

BACKEND = StageBackend()
PLAY = RpcConfig(development=PlayDevelopment(BACKEND))
NEWS = News(BACKEND)
METHODS = build_methods(BACKEND, PLAY, NEWS)
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(max_size=12)
    | st.integers(0, 2**256).map(hex)
    | st.binary(max_size=33).map(hex_of)
    | st.sampled_from([hex_of(ACCOUNTS[0]), hex_of(STRANGER)]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=5,
)
ONLY_HERE = ("evm_", "anvil_", "hardhat_", "personal_")
SIGNING = {"eth_sendTransaction", "eth_sign", "eth_signTransaction", "eth_signTypedData_v4"}


def test_every_name_of_a_method_is_the_same_method() -> None:
    """Other tools' names differ in nothing but the name."""
    backend = StageBackend()
    config = RpcConfig(development=PlayDevelopment(backend))
    table = build_methods(backend, config, News(backend))
    for name, others in SAME.items():
        for other in others:
            assert (table[name].function, other) == (table[other].function, table[other].name)
    assert set(table) >= SIGNING
    backend.close()


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(sorted({*SAME, *sum(SAME.values(), ()), *SIGNING})),
    st.lists(ANYTHING, max_size=4),
)
def test_no_development_method_breaks(name: str, params: list[Any]) -> None:
    """Whatever the parameters, the answer is a result or the client's error."""

    async def ask() -> bytes | None:
        news = asyncio.create_task(NEWS.run())
        body = orjson.dumps({"jsonrpc": "2.0", "id": 1, "method": name, "params": params})
        answer = await Dispatcher(METHODS, PLAY.limits).answer(body)
        news.cancel()
        await asyncio.gather(news, return_exceptions=True)
        return answer

    answer = orjson.loads(asyncio.run(ask()) or b"")
    assert answer.get("error", {}).get("code") != -32603, (name, params, answer)


@on_stage()
async def test_nothing_of_it_exists_on_any_other_node(stage: Stage) -> None:
    """Not one name is in the table, and a call says so."""
    names = set(stage.server.methods)
    assert not [name for name in names if name.startswith(ONLY_HERE)]
    assert not names & SIGNING
    assert (-32601, "the method evm_mine does not exist/is not available") == (
        await stage.error("evm_mine")
    )
    assert [] == await stage.rpc("eth_accounts")
