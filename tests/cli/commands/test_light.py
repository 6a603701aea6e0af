"""`kumiai light`: verify to the tip, one height, follow, and what goes wrong."""

import json
import threading
from pathlib import Path

import pytest

from chain.evidence import decode_evidence
from cli.commands import light
from tests.chain.light.stage import branch
from tests.cli.conftest import Answer, Kumiai
from tests.cli.light_node import BLOCKS, FOUR, LightNode, fresh_chain, serving

CHAIN_ID = 31_337


def follow(kumiai: Kumiai, nodes: list[LightNode], *words: str, height: int = 0) -> Answer:
    """Run the command with a trusted block of the last node's chain."""
    rpc, *witnesses = [node.url for node in nodes]
    flags = [flag for url in witnesses for flag in ("--witness", url)]
    trust = ("--trust-height", str(height), "--trust-hash", hash_of(nodes[-1], height))
    return kumiai("light", "--rpc", rpc, *flags, *trust, *words)


def hash_of(node: LightNode, height: int) -> str:
    """A block's hash as people pass it on."""
    return "0x" + node.blocks[height].hash.hex()


def test_once_verifies_to_the_tip(kumiai: Kumiai, home: Path) -> None:
    """A summary for programs; the block is trusted from then on."""
    chain = fresh_chain()
    with serving(chain, chain) as nodes:
        found = json.loads(follow(kumiai, nodes, "--once", "--json").out)
        assert (BLOCKS - 1, hash_of(nodes[0], BLOCKS - 1), 0, 1) == tuple(
            found[name] for name in ("height", "hash", "from_height", "steps")
        )
        assert [nodes[1].url] == found["witnesses"] and [] == found["removed"]
        assert 2 == len(list((home / "light" / str(CHAIN_ID)).glob("*.rlp")))
        again = kumiai("light", "--rpc", nodes[0].url, "--witness", nodes[1].url, "--once")
    assert 0 == again.status and hash_of(nodes[0], BLOCKS - 1) in again.out
    assert "from height" in again.out and "UTC" in again.out


def test_one_height_is_shown(kumiai: Kumiai) -> None:
    """Ahead of the trusted block or behind it."""
    chain = fresh_chain()
    with serving(chain, chain) as nodes:
        for height in (9, 3, 0):
            found = json.loads(
                follow(kumiai, nodes, "--height", str(height), "--json", height=5).out
            )
            assert (height, hash_of(nodes[0], height)) == (found["height"], found["hash"])
        assert "genesis" not in found
        shown = follow(kumiai, nodes, "--height", "9", height=5).out
        assert "state root" in shown and "total power" in shown and "40" in shown
        missing = follow(kumiai, nodes, "--height", "99", height=5)
    assert 1 == missing.status and "has no block 99" in missing.err
    assert 1 == missing.err.count("\n")


def test_following_prints_every_block(kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest, then each that is made, one by one, until it is stopped."""
    monkeypatch.setattr(light, "POLL_MS", 10)
    chain = fresh_chain()
    with serving(chain[:4], chain[:4]) as nodes:

        def go_on() -> None:
            for blocks in (5, 8, BLOCKS):
                nodes[0].wait_for_polls()
                for node in reversed(nodes):
                    node.blocks = chain[:blocks]
            nodes[0].wait_for_polls()
            nodes[0].answers["kumiai_lightBlock"] = {}  # ends the run: the node lost its mind

        thread = threading.Thread(target=go_on)
        thread.start()
        answer = follow(kumiai, nodes, "--json")
        thread.join()
    lines = [json.loads(line) for line in answer.out.splitlines()]
    assert list(range(3, BLOCKS)) == [line["height"] for line in lines]
    assert hash_of(nodes[0], 7) == lines[4]["hash"]
    assert 1 == answer.status and "light block:" in answer.err


def test_a_node_that_is_away_is_waited_for(kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch) -> None:
    """One note, and the chain goes on when the node is back."""
    monkeypatch.setattr(light, "POLL_MS", 10)
    chain = fresh_chain()
    with serving(chain[:4], chain[:4]) as nodes:

        def go_on() -> None:
            nodes[0].wait_for_polls()
            serve, nodes[0].do_kumiai_lightBlock = nodes[0].do_kumiai_lightBlock, None  # type: ignore[assignment, method-assign]
            nodes[0].wait_for_polls()
            for node in nodes:
                node.blocks = chain[:6]
            nodes[0].do_kumiai_lightBlock = serve  # type: ignore[method-assign]
            nodes[0].wait_for_polls()
            nodes[0].answers["kumiai_lightBlock"] = {}

        thread = threading.Thread(target=go_on)
        thread.start()
        answer = follow(kumiai, nodes)
        thread.join()
    assert ["height", "3", "4", "5"] == [line.split()[0] for line in answer.out.splitlines()]
    assert 1 == answer.err.count("waiting: ")


def test_following_ends_when_the_last_witness_lies(
    kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is nobody left to wait for."""
    monkeypatch.setattr(light, "POLL_MS", 10)
    chain = fresh_chain()
    with serving(chain[:4], chain[:4]) as nodes:

        def go_on() -> None:
            nodes[0].wait_for_polls()
            nodes[1].blocks = branch(chain, 3, [FOUR], lambda _: [])
            nodes[0].blocks = chain[:5]

        thread = threading.Thread(target=go_on)
        thread.start()
        answer = follow(kumiai, nodes, "--json")
        thread.join()
    assert 1 == answer.status and f"no witness confirms block 4: {nodes[1].url}" in answer.err


def test_following_ends_when_the_node_changes_its_mind(
    kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another block at the height that was final a moment ago."""
    monkeypatch.setattr(light, "POLL_MS", 10)
    chain = fresh_chain()
    with serving(chain[:4], chain[:4]) as nodes:

        def go_on() -> None:
            nodes[0].wait_for_polls()
            nodes[0].blocks = branch(chain, 2, [FOUR])

        thread = threading.Thread(target=go_on)
        thread.start()
        answer = follow(kumiai, nodes, "--json")
        thread.join()
    assert 1 == answer.status and "block 3: expected the trusted hash" in answer.err


def test_an_attack_is_shown_kept_and_told(kumiai: Kumiai, home: Path) -> None:
    """Both chains hear of it, the proof is in a file, and the command fails in one line."""
    chain = fresh_chain()
    forked = branch(chain, 8, [FOUR] * 3)
    with serving(forked, chain) as nodes:
        answer = follow(kumiai, nodes, "--once", "--json")
    found = json.loads(answer.out)
    assert (1, 11, 10) == (answer.status, found["attack"], found["accountable_height"])
    assert "trust neither until people have looked" in answer.err
    assert [f"{node.url}: accepted" for node in reversed(nodes)] == found["submitted"]
    ((ours,), (theirs,)) = nodes[1].evidence, nodes[0].evidence
    assert (forked[11].header, chain[11].header) == (ours.header, theirs.header)  # type: ignore[union-attr]
    kept = json.loads(Path(found["evidence"]).read_text())
    assert ours == decode_evidence(bytes.fromhex(kept["evidence_against_primary"][2:]))
    assert home in Path(found["evidence"]).parents


def test_an_attack_is_shown_to_people(kumiai: Kumiai) -> None:
    """A table with both hashes and where the evidence lies."""
    chain = fresh_chain()
    with serving(branch(chain, 10, [FOUR]), chain) as nodes:
        shown = follow(kumiai, nodes, "--once").out
    assert "accountable height" in shown and hash_of(nodes[0], 11) in shown
    assert hash_of(nodes[1], 11) in shown and "attack-11-" in shown


def test_a_lying_witness_is_named(kumiai: Kumiai) -> None:
    """The others suffice; the liar is left out aloud."""
    chain = fresh_chain()
    liar = branch(chain, 10, [FOUR], lambda _: [])
    with serving(chain, liar, chain) as nodes:
        answer = follow(kumiai, nodes, "--once", "--json")
    assert 0 == answer.status
    assert f"a witness was left out: {nodes[1].url}" in answer.err
    assert [nodes[2].url] == json.loads(answer.out)["witnesses"]


def test_another_hash_is_refused(kumiai: Kumiai) -> None:
    """The node has another block than the one that is trusted."""
    chain, other = fresh_chain(), fresh_chain(11)
    with serving(other, chain) as nodes:
        answer = follow(kumiai, nodes, "--once")
    assert 1 == answer.status and "expected the trusted hash" in answer.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "--witness: 1 to 16 URLs"),
        (("--witness", "ftp://x"), "--witness: a URL like"),
        (("--witness", "http://x", "--trust-height", "1"), "belong together"),
        (("--witness", "http://x", "--trust-hash", "0x00"), "belong together"),
        (("--witness", "http://x", "--trust-height", "x", "--trust-hash", "0x"), "a block number"),
        (("--witness", "http://x", "--trust-height", "1", "--trust-hash", "0x1"), "64 hex digits"),
        (("--witness", "http://x", "--trust-level", "1/4"), "1/3 to 1/1"),
        (("--witness", "http://x", "--trust-level", "0.5"), "1/3 to 1/1"),
        (("--witness", "http://x", "--trust-level", "1/0"), "1/3 to 1/1"),
        (("--witness", "http://x", "--trust-period", "14"), "a time like 14d"),
        (("--witness", "http://x", "--trust-period", "0d"), "less than the chain's unbonding"),
        (("--witness", "http://x", "--trust-period", "21d"), "less than the chain's unbonding"),
        (("--witness", "http://x", "--height", "latest"), "--height: a block number"),
        (("--witness", "http://x"), "expected the first time"),
    ],
)
def test_wrong_flags_are_refused_in_one_line(
    kumiai: Kumiai, words: tuple[str, ...], message: str
) -> None:
    """What is wrong, and what was expected."""
    with serving(fresh_chain(2)) as (node,):
        answer = kumiai("light", "--rpc", node.url, *words)
    assert 2 == answer.status and message in answer.err, answer.err
    assert 1 == answer.err.strip().count("\n") + 1


def test_a_chain_that_unbonds_fast_is_trusted_for_less(kumiai: Kumiai) -> None:
    """Two thirds of what the node says, and an explicit period has to be shorter than it."""
    chain = fresh_chain()
    with serving(chain, chain) as nodes:
        nodes[0].answers["staking_params"] = {"unbonding_s": "0x6"}
        expired = follow(kumiai, nodes, "--once")
        assert 1 == expired.status and "trust in block 0 ended" in expired.err
        assert 0 == follow(kumiai, nodes, "--once", height=11).status
        refused = follow(kumiai, nodes, "--once", "--trust-period", "6s")
        assert 2 == refused.status and "unbonding time of 6 s expected, found 6s" in refused.err


def test_the_node_as_its_own_witness_is_noted(kumiai: Kumiai) -> None:
    """It is allowed, for a node of one's own, and said."""
    with serving(fresh_chain()) as (node,):
        answer = follow(kumiai, [node, node], "--once", "--json")
    assert 0 == answer.status and "nobody checks it" in answer.err


def test_many_new_blocks_are_skipped_over(kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is far behind verifies the newest, not each."""
    monkeypatch.setattr(light, "POLL_MS", 10)
    monkeypatch.setattr(light, "EACH_BLOCKS_MAX", 3)
    chain = fresh_chain()
    with serving(chain[:4], chain[:4]) as nodes:

        def go_on() -> None:
            nodes[0].wait_for_polls()
            for node in reversed(nodes):
                node.blocks = chain
            nodes[0].wait_for_polls()
            nodes[0].answers["kumiai_lightBlock"] = {}

        thread = threading.Thread(target=go_on)
        thread.start()
        answer = follow(kumiai, nodes, "--json")
        thread.join()
    assert [3, 11] == [json.loads(line)["height"] for line in answer.out.splitlines()]
