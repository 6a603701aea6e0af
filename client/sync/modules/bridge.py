"""
Bridge, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.bridge import (
    Acknowledgement,
    Arrival,
    AssetStatus,
    Attester,
    BridgeParams,
    Client,
    ConsensusState,
    Order,
    Packet,
    Remembered,
    Route,
    Sent,
    SignedAttestation,
    StateProof,
)
from client.sync.faces import (ModuleClient, Pending)


class Bridge(ModuleClient):
    """Bridge: packets to and from other chains, each proven, each delivered or refunded, once."""

    def send(self, order: Order, *, value_wei: int) -> Pending:
        """
        Send a transfer, a message or both; returns the packet's number on its route.

        Send the fee along, and the amount where the token is this chain's coin. Vouchers are
        burned. The packet is delivered before its last second on the other chain's clock, or all
        it took comes back.
        """
        return Pending(self._loop.run(self._inner.send(order, value_wei=value_wei)), self._loop)

    def add_fee(self, route: kit.Uint64, sequence: kit.Uint64, *, value_wei: int) -> Pending:
        """Add the coins sent to the fee of a packet that is under way."""
        return Pending(self._loop.run(self._inner.add_fee(route, sequence, value_wei=value_wei)), self._loop)

    def deliver(
        self,
        route: kit.Uint64,
        packet: Packet,
        proof: StateProof,
        payee: kit.Address,
    ) -> Pending:
        """
        Bring a packet of the other chain, with the proof of its commitment there.

        `payee` is paid over there. What can never be done is answered without success; what only
        cannot be done now is refused, and may be brought again.
        """
        return Pending(self._loop.run(self._inner.deliver(route, packet, proof, payee)), self._loop)

    def release(self, route: kit.Uint64, packet: Packet) -> Pending:
        """Let a large transfer go that has waited long enough; anybody may."""
        return Pending(self._loop.run(self._inner.release(route, packet)), self._loop)

    def send_back(self, route: kit.Uint64, packet: Packet) -> Pending:
        """
        Send a large transfer back that nobody can release; anybody may.

        At once where the route was killed; a week after the delay where it is still paused, or its
        client still frozen.
        """
        return Pending(self._loop.run(self._inner.send_back(route, packet)), self._loop)

    def acknowledge(
        self,
        route: kit.Uint64,
        packet: Packet,
        answer: Acknowledgement,
        proof: StateProof,
    ) -> Pending:
        """
        Settle a packet by the other chain's answer, with the proof of it.

        Without success all it took comes back. Half its fee goes to the answer's payee, half to
        the caller.
        """
        return Pending(self._loop.run(self._inner.acknowledge(route, packet, answer, proof)), self._loop)

    def timeout(self, route: kit.Uint64, packet: Packet, proof: StateProof) -> Pending:
        """
        Give back what a packet took that the other chain did not receive in time.

        The proof is of the absence of a receipt in a block at or after the packet's last second.
        Half the fee goes to the caller, half back to the sender.
        """
        return Pending(self._loop.run(self._inner.timeout(route, packet, proof)), self._loop)

    def update_client(self, client: kit.Uint256, evidence: bytes) -> Pending:
        """
        Show a remote header with what proves it; returns whether it is trusted.

        One that contradicts a trusted header freezes the client instead. The evidence is a
        KumiaiUpdate, ABI-encoded, or the header's RLP where validators attest.
        """
        return Pending(self._loop.run(self._inner.update_client(client, evidence)), self._loop)

    def submit_misbehaviour(
        self,
        client: kit.Uint256,
        evidence: bytes,
        against: kit.Height,
    ) -> Pending:
        """Freeze a client by a proven header that contradicts the trusted one of a height."""
        return Pending(self._loop.run(self._inner.submit_misbehaviour(client, evidence, against)), self._loop)

    def substitute_client(self, client: kit.Uint256) -> Pending:
        """Let the announced client stand in, once the wait is over; anybody may."""
        return Pending(self._loop.run(self._inner.substitute_client(client)), self._loop)

    def pause(self, route: kit.Uint64) -> Pending:
        """Stop sends, receipts and releases of a route, or of all (0), as the guardian."""
        return Pending(self._loop.run(self._inner.pause(route)), self._loop)

    def bond_attester(self, *, value_wei: int) -> Pending:
        """Put the coins sent behind what the caller, a validator, says of other chains."""
        return Pending(self._loop.run(self._inner.bond_attester(value_wei=value_wei)), self._loop)

    def name_key(self, key: kit.Address) -> Pending:
        """Let another key sign the caller's attestations from now on."""
        return Pending(self._loop.run(self._inner.name_key(key)), self._loop)

    def leave_attesters(self) -> Pending:
        """Attest no more; the bond goes back by itself after a wait in which it still answers."""
        return Pending(self._loop.run(self._inner.leave_attesters()), self._loop)

    def attest(self, statement: SignedAttestation) -> Pending:
        """Note what a bonded validator signed of a remote block; anybody may carry it."""
        return Pending(self._loop.run(self._inner.attest(statement)), self._loop)

    def accuse(self, statement: SignedAttestation) -> Pending:
        """
        Burn the bond of a validator that signed what contradicts its other word or the truth.

        The truth is the header that was accepted at that height.
        """
        return Pending(self._loop.run(self._inner.accuse(statement)), self._loop)

    def params(self) -> BridgeParams:
        """Return the governed parameters."""
        return self._loop.run(self._inner.params())

    def client(self, client: kit.Uint256) -> Client:
        """Return a client; refused where there is none."""
        return self._loop.run(self._inner.client(client))

    def answering_client(self, client: kit.Uint256) -> kit.Uint256:
        """Return the client that answers for another now: itself, or its substitute."""
        return self._loop.run(self._inner.answering_client(client))

    def header(self, client: kit.Uint256, height: kit.Height) -> ConsensusState:
        """Return what is trusted of a remote height; zeros where nothing is."""
        return self._loop.run(self._inner.header(client, height))

    def trusted_heights(
        self,
        client: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Height, ...]:
        """Return remote heights in the order in which they were proven, at most PAGE_MAX."""
        return self._loop.run(self._inner.trusted_heights(client, offset, limit))

    def remembered_headers(self, client: kit.Uint256) -> Remembered:
        """Return how many remote headers are trusted, and below which height none is any more."""
        return self._loop.run(self._inner.remembered_headers(client))

    def route(self, route: kit.Uint64) -> Route:
        """Return a route; its state is NOTHING where there is none."""
        return self._loop.run(self._inner.route(route))

    def routes_opened(self) -> kit.Uint64:
        """Return how many routes were opened; they are numbered from 1."""
        return self._loop.run(self._inner.routes_opened())

    def is_all_paused(self) -> bool:
        """Whether the guardian stopped all routes."""
        return self._loop.run(self._inner.is_all_paused())

    def asset(self, route: kit.Uint64, token: kit.Address, is_native: bool) -> AssetStatus:
        """Return an asset by its token on its own chain; refused where it does not travel."""
        return self._loop.run(self._inner.asset(route, token, is_native))

    def asset_tokens(
        self,
        route: kit.Uint64,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Address, ...]:
        """Return where a route's assets are tokens on this chain, at most PAGE_MAX."""
        return self._loop.run(self._inner.asset_tokens(route, offset, limit))

    def voucher(self, route: kit.Uint64, token: kit.Address) -> kit.Address:
        """Return where the voucher of a remote token is, or will be."""
        return self._loop.run(self._inner.voucher(route, token))

    def room(self, route: kit.Uint64, token: kit.Address, is_native: bool) -> kit.Uint256:
        """Return what may come out of an asset now, in its smallest units."""
        return self._loop.run(self._inner.room(route, token, is_native))

    def sent(self, route: kit.Uint64, sequence: kit.Uint64) -> Sent:
        """Return what became of a packet that was sent here, and the fee it still holds."""
        return self._loop.run(self._inner.sent(route, sequence))

    def sent_count(self, route: kit.Uint64) -> kit.Uint64:
        """Return how many packets were sent on a route: the last one's number."""
        return self._loop.run(self._inner.sent_count(route))

    def pending(
        self,
        route: kit.Uint64,
        first: kit.Uint64,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint64, ...]:
        """Return which of up to PAGE_MAX packets from a number on are under way."""
        return self._loop.run(self._inner.pending(route, first, limit))

    def arrival(self, route: kit.Uint64, sequence: kit.Uint64) -> Arrival:
        """Return what became of a packet of the other chain here."""
        return self._loop.run(self._inner.arrival(route, sequence))

    def commitment_of(self, route: kit.Uint64, packet: Packet) -> kit.Bytes32:
        """Return the commitment of a packet that is sent from here."""
        return self._loop.run(self._inner.commitment_of(route, packet))

    def attester(self, validator: kit.Address) -> Attester:
        """Return the bond behind a validator's attestations."""
        return self._loop.run(self._inner.attester(validator))

    def attesters_known(self, offset: kit.Uint256, limit: kit.Uint256) -> tuple[kit.Address, ...]:
        """Return whoever has or had a bond, at most PAGE_MAX."""
        return self._loop.run(self._inner.attesters_known(offset, limit))

    def attested(
        self,
        client: kit.Uint256,
        height: kit.Height,
        validator: kit.Address,
    ) -> kit.Bytes32:
        """Return the hash that a validator attested to, or zero."""
        return self._loop.run(self._inner.attested(client, height, validator))
