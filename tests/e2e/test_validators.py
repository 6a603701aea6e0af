"""
What operators do, to real processes: validators join, leave, rotate keys, are slashed, come back.

Four validators, each on a host of its own, and five spare hosts; the chain goes on throughout.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import coincurve
import pytest

from chain.certificates import sign
from chain.codec import address_of
from chain.evidence import encode_evidence
from chain.kit.record import topic_of
from chain.types.certificate import NO_ROUND, BlockId, Vote, VoteKind
from chain.types.evidence import DuplicateVote
from chain.types.primitives import Hash32, Height, Milliseconds, Round
from cli.devnet import CHAIN_ID_DEFAULT, dev_accounts
from cli.validator_key import load_validator_key
from modules.slashing.records import FaultPunished
from tests.e2e.cluster import RECOVERY_S, Cluster, Node, until
from tests.e2e.hosts import Namespaces
from tests.e2e.load import Load, receipts
from tests.e2e.operations import (
    DOUBLE_SIGN_BPS,
    DOWNTIME_BPS,
    JAIL_S,
    WINDOW_BLOCKS,
    SignerProcess,
    enters,
    hurry,
    key_of,
    leaves,
    make_twin,
    operator_of,
    signs,
    stake_wei,
    validator_of,
)

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Four validators; each test leaves a chain that goes on."""
    made = Cluster(tmp_path_factory.mktemp("net"), 4, spares=6)
    made.edit_genesis(hurry)
    for node in made.nodes:
        node.configure(timeout_propose_ms=2_000)
    for node in made.nodes[1:3]:
        node.configure(rpc_host="0.0.0.0")
    with made:
        made.wait_height(3)
        yield made


def public_rpcs(cluster: Cluster) -> tuple[str, ...]:
    """The JSON-RPC of the two nodes that other hosts can reach."""
    found = []
    for node in cluster.nodes[1:3]:
        url = json.loads((node.home / "node.json").read_text())["rpc"]
        host = node.config.p2p_external_address.partition(":")[0]
        is_apart = isinstance(cluster.hosts, Namespaces)
        found.append(url.replace("0.0.0.0", host) if is_apart else url)
    return tuple(found)


def test_a_light_client_follows_the_network(cluster: Cluster, tmp_path: Path) -> None:
    """From a trusted hash, with one node as primary and another, on another host, as witness."""
    node = cluster.nodes[0]
    own = json.loads((node.home / "node.json").read_text())["rpc"]
    words = ["light", "--once", "--json", "--rpc", own, "--witness", public_rpcs(cluster)[0]]
    trust = ["--trust-height", "1", "--trust-hash", node.block(1)["hash"]]
    found = json.loads(node.run(*words, *trust, home=tmp_path))
    assert found["height"] >= 3
    assert cluster.nodes[2].block(found["height"])["hash"] == found["hash"]


def test_a_validator_joins_and_leaves_by_stake_under_load(cluster: Cluster) -> None:
    """A fifth node syncs, stakes, signs two blocks later, and leaves; no transfer is lost."""
    asked, loads = cluster.nodes[0], [Load(cluster.nodes[i], 10 + i, 0.3) for i in (0, 1)]
    for load in loads:
        load.start()
    newcomer = cluster.join(cluster.nodes)
    newcomer.start()
    newcomer.wait_ready()
    cluster.wait_height(max(cluster.heights()), [newcomer], 2 * RECOVERY_S)
    assert newcomer.json("status")["validator"] is None
    terms = ("--moniker", "newcomer", "--stake", "1000kum", "--from", "dev3")
    created = newcomer.json("validator", "create", *terms)
    validator = key_of(newcomer)
    enters(asked, validator, created["height"])
    signs(asked, validator, created["height"] + 1)
    until(lambda: asked.metric("consensus_missing_validators") == 0)
    assert 5 == len(cluster.nodes[1].json("validator", "list"))
    left = newcomer.json("tx", "staking", "undelegate", "dev3", "1000kum", "--from", "dev3")
    leaves(asked, validator, left["height"])
    assert cluster.goes_on(cluster.nodes) <= RECOVERY_S
    sent = [tx_hash for load in loads for tx_hash in load.finish()]
    assert len(sent) >= 20
    until(lambda: all(newcomer.call("eth_getTransactionReceipt", h) for h in sent))
    assert all("0x1" == receipt["status"] for receipt in receipts(asked, sent))
    cluster.agree([*cluster.nodes, newcomer])
    newcomer.stop()


def test_a_key_is_rotated_while_the_node_runs(cluster: Cluster) -> None:
    """The set names the new key two blocks later, the node signs with it, also after a restart."""
    node, asked = cluster.nodes[1], cluster.nodes[0]
    old = validator_of(node)
    sent = node.json("validator", "rotate-key", "--from", "operator")
    enters_at = sent["height"] + 2
    until(lambda: asked.height() >= enters_at)
    new = until(lambda: validator_of(node) != old and validator_of(node))
    before, after = asked.validators(enters_at - 1), asked.validators(enters_at)
    assert (before.pop(old), before) == (after.pop(new), after)
    signs(asked, new, enters_at - 1)
    assert new == node.json("status")["validator"].lower()
    assert cluster.goes_on(cluster.nodes) <= RECOVERY_S
    node.stop()
    node.start()
    node.wait_ready()
    signs(asked, new, asked.height())
    assert new == node.json("status")["validator"].lower()


def test_a_remote_signer_may_come_and_go(cluster: Cluster) -> None:
    """Without its signer a validator follows; with it again it votes; nothing is signed twice."""
    node, asked = cluster.nodes[2], cluster.nodes[0]
    validator = validator_of(node)
    node.stop()
    signer = SignerProcess(cluster, node)
    node.configure(signer=signer.listen)
    assert not (node.home / "validator").exists()
    signer.start()
    node.start()
    node.wait_ready()
    signs(asked, validator, asked.height())
    signer.kill()
    assert cluster.goes_on(cluster.nodes) <= RECOVERY_S
    lost = asked.height()
    cluster.wait_height(lost + 2)
    assert not _has_signed(asked, validator, lost)
    signer.start()
    signs(asked, validator, lost)
    assert 0 == sum(each.metric("consensus_evidence_seen") for each in cluster.nodes)


def test_a_sentry_hides_its_validator(cluster: Cluster) -> None:
    """The validator knows its sentry alone, and nobody else learns that it is there."""
    asked = cluster.nodes[0]
    sentry = cluster.join(cluster.nodes)
    hidden = cluster.join([sentry], p2p_exchange=False)
    ids = (hidden.peer_id,)
    sentry.configure(
        p2p_persistent_peers=(*sentry.config.p2p_persistent_peers, hidden.peer_address),
        p2p_private_peer_ids=ids,
        p2p_unconditional_peer_ids=ids,
    )
    sentry.start()
    hidden.start()
    hidden.wait_ready()
    cluster.wait_height(max(cluster.heights()), [hidden], 2 * RECOVERY_S)
    terms = ("--moniker", "hidden", "--stake", "500kum", "--from", "dev4")
    created = hidden.json("validator", "create", *terms)
    validator = key_of(hidden)
    enters(asked, validator, created["height"])
    signs(asked, validator, created["height"] + 1)
    assert cluster.goes_on([*cluster.nodes, hidden], 3) <= RECOVERY_S
    curious = cluster.join([sentry])  # knows the sentry alone, and asks it for peers
    curious.start()
    curious.wait_ready()
    until(lambda: len(curious.peers()) > 1)
    assert 1 == hidden.metric("p2p_peers") == hidden.json("status")["peers"]
    assert {sentry.peer_id} == hidden.peers() and hidden.peer_id in sentry.peers()
    for node in [*cluster.nodes, curious]:
        assert hidden.peer_id not in node.peers() and sentry.peer_id in node.peers()
        assert hidden.peer_id not in node.output()
    left = hidden.json("tx", "staking", "undelegate", "dev4", "500kum", "--from", "dev4")
    leaves(asked, validator, left["height"])
    for node in (hidden, sentry, curious):
        node.stop()  # which writes its address book
    for node in (sentry, curious):
        assert hidden.peer_id not in node.config.address_book_path.read_text()


def test_who_is_away_too_long_is_jailed_and_may_come_back(cluster: Cluster) -> None:
    """Slashed once for downtime, out of the set; after its time `unjail` brings it back."""
    node, others = cluster.nodes[3], cluster.nodes[:3]
    asked, operator, validator = others[0], operator_of(node), validator_of(node)
    before_wei = stake_wei(asked, operator)
    until(lambda: asked.height() > WINDOW_BLOCKS + 2, 60.0)
    node.kill()
    until(lambda: int(asked.call("slashing_jailed_until", operator), 16), 55.0)
    until(lambda: validator not in asked.validators())
    after_wei = before_wei - before_wei * DOWNTIME_BPS // 10_000
    assert after_wei == stake_wei(asked, operator)
    assert cluster.goes_on(others, JAIL_S) <= RECOVERY_S
    assert after_wei == stake_wei(asked, operator)
    node.start()
    node.wait_ready()
    cluster.wait_height(max(cluster.heights(others)), [node], RECOVERY_S)
    freed = node.json("validator", "unjail", "--from", "operator")
    enters(asked, validator, freed["height"])
    signs(asked, validator, freed["height"] + 1)


def test_who_signs_twice_is_slashed_and_out_for_good(cluster: Cluster) -> None:
    """Proof of two precommits, given to one node, costs the signer its seat within 20 s."""
    node, others = cluster.nodes[3], cluster.nodes[:3]
    asked, operator, validator = others[0], operator_of(node), validator_of(node)
    before_wei = stake_wei(asked, operator)
    node.stop()
    proof = _two_precommits(node, Height(asked.height()))
    assert others[1].call("kumiai_submitEvidence", "0x" + proof.hex())
    until(lambda: asked.call("slashing_is_tombstoned", operator))
    assert before_wei - before_wei * DOUBLE_SIGN_BPS // 10_000 == stake_wei(asked, operator)
    event = {"topics": ["0x" + topic_of(FaultPunished).hex()], "fromBlock": "0x1"}
    (log,) = asked.call("eth_getLogs", event)
    leaves(asked, validator, int(log["blockNumber"], 16))
    assert cluster.goes_on(others) <= RECOVERY_S
    node.start()
    node.wait_ready()
    cluster.wait_height(max(cluster.heights(others)), [node], RECOVERY_S)
    with pytest.raises(AssertionError, match="for good"):
        node.run("validator", "unjail", "--from", "operator")
    assert cluster.goes_on(cluster.nodes) <= RECOVERY_S
    cluster.agree()


def test_two_processes_with_one_key_are_found_out(cluster: Cluster) -> None:
    """A copied home signs against itself at its first turns, and loses its seat for good."""
    asked, node = cluster.nodes[0], cluster.joined[0]
    operator = "0x" + dev_accounts()[3].address.hex()
    twin = make_twin(cluster, node)
    node.start()
    node.wait_ready()
    words = ("delegate", "dev3", "--value", "1000kum", "--from", "dev3")
    back = node.json("tx", "staking", *words)
    twin.start()
    twin.wait_ready()
    enters(asked, key_of(node), back["height"])
    until(lambda: asked.call("slashing_is_tombstoned", operator), 2 * RECOVERY_S)
    until(lambda: key_of(node) not in asked.validators())
    assert int(asked.call("staking_validator", operator)["tokens_wei"], 16) < 1_000 * 10**18
    assert cluster.goes_on(cluster.nodes[:3]) <= RECOVERY_S
    cluster.agree(cluster.nodes)


def _has_signed(asked: Node, validator: str, after: int) -> bool:
    """Whether any certificate above `after` has a validator's precommit."""
    who = bytes.fromhex(validator[2:])
    heights = range(after + 1, asked.height() + 1)
    return any(who in dict(asked.certificate(height).signatures) for height in heights)


def _two_precommits(node: Node, height: Height) -> bytes:
    """Return proof that a node's key signed two blocks in one round."""
    key = load_validator_key(node.config.validator_key_path)
    assert key is not None
    first, second = (
        sign(
            Vote(
                VoteKind.PRECOMMIT,
                height,
                Round(0),
                BlockId(Hash32(bytes([number]) * 32), Milliseconds(1_700_000_000_000)),
                NO_ROUND,
                address_of(key),
            ),
            CHAIN_ID_DEFAULT,
            coincurve.PrivateKey(key),
        )
        for number in (1, 2)
    )
    return encode_evidence(DuplicateVote(first, second))


def test_a_new_node_is_led_by_the_light_client(cluster: Cluster) -> None:
    """It verifies the newest block by two servers, then fetches the chain that leads there."""
    height = max(cluster.heights())
    newcomer = cluster.join(
        cluster.nodes,
        trust_height=height,
        trust_hash=cluster.nodes[0].block(height)["hash"],
        light_servers=public_rpcs(cluster),
    )
    newcomer.start()
    newcomer.wait_ready()
    cluster.wait_height(height + 1, [newcomer], 2 * RECOVERY_S)
    assert "is where to go" in newcomer.output()
    newcomer.stop()
    newcomer.wipe()
    newcomer.configure(trust_hash="0x" + "11" * 32)
    newcomer.start()
    until(lambda: not newcomer.is_running)
    assert "expected the trusted hash" in newcomer.output()
