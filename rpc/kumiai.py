"""
The kumiai namespace: what this chain has and Ethereum's methods do not know.

    kumiai_lightBlock       a header and all that proves it final, for light clients
    kumiai_validators       who decided a block
    kumiai_submitEvidence   proof that validators broke the rules
"""

from typing import Any

from eth_utils.address import to_checksum_address

from chain.evidence import decode_evidence
from rpc.backend import Backend
from rpc.light import LightParts, find_light_parts
from rpc.lookup import LATEST, BlockNumber, Lookup
from rpc.methods import method
from rpc.shapes import data, quantity
from rpc.work import LongWork


class Kumiai:
    """Methods kumiai_*."""

    def __init__(self, backend: Backend, lookup: Lookup, work: LongWork) -> None:
        self._backend, self._lookup, self._work = backend, lookup, work

    @method("kumiai_lightBlock")
    async def light_block(self, block: BlockNumber = LATEST) -> dict[str, Any] | None:
        """A header in RLP with its parent's, its certificate, and its and the next validators."""
        height = self._lookup.height(block)
        found = await self._work.run(lambda: find_light_parts(self._backend.chain, height))
        return None if found is None else show_light_parts(found)

    @method("kumiai_validators")
    async def validators(self, block: BlockNumber = LATEST) -> dict[str, Any] | None:
        """The validators that decided a block, the strongest first; null for genesis."""
        height, chain = self._lookup.height(block), self._backend.chain
        if height > chain.head.header.height:
            return None
        found = await self._work.run(lambda: chain.validators(height))
        if found is None:
            return None
        return {
            "height": quantity(height),
            "validators": [
                {"address": to_checksum_address(item.address), "power": quantity(item.power)}
                for item in found
            ],
            "totalPower": quantity(found.total_power),
            "hash": data(found.hash),
        }

    @method("kumiai_submitEvidence")
    async def submit_evidence(self, evidence: bytes) -> bool:
        """Keep encoded evidence until a block carries it; false where it is known already."""
        return await self._work.run(lambda: self._backend.add_evidence(decode_evidence(evidence)))


def show_light_parts(parts: LightParts) -> dict[str, Any]:
    """Return the parts as hex; parent, validators and certificate are null for genesis."""
    commit = parts.commit
    return {
        "header": data(parts.header),
        "parent": None if commit is None else data(commit.parent),
        "validators": None if commit is None else data(commit.validators),
        "certificate": None if commit is None else data(commit.certificate),
        "nextValidators": data(parts.next_validators),
    }
