"""docs/grpc.md, run as it stands against a node."""

import json
import re
from typing import Any

import grpc
import pytest

from rpc.wire import node_pb2, node_pb2_grpc, tx_pb2, tx_pb2_grpc
from tests.authority import make
from tests.e2e.cluster import Cluster
from tests.e2e.devnet import ROOT, Devnet, kumiai, wait_until
from tests.e2e.hosts import Loopback

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


def test_a_node_shows_its_peers_and_their_votes(tmp_path):
    """Each of two validators names the other, how far it is, and what it votes."""
    with Cluster(tmp_path / "net", 2, hosts=Loopback()) as cluster:
        cluster.wait_height(3)
        node, other = cluster.nodes
        address = json.loads((node.home / "node.json").read_text())["grpc"]
        with grpc.insecure_channel(address) as channel:
            stub: Any = node_pb2_grpc.NodeStub(channel)
            (peer,) = stub.Peers(node_pb2.PeersRequest()).peers
            assert (other.peer_id, "127.0.0.1", True) == (
                *(peer.identity, peer.address),
                peer.height >= 2,
            )
            assert min(peer.sent_bytes, peer.received_bytes, peer.connected_ms) > 0
            wait_until(lambda: both_have_voted(look(stub)), step_s=0.01)


def both_have_voted(seen: Any) -> bool:
    """Whether the round being decided shows the votes of both."""
    if seen is None or not seen.rounds:
        return False
    (first, *_) = seen.rounds
    assert first.prevote_power == sum(vote.power for vote in first.prevotes) <= seen.total_power
    assert all(len(vote.signature) == 65 for vote in first.prevotes)
    return len({vote.validator for vote in first.prevotes}) == 2


def test_a_node_serves_over_tls_those_whom_its_authority_signed(tmp_path):
    """By flags, as an operator starts it; and a key that does not fit stops the start."""
    authority = make("authority")
    files = {"node": make("node", authority), "client": make("client", authority)}
    (tmp_path / "ca.pem").write_bytes(authority.pem)
    for name, pair in files.items():
        (tmp_path / f"{name}.pem").write_bytes(pair.pem)
        (tmp_path / f"{name}.key").write_bytes(pair.key_pem)
    flags = [
        *("--grpc-tls-cert", str(tmp_path / "node.pem")),
        *("--grpc-tls-client-ca", str(tmp_path / "ca.pem")),
        "--grpc-tls-key",
    ]
    with Devnet(tmp_path / "home", *flags, str(tmp_path / "node.key")) as devnet:
        address = devnet.endpoints["grpc"]
        client = files["client"]
        good = grpc.ssl_channel_credentials(authority.pem, client.key_pem, client.pem)
        with grpc.secure_channel(address, good) as channel:
            node: Any = node_pb2_grpc.NodeStub(channel)
            assert 31337 == node.Status(node_pb2.StatusRequest(), timeout=10).chain_id
        with grpc.secure_channel(address, grpc.ssl_channel_credentials(authority.pem)) as channel:
            node = node_pb2_grpc.NodeStub(channel)
            with pytest.raises(grpc.RpcError):
                node.Status(node_pb2.StatusRequest(), timeout=10)
    words = kumiai("devnet", *flags, str(tmp_path / "client.key"), home=tmp_path / "h", check=False)
    assert "client.key is not the key of" in words and "Traceback" not in words


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
