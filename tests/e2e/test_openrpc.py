"""
A running devnet against the OpenRPC sources of execution-apis: good and bad calls of each method.

    tests/rpc/openrpc_calls.py --the same calls, its accounts for the stage's--> devnet --> schemas
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from chain.codec import sign_authorization, sign_transaction
from chain.types.primitives import Address
from chain.types.transaction import AccessEntry, TransactionType
from cli.devnet import CHAIN_ID_DEFAULT, dev_accounts
from tests.e2e.devnet import Devnet
from tests.rpc.openrpc import Specification, filled, placed, read_specification
from tests.rpc.openrpc_calls import BAD_CALLS, NOT_SERVED, OTHER, RICH, Facts, good_calls
from tests.rpc.stage import (
    COUNTER,
    COUNTER_CODE,
    LOGGER,
    LOGGER_CODE,
    NUMBER,
    NUMBER_CODE,
    REVERTER,
    REVERTER_CODE,
    STRANGER,
    hex_of,
)

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]
ANSWER_S = 60
CODES = (
    (COUNTER, COUNTER_CODE),
    (REVERTER, REVERTER_CODE),
    (NUMBER, NUMBER_CODE),
    (LOGGER, LOGGER_CODE),
)
DEV = dev_accounts()


class Node:
    """A devnet that is asked with the words of the stage: its accounts stand for the stage's."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._nonces = [0, 0, 0]

    def ask(self, method: str, *params: Any) -> dict[str, Any]:
        """Return the whole answer."""
        body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})
        for words, account in ((RICH, DEV[0]), (OTHER, DEV[1])):
            body = body.replace(words, hex_of(account.address))
        request = Request(self._url, body.encode(), {"content-type": "application/json"})
        with urlopen(request, timeout=ANSWER_S) as answer:
            found: dict[str, Any] = json.load(answer)
        return found

    def do(self, method: str, *params: Any) -> Any:
        """Return a result that must be there."""
        answer = self.ask(method, *params)
        assert "result" in answer, (method, answer)
        return answer["result"]

    def signed(self, who: int, to: Address | None, data: bytes = b"", **fields: Any) -> bytes:
        """Return the next transaction of an account."""
        wanted = {
            "chain_id": CHAIN_ID_DEFAULT,
            "nonce": self._nonces[who],
            "gas_limit": 200_000,
            "max_fee_per_gas_wei": 10**11,
            "max_priority_fee_per_gas_wei": 10**9,
        }
        self._nonces[who] += 1
        return sign_transaction(DEV[who].private_key, to=to, data=data, **{**wanted, **fields}).raw

    def send(self, who: int, to: Address | None, data: bytes = b"", **fields: Any) -> str:
        """Send it and return its hash."""
        sent: str = self.do("eth_sendRawTransaction", hex_of(self.signed(who, to, data, **fields)))
        return sent


def furnish(node: Node) -> Facts:
    """Give the chain what the stage's has: contracts, a block with every type, some waiting."""
    filters = (
        node.do("eth_newFilter", {"fromBlock": "0x0"}),
        node.do("eth_newBlockFilter"),
        node.do("eth_newPendingTransactionFilter"),
    )
    node.do("evm_mine")
    for address, code in CODES:
        node.do("anvil_setCode", hex_of(address), hex_of(code))
    node.do("evm_setAutomine", False)
    entry = (AccessEntry(COUNTER, (0, 7)),)
    grant = sign_authorization(
        DEV[1].private_key, chain_id=CHAIN_ID_DEFAULT, address=COUNTER, nonce=9
    )
    legacy = {"max_priority_fee_per_gas_wei": None}
    sent = (
        node.send(0, STRANGER, type=TransactionType.LEGACY, **legacy),
        node.send(0, COUNTER, type=TransactionType.ACCESS_LIST, access_list=entry, **legacy),
        node.send(0, COUNTER, access_list=entry),
        node.send(0, STRANGER, type=TransactionType.SET_CODE, authorizations=(grant,)),
        node.send(0, None, bytes.fromhex("6001600c60003960016000f300")),
        node.send(0, REVERTER),
        node.send(0, LOGGER),
    )
    node.do("evm_mine")
    head = node.do("eth_getBlockByNumber", "latest", False)
    waiting = node.send(0, COUNTER)
    node.send(0, COUNTER, nonce=60)
    raw = hex_of(node.signed(2, STRANGER, value_wei=1))
    return Facts(head["hash"], head["number"], sent, waiting, filters, raw)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Specification:
    """The sources, read once."""
    return read_specification(tmp_path_factory.mktemp("openrpc"))


@pytest.fixture
def node(sources: Specification, tmp_path: Path) -> Iterator[Node]:
    """A devnet that makes blocks when asked to."""
    with Devnet(tmp_path / "home", "--on-demand") as devnet:
        yield Node(devnet.endpoints["rpc"])


def test_every_result_of_a_devnet_validates(sources: Specification, node: Node) -> None:
    """Good calls of every method that is served: each result fits its schema."""
    objections: list[str] = []
    asked: set[str] = set()
    for method, params in good_calls(furnish(node)):
        result = node.do(method, *params)
        asked.add(method)
        if method == "eth_getBlockByNumber" and params[0] == "pending":
            result = filled(result)
        elif method == "eth_getTransactionByHash" and result and result["blockHash"] is None:
            result = placed(result)
        objections += sources.result_objections(method, result)
    assert [] == list(dict.fromkeys(objections))
    assert set(sources.methods) - set(NOT_SERVED) == asked


def test_every_error_of_a_devnet_is_a_listed_one(sources: Specification, node: Node) -> None:
    """Bad calls of every method: the code we mean, and one that the sources list."""
    furnish(node)
    objections = []
    for method, params, code in BAD_CALLS:
        answer = node.ask(method, *params)
        own = {error["code"] for error in sources.methods[method].get("errors", ())}
        found = answer.get("error", {}).get("code")
        if found != code or code not in sources.error_codes | own:
            objections.append(f"{method}{params}: {code} expected, found {answer}")
    assert [] == objections
