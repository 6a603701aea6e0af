"""
A validator's witness of an EVM chain: it says which final header it saw, and only what several saw.

    source 1 --+
    source 2 --+--agree on the hash of a final height?--> promise (durable) --> sign --> attest
    source n --+              no: nothing is said, and people are told
    a false word of another attester --> accuse

All attesters of a chain speak of the same heights: multiples of `every`, and what others of them
spoke of already.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bridge.accuser import Accuser
from bridge.attester_state import AttesterState, AttestRefused
from bridge.contract import Function
from bridge.endpoint import AnswerInvalid, EndpointUnreachable, RpcRefused
from bridge.ends.end import Call, EvmHeader, Outcome
from bridge.ends.errors import RouteWrong
from bridge.ends.ethereum import Ethereum
from bridge.ends.kumiai import Client, ClientKind, KumiaiEnd
from bridge.metrics import Metrics
from bridge.records import KUMIAI_BRIDGE, Attestation, SignedAttestation
from chain.codec.signature import sign_digest
from chain.errors import ChainError
from chain.kit.signatures import WALLET_V
from chain.kit.typed_data import Domain, typed_digest
from chain.types.primitives import Address, Hash32, Height

SOURCES_MIN: Final = 2
SOURCES_MAX: Final = 16
OTHERS_MAX: Final = 16  # heights that others spoke of, which are looked at in one round
POLL_S: Final = 2.0  # seconds between two rounds
DOMAIN: Final = Domain("Kumiai Bridge")
ATTEST: Final = Function("attest", SignedAttestation)
ATTESTED: Final = Function("attested", int, Height, Address, gives=[Hash32])
TROUBLE: Final = (EndpointUnreachable, AnswerInvalid, RpcRefused)
log = logging.getLogger("kumiai.attester")


class SourcesInvalid(ChainError):
    """Too few sources to believe, or a number of them that could contradict itself."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What sources say of one height: the hash to attest to, None for nothing; and who differs."""

    hash: Hash32 | None
    dissenters: tuple[str, ...]


def judge(answers: Sequence[tuple[str, Hash32 | None]], quorum: int) -> Verdict:
    """
    Return the hash that at least `quorum` sources name, if no other one is named as often.

    An answer of None is of a source that could not be asked; it neither agrees nor differs.
    """
    counts: dict[Hash32, int] = {}
    for _, found in answers:
        if found is not None:
            counts[found] = counts.get(found, 0) + 1
    winners = [found for found, count in counts.items() if count >= quorum]
    best = winners[0] if len(winners) == 1 else None
    if len(counts) <= 1:
        return Verdict(best, ())
    differing = [name for name, found in answers if found is not None and found != best]
    return Verdict(best, tuple(differing))


def check_sources(count: int, quorum: int) -> None:
    """Raise SourcesInvalid unless a lie of one source can never decide alone."""
    if not SOURCES_MIN <= count <= SOURCES_MAX:
        raise SourcesInvalid(f"{SOURCES_MIN} to {SOURCES_MAX} sources expected, found {count}")
    if not SOURCES_MIN <= quorum <= count or 2 * quorum <= count:
        raise SourcesInvalid(
            f"a quorum of more than half of {count} sources, and at least {SOURCES_MIN}, "
            f"expected, found {quorum}"
        )


@dataclass(frozen=True, slots=True)
class Duty:
    """Who attests, to what: a validator's account, the key it named, a client, each `every`."""

    validator: Address
    key: bytes
    client: int
    every: int


class Attester:
    """Attests to final headers of one EVM chain for one validator."""

    def __init__(
        self,
        home: KumiaiEnd,
        sources: Sequence[Ethereum],
        duty: Duty,
        state: AttesterState,
        quorum: int | None = None,
        metrics: Metrics | None = None,
    ) -> None:
        self._quorum = len(sources) if quorum is None else quorum
        check_sources(len(sources), self._quorum)
        self._home, self._sources, self._duty, self._state = home, sources, duty, state
        self.metrics = metrics or Metrics()
        self._accuser = Accuser(home, duty.client, duty.validator, self._truth_of)
        self._home_id = 0
        self._name = ""

    async def begin(self) -> None:
        """Check that all sources serve the client's chain; raises RouteWrong, AnswerInvalid."""
        client = await self._home.client_of(self._duty.client)
        if client.kind != ClientKind.ATTESTED:
            raise RouteWrong(f"client {self._duty.client} believes certificates, not attestations")
        self._home_id = await self._home.node.chain_id()
        self._name = str(client.chain_id)
        for source in self._sources:
            found = await source.chain_id()
            if found != client.chain_id:
                raise RouteWrong(
                    f"{source.endpoint.url}: chain {client.chain_id} expected, found {found}"
                )

    async def run(self, poll_s: float = POLL_S) -> None:
        """Attest until cancelled, which loses nothing; trouble with nodes is waited out."""
        while True:
            try:
                await self.round()
            except TROUBLE as trouble:
                self.metrics.failures.labels(self._name).inc()
                log.warning("%s", trouble)
            await asyncio.sleep(poll_s)

    async def round(self) -> list[Height]:
        """
        Attest to what is final and not attested to yet; return these heights.

        Whoever has said something false of a height is accused.
        """
        self.metrics.rounds.inc()
        client = await self._home.client_of(self._duty.client)
        done = []
        for height in await self._heights(client):
            if await self._attest(height):
                done.append(height)
        burned = await self._accuser.round()
        self.metrics.accused.labels(self._name).inc(len(burned))
        return done

    async def _heights(self, client: Client) -> list[Height]:
        """Return the newest height that is ours to speak of, and those that others spoke of."""
        final = await self._final_height()
        if final is None:
            return []
        newest = Height(final - final % self._duty.every)
        said = await self._home.attestations(self._duty.client)
        others = [h for h in said if client.latest_height < h <= final and h != newest]
        wanted = sorted(others, reverse=True)[:OTHERS_MAX]
        if newest > client.latest_height:
            wanted.append(newest)
        return sorted(wanted)

    async def _final_height(self) -> Height | None:
        """Return the newest height that a quorum of sources calls final, None for none."""
        heads = await asyncio.gather(*(self._final_of(source) for source in self._sources))
        known = sorted((head for head in heads if head is not None), reverse=True)
        return known[self._quorum - 1] if len(known) >= self._quorum else None

    async def _final_of(self, source: Ethereum) -> Height | None:
        try:
            return (await source.head()).height
        except TROUBLE as trouble:
            log.warning("%s", trouble)
            return None

    async def _attest(self, height: Height) -> bool:
        duty = self._duty
        view = (ATTESTED, duty.client, height, duty.validator)
        on_chain: Hash32 = await self._home.node.view(KUMIAI_BRIDGE, *view)
        if any(on_chain):
            return False
        block_hash = await self.agreed(height)
        if block_hash is None:
            return False
        try:
            self._state.promise(duty.client, height, block_hash)
        except AttestRefused as refusal:
            log.error("%s", refusal)
            return False
        outcome = (await self._home.submit([self._signed(height, block_hash)]))[0]
        self._note(height, outcome)
        return outcome.succeeded

    async def agreed(self, height: Height) -> Hash32 | None:
        """Return the hash that the sources agree on, None where they do not; says so."""
        names = [source.endpoint.url for source in self._sources]
        found = await asyncio.gather(*(self._hash_of(s, height) for s in self._sources))
        verdict = judge(list(zip(names, found, strict=True)), self._quorum)
        if verdict.dissenters:
            self.metrics.disagreements.labels(self._name).inc()
            pairs = zip(names, found, strict=True)
            told = ", ".join(f"{n} says 0x{h.hex()}" for n, h in pairs if h is not None)
            what = "nothing is attested" if verdict.hash is None else "the quorum decides"
            log.error("sources disagree on final block %d: %s; %s", height, told, what)
        return verdict.hash

    async def _hash_of(self, source: Ethereum, height: Height) -> Hash32 | None:
        try:
            if (await source.head()).height < height:
                return None  # it does not call it final yet
            return (await source.header(height)).hash
        except TROUBLE as trouble:
            log.warning("%s", trouble)
            return None

    async def _truth_of(self, height: Height) -> EvmHeader | None:
        """Return the header that the sources agree on, None where they do not."""
        agreed = await self.agreed(height)
        for source in self._sources if agreed is not None else ():
            try:
                found = await source.header(height)
            except TROUBLE:
                continue
            if found.hash == agreed:
                return found
        return None

    def _signed(self, height: Height, block_hash: Hash32) -> Call:
        word = Attestation(self._duty.validator, self._duty.client, height, block_hash)
        digest = typed_digest(DOMAIN, word, self._home_id, KUMIAI_BRIDGE)
        parity, r, s = sign_digest(self._duty.key, digest)
        signature = r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((WALLET_V + parity,))
        data = ATTEST.encode(SignedAttestation(word, signature))
        return Call(KUMIAI_BRIDGE, data, f"attest to height {height}")

    def _note(self, height: Height, outcome: Outcome) -> None:
        home = str(self._home_id)
        if outcome.succeeded:
            self.metrics.done.labels(home, "attest").inc()
            self.metrics.attested.labels(self._name).set(height)
            log.info("attested to block %d of chain %s", height, self._name)
            return
        self.metrics.refused.labels(home, outcome.reason[:48]).inc()
        log.warning("block %d of chain %s: %s", height, self._name, outcome.reason)
