"""Our answers against the OpenRPC sources of execution-apis, on a chain with all that they show."""

from collections.abc import Iterator

import pytest

from chain.kit.module import method_named
from rpc.config import RpcConfig
from rpc.news import News
from rpc.table import build_methods
from tests.rpc.development.play import PlayDevelopment, on_devnet
from tests.rpc.openrpc import Specification, filled, placed, read_specification
from tests.rpc.openrpc_calls import BAD_CALLS, NOT_SERVED, furnish, good_calls
from tests.rpc.stage import Guild, Stage, StageBackend

COMMON_CODES = {-32602, -32000}  # of parameters and of geth's "server error", for every method


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Specification:
    """The sources, read once."""
    return read_specification(tmp_path_factory.mktemp("openrpc"))


def test_every_method_is_served_or_says_why_not(sources: Specification) -> None:
    """What the sources name is in the development table, or in the list of what is not."""
    backend = StageBackend()
    config = RpcConfig(development=PlayDevelopment(backend))
    served = set(build_methods(backend, config, News(backend)))
    backend.close()
    assert set(NOT_SERVED) == set(sources.methods) - served
    assert set(sources.methods) - set(NOT_SERVED) == {method for method, *_ in BAD_CALLS}


def test_every_result_validates(sources: Specification) -> None:
    """Good calls of every method, over blocks, types and tags: each result fits its schema."""
    objections: list[str] = []
    asked: set[str] = set()

    @on_devnet()
    async def play(stage: Stage, development: PlayDevelopment) -> None:
        development.automine = False
        for method, params in good_calls(await furnish(stage)):
            answer = await stage.ask(method, *params)
            asked.add(method)
            if "result" not in answer:
                objections.append(f"{method}{params}: {answer}")
                continue
            result = answer["result"]
            if method == "eth_getBlockByNumber" and params[0] == "pending":
                result = filled(result)
            elif method == "eth_getTransactionByHash" and result and result["blockHash"] is None:
                result = placed(result)
            objections.extend(sources.result_objections(method, result))

    play()
    assert [] == list(dict.fromkeys(objections))
    assert set(sources.methods) - set(NOT_SERVED) == asked


def test_every_error_is_a_listed_one(sources: Specification) -> None:
    """Bad calls of every method: the code we mean, and one that the sources list."""
    objections: list[str] = []

    @on_devnet()
    async def play(stage: Stage, development: PlayDevelopment) -> None:
        development.automine = False
        await furnish(stage)
        for method, params, code in BAD_CALLS:
            answer = await stage.ask(method, *params)
            found = answer.get("error", {}).get("code")
            own = {error["code"] for error in sources.methods[method].get("errors", ())}
            if found != code or code not in sources.error_codes | own:
                objections.append(f"{method}{params}: {code} expected, found {answer}")

    play()
    assert [] == objections
    assert COMMON_CODES <= sources.error_codes


def test_the_judge_objects_to_what_is_wrong(sources: Specification) -> None:
    """A result that breaks its schema is seen, also behind references."""
    for method, wrong in wrong_results():
        assert sources.result_objections(method, wrong), method


def wrong_results() -> Iterator[tuple[str, object]]:
    """A result of some methods as it must not be."""
    yield "eth_blockNumber", "0x01"
    yield "eth_getBlockByHash", {"number": "0x1"}
    yield "eth_getTransactionByHash", {"hash": "0x"}
    yield "eth_feeHistory", {"oldestBlock": 1}
    yield "txpool_status", {"pending": 3, "queued": 0}


def test_the_guild_is_joined_as_furnished() -> None:
    """The call by which the chain is furnished is the module's own."""
    assert "049878f3" == method_named(Guild, "join").selector.hex()
