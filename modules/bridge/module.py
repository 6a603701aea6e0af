"""
Bridge: packets to and from other chains, each proven, each delivered or refunded, once.

    header --client--> trusted state root --proof--> packet, answer, or absence of a receipt
    send --> commitment ==relayer==> deliver --> receipt, answer ==relayer==> acknowledge
                  +================ no receipt in time, proven ============> timeout: refund

Whoever carries is trusted with nothing. What a packet takes is locked or burned here; what comes
out of one was locked or burned there. Refunds pass every pause, limit and kill.
"""

from typing import Final

from chain.kit.abi import Uint64
from chain.kit.module import audit, call, invariant
from chain.kit.parameters import checked
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.kit.typed_data import SignatureWrong
from chain.types.primitives import Address, Height, Milliseconds, Seconds
from modules.bridge import (
    assets,
    attesters,
    audits,
    receiving,
    routes,
    sending,
    settling,
    trust,
)
from modules.bridge.events import *  # noqa: F403 - a page names all it may say
from modules.bridge.params import BridgeGenesis
from modules.bridge.records import (
    Acknowledgement,
    Asset,
    Client,
    ClientKind,
    ClientState,
    End,
    Limits,
    Order,
    Packet,
    SignedAttestation,
    StateProof,
)
from modules.bridge.refusals import *  # noqa: F403 - a page names all it may refuse with
from modules.bridge.views import Views

REFUSES_TOO: Final = (RoleForbids, SignatureWrong, StateForbids)  # said by the kit


class Bridge(Views, address=0x0802):
    """Routes to other chains, and what travels on them."""

    def genesis(self, state: BridgeGenesis) -> None:
        """Set the parameters; raises Malformed."""
        self.settings = checked(state.params)

    # Packets

    @call(payable=True)
    def send(self, order: Order) -> Uint64:
        """
        Send a transfer, a message or both; returns the packet's number on its route.

        Send the fee along, and the amount where the token is this chain's coin. Vouchers are
        burned. The packet is delivered before its last second on the other chain's clock, or all
        it took comes back.
        """
        return sending.send(self, order)

    @call(payable=True)
    def add_fee(self, route: Uint64, sequence: Uint64) -> None:
        """Add the coins sent to the fee of a packet that is under way."""
        sending.add_fee(self, route, sequence)

    @call()
    def deliver(self, route: Uint64, packet: Packet, proof: StateProof, payee: Address) -> None:
        """
        Bring a packet of the other chain, with the proof of its commitment there.

        `payee` is paid over there. What can never be done is answered without success; what only
        cannot be done now is refused, and may be brought again.
        """
        receiving.deliver(self, route, packet, proof, payee)

    @call()
    def release(self, route: Uint64, packet: Packet) -> None:
        """Let a large transfer go that has waited long enough; anybody may."""
        receiving.release(self, route, packet)

    @call(governed=True)
    def refuse(self, route: Uint64, packet: Packet) -> None:
        """Send a large transfer back that still waits."""
        receiving.refuse(self, route, packet)

    @call()
    def send_back(self, route: Uint64, packet: Packet) -> None:
        """
        Send a large transfer back that nobody can release; anybody may.

        At once where the route was killed; a week after the delay where it is still paused, or its
        client still frozen.
        """
        receiving.send_back(self, route, packet)

    @call()
    def acknowledge(
        self, route: Uint64, packet: Packet, answer: Acknowledgement, proof: StateProof
    ) -> None:
        """
        Settle a packet by the other chain's answer, with the proof of it.

        Without success all it took comes back. Half its fee goes to the answer's payee, half to
        the caller.
        """
        settling.acknowledge(self, route, packet, answer, proof)

    @call()
    def timeout(self, route: Uint64, packet: Packet, proof: StateProof) -> None:
        """
        Give back what a packet took that the other chain did not receive in time.

        The proof is of the absence of a receipt in a block at or after the packet's last second.
        Half the fee goes to the caller, half back to the sender.
        """
        settling.timeout(self, route, packet, proof)

    # Clients

    @call(governed=True)
    def create_client(
        self,
        kind: ClientKind,
        chain_id: int,
        trusting_period_s: Seconds,
        unbonding_s: Seconds,
        header: bytes,
    ) -> int:
        """Follow a chain from a header on, given as RLP; returns the client's number."""
        wanted = Client(
            ClientState.NOTHING,
            kind,
            chain_id,
            trusting_period_s,
            unbonding_s,
            Height(0),
            Milliseconds(0),
            0,
            Seconds(0),
        )
        return trust.create(self, wanted, header)

    @call()
    def update_client(self, client: int, evidence: bytes) -> bool:
        """
        Show a remote header with what proves it; returns whether it is trusted.

        One that contradicts a trusted header freezes the client instead. The evidence is a
        KumiaiUpdate, ABI-encoded, or the header's RLP where validators attest.
        """
        return trust.update(self, client, evidence)

    @call()
    def submit_misbehaviour(self, client: int, evidence: bytes, against: Height) -> None:
        """Freeze a client by a proven header that contradicts the trusted one of a height."""
        trust.submit_misbehaviour(self, client, evidence, against)

    @call(governed=True)
    def announce_substitute(self, client: int, substitute: int) -> None:
        """Announce which client shall stand in for another after a wait; 0 takes it back."""
        trust.announce_substitute(self, client, substitute)

    @call()
    def substitute_client(self, client: int) -> None:
        """Let the announced client stand in, once the wait is over; anybody may."""
        trust.substitute(self, client)

    # Routes and assets

    @call(governed=True)
    def open_route(self, client: int, remote: End) -> Uint64:
        """Open the next route, bound for ever to a remote end and a client; returns its number."""
        return routes.open_route(self, client, remote)

    @call()
    def pause(self, route: Uint64) -> None:
        """Stop sends, receipts and releases of a route, or of all (0), as the guardian."""
        routes.pause(self, route)

    @call(governed=True)
    def resume(self, route: Uint64) -> None:
        """Let a route go on, or all that are not paused alone (0)."""
        routes.resume(self, route)

    @call(governed=True)
    def kill_route(self, route: Uint64) -> None:
        """Close a route for ever; what is under way still ends."""
        routes.kill(self, route)

    @call(governed=True)
    def register_asset(self, route: Uint64, asset: Asset, limits: Limits) -> None:
        """Let a token travel on a route; `asset.local` follows from the rest."""
        assets.register(self, route, asset, limits)

    @call(governed=True)
    def set_limits(self, route: Uint64, token: Address, is_native: bool, limits: Limits) -> None:
        """Change what may come out of an asset, and how fast."""
        assets.set_limits(self, route, token, is_native, limits)

    # Attesters

    @call(payable=True)
    def bond_attester(self) -> None:
        """Put the coins sent behind what the caller, a validator, says of other chains."""
        attesters.bond(self)

    @call()
    def name_key(self, key: Address) -> None:
        """Let another key sign the caller's attestations from now on."""
        attesters.name_key(self, key)

    @call()
    def leave_attesters(self) -> None:
        """Attest no more; the bond goes back by itself after a wait in which it still answers."""
        attesters.leave(self)

    @call()
    def attest(self, statement: SignedAttestation) -> None:
        """Note what a bonded validator signed of a remote block; anybody may carry it."""
        attesters.attest(self, statement)

    @call()
    def accuse(self, statement: SignedAttestation) -> None:
        """
        Burn the bond of a validator that signed what contradicts its other word or the truth.

        The truth is the header that was accepted at that height.
        """
        attesters.accuse(self, statement)

    # Hooks and invariants

    def on_timer(self, kind: int, key: int) -> None:
        """Give back a bond whose wait is over."""
        if kind == attesters.BOND_RETURNS:
            attesters.on_due(self, key)

    @invariant
    def coins_cover_claims(self) -> bool:
        """The bridge has every coin that is locked, a fee or a bond; gifts may come on top."""
        return audits.coins_cover_claims(self)

    @invariant
    def escrows_match(self) -> bool:
        """What all routes have locked is the total: nothing came out that did not go in."""
        return audits.escrows_match(self)

    @audit
    def fees_match(self) -> bool:
        """Fees are those of packets under way, and these alone have commitments."""
        return audits.fees_match(self)

    @audit
    def bonds_match(self) -> bool:
        """Bonds sum to the total, and only of those that answer for something."""
        return audits.bonds_match(self)

    @audit
    def limits_hold(self) -> bool:
        """No bucket is fuller than it may be, and each voucher is found by its address."""
        return audits.limits_hold(self)

    @audit
    def vouchers_match(self) -> bool:
        """Each voucher's own supply is what the bridge made of it and did not burn."""
        return audits.vouchers_match(self)
