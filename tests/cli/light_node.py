"""A node that serves a made-up chain of light blocks over JSON-RPC, and takes evidence."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from chain.certificates import encode_certificate
from chain.codec import encode_header
from chain.evidence import decode_evidence
from chain.light.block import LightBlock
from chain.types.evidence import Evidence
from chain.validator_sets import encode_validator_set
from cli.devnet import dev_accounts
from tests.chain.light.stage import BLOCK_MS, grow, members
from tests.cli.fake_node import FakeNode

FOUR = members({0: 10, 1: 10, 2: 10, 3: 10})
BLOCKS = 12
POLLS_S = 20.0  # seconds that a follower may take to ask again


def fresh_chain(blocks: int = BLOCKS) -> list[LightBlock]:
    """A chain that has just made its newest block."""
    start_ms = time.time_ns() // 1_000_000 - blocks * BLOCK_MS
    return grow([FOUR] * blocks, start_ms)


def show(block: LightBlock) -> dict[str, str | None]:
    """A light block as kumiai_lightBlock answers."""
    commit = block.commit
    return {
        "header": "0x" + encode_header(block.header).hex(),
        "nextValidators": "0x" + encode_validator_set(block.next_validators).hex(),
        "parent": None if commit is None else "0x" + encode_header(commit.parent).hex(),
        "validators": None
        if commit is None
        else "0x" + encode_validator_set(commit.validators).hex(),
        "certificate": None
        if commit is None
        else "0x" + encode_certificate(commit.certificate).hex(),
    }


class LightNode(FakeNode):
    """Serves `blocks`; `evidence` is what it was given."""

    def __init__(self, blocks: Sequence[LightBlock]) -> None:
        self.blocks, self.evidence = list(blocks), list[Evidence]()
        self.polls = 0  # questions for the newest block so far
        super().__init__(dev_accounts())

    def answer(self, method: str, params: list[Any]) -> Any:
        """Answer as the node does, and count."""
        if method == "kumiai_lightBlock" and params == ["latest"]:
            self.polls += 1
        return super().answer(method, params)

    def wait_for_polls(self, polls: int = 2) -> None:
        """Return once the newest block was asked for again; what was new before is done then."""
        wanted, deadline_s = self.polls + polls, time.monotonic() + POLLS_S
        while self.polls < wanted and time.monotonic() < deadline_s:
            time.sleep(0.005)

    def do_kumiai_lightBlock(self, where: str) -> Any:  # noqa: N802, D102
        if where == "latest":
            return show(self.blocks[-1])
        height = int(where, 16)
        return show(self.blocks[height]) if height < len(self.blocks) else None

    def do_kumiai_submitEvidence(self, raw: str) -> bool:  # noqa: N802, D102
        self.evidence.append(decode_evidence(bytes.fromhex(raw[2:])))
        return True


@contextmanager
def serving(*chains: Sequence[LightBlock]) -> Iterator[list[LightNode]]:
    """A node for each chain, until the end of the block."""
    nodes = [LightNode(blocks) for blocks in chains]
    try:
        yield nodes
    finally:
        for node in nodes:
            node.close()
