"""docs/grpc.md, run as it stands against a node."""

import re
from typing import Any

import grpc
import pytest

from rpc.wire import node_pb2, node_pb2_grpc, tx_pb2, tx_pb2_grpc
from tests.e2e.devnet import ROOT, Devnet, wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]
CODE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(address: str) -> list[str]:
    """Return the page's code, for a node at this address."""
    page = (ROOT / "docs" / "grpc.md").read_text()
    return [text.replace("127.0.0.1:9090", address) for text in CODE.findall(page)]


def test_the_pages_examples_are_true(tmp_path):
    """Built, signed and committed; and the raw transaction put together by hand is the same."""
    with Devnet(tmp_path / "home", "--consensus") as devnet:
        scope: dict[str, Any] = {}
        for text in examples(devnet.endpoints["grpc"]):
            exec(text, scope)
        assert scope["answer"].transaction.receipt.is_success
        assert scope["raw"] == scope["answer"].transaction.raw
        check_consensus(devnet.endpoints["grpc"])


def look(node: Any) -> Any:
    """Ask for the height being decided; nothing while a block is being committed."""
    try:
        return node.Consensus(node_pb2.ConsensusRequest())
    except grpc.RpcError as error:
        assert grpc.StatusCode.UNAVAILABLE == error.code()
        return None


def check_consensus(address: str) -> None:
    """The engine of a real node shows its height and its own votes."""
    with grpc.insecure_channel(address) as channel:
        node: Any = node_pb2_grpc.NodeStub(channel)
        head = node.Status(node_pb2.StatusRequest()).head_height
        seen = wait_until(lambda: look(node))
        assert seen.height >= head
        assert seen.total_power > 0
        sent: Any = tx_pb2_grpc.TxStub(channel)
        with pytest.raises(grpc.RpcError) as caught:
            sent.Broadcast(tx_pb2.BroadcastRequest(raw=b"\2"))
        assert grpc.StatusCode.INVALID_ARGUMENT == caught.value.code()
