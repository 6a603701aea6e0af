"""
Nodes as sources of light blocks, and as those whom an attack is told.

    kumiai_lightBlock --hex--> header, validators, commit --strict--> LightBlock, not verified
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

from chain.errors import Malformed
from chain.evidence import encode_evidence
from chain.light.block import LightBlock
from chain.light.codec import light_block_of
from chain.light.verifier import TRUSTING_PERIOD_MS, UNBONDING_MS, TrustPolicy
from chain.types.evidence import LightClientAttack
from chain.types.primitives import Height, Milliseconds
from cli.client import Client, RpcFailed, bytes_of, number_of
from cli.errors import CommandFailed
from cli.files import write_atomically
from consensus.light.errors import AttackDetected, HeightUnavailable, ProviderFailed

ANSWER_S: Final = 10.0  # seconds that a node may take for one light block
ANSWER_BYTES_MAX: Final = 262_144  # 256 KiB; the largest light block is 103 kB of hex
COMMIT_PARTS: Final = ("parent", "validators", "certificate")

T = TypeVar("T")


class RpcProvider:
    """Light blocks of a node, over JSON-RPC; calls run on threads and end in bounded time."""

    def __init__(self, url: str, flag: str) -> None:
        self._client = Client(url, ANSWER_S, flag=flag, answer_bytes_max=ANSWER_BYTES_MAX)

    @property
    def name(self) -> str:
        """The node's URL."""
        return self._client.url

    def call(self, method: str, *params: Any) -> Any:
        """Return the result of a method at once; raises CommandFailed."""
        return self._client.call(method, *params)

    async def light_block(self, height: Height | None) -> LightBlock:
        """
        Return the block of a height, the newest for None.

        Raises HeightUnavailable, ProviderFailed, Malformed.
        """
        where = "latest" if height is None else hex(height)
        answer = await self._on_thread(lambda: self.call("kumiai_lightBlock", where))
        if answer is None:
            raise HeightUnavailable(self.name, height or 0)
        return light_block_in(answer)

    async def submit(self, evidence: LightClientAttack) -> str:
        """Hand evidence to the node and return what became of it, for people."""
        encoded = "0x" + encode_evidence(evidence).hex()
        try:
            call = lambda: self.call("kumiai_submitEvidence", encoded)  # noqa: E731
            is_new = await asyncio.to_thread(call)
        except CommandFailed as refusal:
            return f"refused: {refusal}"
        return "accepted" if is_new else "known already"

    async def _on_thread(self, call: Callable[[], T]) -> T:
        try:
            return await asyncio.to_thread(call)
        except RpcFailed as failure:
            raise ProviderFailed(self.name, f"it serves no light blocks: {failure}") from failure
        except CommandFailed as failure:
            raise ProviderFailed(self.name, str(failure)) from failure


def policy_for(primary: RpcProvider, chain_id: int) -> TrustPolicy:
    """
    Return whom to trust of a chain where nobody says otherwise.

    The node's word about the unbonding time can only shorten the trusting period: of a chain that
    unbonds faster than the default allows for, two thirds of that time are taken.
    """
    unbonding_ms = _unbonding_ms(primary)
    period_ms = Milliseconds(min(TRUSTING_PERIOD_MS, unbonding_ms * 2 // 3))
    return TrustPolicy(chain_id, period_ms, unbonding_ms)


def _unbonding_ms(primary: RpcProvider) -> Milliseconds:
    try:
        found = primary.call("staking_params")
        seconds = number_of(found.get("unbonding_s"), "unbonding time")
    except (RpcFailed, AttributeError):
        return UNBONDING_MS  # no staking there, or none that is known: the default holds
    return Milliseconds(max(seconds, 2) * 1_000)


def light_block_in(answer: Any) -> LightBlock:
    """Return the light block of a node's answer; raises Malformed."""
    if not isinstance(answer, dict):
        raise Malformed("light block: an object expected of the node, found something else")
    try:
        parts = [bytes_of(answer[name], name) for name in COMMIT_PARTS if answer[name] is not None]
        return light_block_of(
            bytes_of(answer["header"], "header"),
            bytes_of(answer["nextValidators"], "next validators"),
            parts,
        )
    except (KeyError, CommandFailed) as cause:
        raise Malformed(f"light block: header, nextValidators and commit expected: {cause}") from (
            cause
        )


def save_attack(attack: AttackDetected, directory: Path) -> Path:
    """Write the proof of an attack for people and for `kumiai_submitEvidence`; return the file."""
    header = attack.against_primary.header
    path = directory / f"attack-{header.height}-{header.hash.hex()[:16]}.json"
    content = {
        "height": header.height,
        "common_height": attack.against_primary.common_height,
        "primary_hash": "0x" + header.hash.hex(),
        "witness": attack.witness,
        "witness_hash": _hash(attack.against_witness),
        "evidence_against_primary": _encode(attack.against_primary),
        "evidence_against_witness": _encode(attack.against_witness),
    }
    write_atomically(path, (json.dumps(content, indent=1) + "\n").encode(), mode=0o644)
    return path


async def submit_attack(
    attack: AttackDetected, primary: RpcProvider, witnesses: Sequence[RpcProvider]
) -> list[tuple[str, str]]:
    """Tell each chain of the other's forgery; return nodes and what they say."""
    told = [(w.name, await w.submit(attack.against_primary)) for w in witnesses]
    if attack.against_witness is not None:
        told.append((primary.name, await primary.submit(attack.against_witness)))
    return told


def _encode(evidence: LightClientAttack | None) -> str | None:
    return None if evidence is None else "0x" + encode_evidence(evidence).hex()


def _hash(evidence: LightClientAttack | None) -> str | None:
    return None if evidence is None else "0x" + evidence.header.hash.hex()
